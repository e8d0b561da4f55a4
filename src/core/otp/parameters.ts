import { z } from 'zod';
import { otpAlgorithms, otpKinds, type OtpAlgorithm, type OtpKind } from './kinds.ts';

export type { OtpAlgorithm, OtpKind };
export const otpKindSchema = z.enum(otpKinds);
export const otpAlgorithmSchema = z.enum(otpAlgorithms);

/** Inclusive bounds of every number in the parameters; `secret` is in bytes, `period` in seconds. */
export const otpLimits = {
  secret: { minimum: 1, maximum: 1024 },
  digits: { minimum: 5, maximum: 10 },
  period: { minimum: 1, maximum: 86_400 },
  counter: { minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
} as const;

export const otpDigitsSchema = z.int().min(otpLimits.digits.minimum).max(otpLimits.digits.maximum);
/** Seconds. */
export const otpPeriodSchema = z.int().min(otpLimits.period.minimum).max(otpLimits.period.maximum);
export const otpCounterSchema = z.int().min(otpLimits.counter.minimum).max(otpLimits.counter.maximum);

/** A clock-based code (RFC 6238): `digits` 5–10, `period` 1–86,400 seconds, T0 = 0. */
export interface TotpParameters {
  readonly kind: 'totp';
  readonly secret: Uint8Array;
  readonly algorithm: OtpAlgorithm;
  readonly digits: number;
  readonly period: number;
}

/** A counter-based code (RFC 4226): `counter` is the next one to be used, 0 to 2^53 − 1. */
export interface HotpParameters {
  readonly kind: 'hotp';
  readonly secret: Uint8Array;
  readonly algorithm: OtpAlgorithm;
  readonly digits: number;
  readonly counter: number;
}

/** A Steam Guard code: always SHA-1, 30 seconds, 5 characters of Steam's own alphabet. */
export interface SteamParameters {
  readonly kind: 'steam';
  readonly secret: Uint8Array;
}

export type OtpParameters = TotpParameters | HotpParameters | SteamParameters;

/** Why parameters cannot make a code. `TIME_RANGE`: a moment before 1970 or not a number. */
export const otpFaultSchema = z.enum([
  'SECRET_EMPTY',
  'SECRET_TOO_LONG',
  'ALGORITHM_UNSUPPORTED',
  'DIGITS_RANGE',
  'PERIOD_RANGE',
  'COUNTER_RANGE',
  'TIME_RANGE',
]);
export type OtpFault = z.infer<typeof otpFaultSchema>;

/** Thrown by the code functions for parameters that `otpFault` rejects. */
export class OtpError extends Error {
  override readonly name = 'OtpError';
  readonly code: OtpFault;

  constructor(code: OtpFault) {
    super(`cannot make a code: ${code}`);
    this.code = code;
  }
}

/**
 * The first fault in the parameters, or null. Accepts a secret of one byte: RFC 4226 asks for 16, but sites
 * issue 10, and refusing them would lock people out. Cheap: it runs before every code.
 */
export function otpFault(parameters: OtpParameters): OtpFault | null {
  const { length } = parameters.secret;
  if (length < otpLimits.secret.minimum) return 'SECRET_EMPTY';
  if (length > otpLimits.secret.maximum) return 'SECRET_TOO_LONG';
  if (parameters.kind === 'steam') return null;
  // The type promises one of three, but data read from a file may hold another.
  if (!isKnownAlgorithm(parameters.algorithm)) return 'ALGORITHM_UNSUPPORTED';
  if (!isWithin('digits', parameters.digits)) return 'DIGITS_RANGE';
  if (parameters.kind === 'totp') return isWithin('period', parameters.period) ? null : 'PERIOD_RANGE';
  return isWithin('counter', parameters.counter) ? null : 'COUNTER_RANGE';
}

/** Throws {@link OtpError} with the fault's code; never mentions the secret. */
export function checkOtpParameters(parameters: OtpParameters): void {
  const fault = otpFault(parameters);
  if (fault !== null) throw new OtpError(fault);
}

/** Whether a number is whole and inside the bounds of `otpLimits`. */
export function isWithin(limit: 'digits' | 'period' | 'counter', value: number): boolean {
  const { minimum, maximum } = otpLimits[limit];
  return Number.isSafeInteger(value) && value >= minimum && value <= maximum;
}

function isKnownAlgorithm(name: string): boolean {
  return otpAlgorithms.some((algorithm) => algorithm === name);
}
