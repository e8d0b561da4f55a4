import { json, secret, type Sample } from './sample.ts';

/** A token as the application writes it, with other members where a test gives them. */
export function freeOtpToken(over: object = {}) {
  return {
    algo: 'SHA1',
    counter: 0,
    digits: 6,
    issuerExt: 'Deno',
    issuerInt: 'Deno',
    label: 'Mason',
    period: 30,
    secret: [...Buffer.from(secret.hex, 'hex')].map((byte) => (byte > 127 ? byte - 256 : byte)),
    type: 'TOTP',
    ...over,
  };
}

/** An export. */
export function freeOtpFile(tokens: readonly unknown[]): unknown {
  return { tokenOrder: tokens.map((_, index) => `Deno:${index}`), tokens };
}

/** A file of each variant. */
export function freeOtpSamples(): Sample[] {
  const tokens = [freeOtpToken(), freeOtpToken({ type: 'HOTP', label: 'James', counter: 5 })];
  return [{ format: 'freeotp+', variant: 'plain', bytes: json(freeOtpFile(tokens)), entries: tokens.length }];
}
