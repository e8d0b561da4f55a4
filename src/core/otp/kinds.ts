/** How codes are made: by the clock (RFC 6238), by a counter (RFC 4226), or as Steam Guard does. */
export const otpKinds = ['totp', 'hotp', 'steam'] as const;
export type OtpKind = (typeof otpKinds)[number];

/** Hash functions of RFC 6238, section 1.2. */
export const otpAlgorithms = ['SHA1', 'SHA256', 'SHA512'] as const;
export type OtpAlgorithm = (typeof otpAlgorithms)[number];
