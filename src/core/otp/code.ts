import { truncatedHmac } from './hmac.ts';
import { OtpError, checkOtpParameters, isWithin } from './parameters.ts';
import type { HotpParameters, SteamParameters, TotpParameters } from './parameters.ts';

/**
 * A clock-based code and the next one. The first is valid from `validFrom` (inclusive) to `validUntil`
 * (exclusive), in milliseconds since 1970; `next` is valid for one period after that.
 */
export interface TimedCode {
  readonly code: string;
  readonly next: string;
  readonly validFrom: number;
  readonly validUntil: number;
}

/**
 * The code at a moment and the next one (RFC 6238, T0 = 0).
 *
 * @param atMs milliseconds since 1970, corrected for drift by the caller; not before 1970
 * @throws OtpError
 */
export function totpCode(parameters: TotpParameters, atMs: number): TimedCode {
  checkOtpParameters(parameters);
  return timedCode(parameters, stepAt(parameters.period, atMs));
}

/**
 * The code of one counter value (RFC 4226, section 5.3). Ignores the entry's own counter, so that a caller can
 * first write the advanced counter to disk.
 *
 * @throws OtpError
 */
export function hotpCode(parameters: HotpParameters, counter: number): string {
  checkOtpParameters(parameters);
  if (!isWithin('counter', counter)) throw new OtpError('COUNTER_RANGE');
  return decimal(truncatedHmac(parameters.algorithm, parameters.secret, counter), parameters.digits);
}

/**
 * A Steam Guard code at a moment and the next one: HMAC-SHA-1 and truncation as in TOTP with 30 seconds, then
 * five characters of Steam's alphabet, least significant first.
 *
 * @throws OtpError
 */
export function steamCode(parameters: SteamParameters, atMs: number): TimedCode {
  checkOtpParameters(parameters);
  return timedCode(parameters, stepAt(steamPeriod, atMs));
}

/** Supplies an entry's codes repeatedly; see {@link createCodeSource}. */
export interface CodeSource {
  /** Seconds. */
  readonly period: number;
  /** The code at a moment (milliseconds since 1970); the same object within one step. Throws OtpError. */
  at(atMs: number): TimedCode;
}

/**
 * Computes each code once for a clock-based entry that stays on screen, so that a step boundary costs only the
 * new `next`. Reads `parameters.secret` when it computes: drop the source when that buffer is wiped.
 *
 * @throws OtpError
 */
export function createCodeSource(parameters: TotpParameters | SteamParameters): CodeSource {
  checkOtpParameters(parameters);
  const period = periodOf(parameters);
  let step = -1;
  let current: TimedCode | null = null;
  return {
    period,
    at(atMs) {
      const wanted = stepAt(period, atMs);
      if (current === null || wanted !== step) {
        const known = wanted === step + 1 ? current?.next : undefined;
        current = timedCode(parameters, wanted, known);
        step = wanted;
      }
      return current;
    },
  };
}

/** Steam's alphabet: no vowels, nothing that looks like another character. */
export const steamAlphabet = '23456789BCDFGHJKMNPQRTVWXY';

const steamPeriod = 30;
const steamLength = 5;

/** How long each code lasts, in seconds. */
export function periodOf(parameters: TotpParameters | SteamParameters): number {
  return parameters.kind === 'totp' ? parameters.period : steamPeriod;
}

function stepAt(period: number, atMs: number): number {
  const step = Math.floor(atMs / (period * 1000));
  // The next step must be a whole number too.
  if (!isWithin('counter', step + 1) || step < 0) throw new OtpError('TIME_RANGE');
  return step;
}

function timedCode(parameters: TotpParameters | SteamParameters, step: number, known?: string): TimedCode {
  const length = periodOf(parameters) * 1000;
  return {
    code: known ?? codeOfStep(parameters, step),
    next: codeOfStep(parameters, step + 1),
    validFrom: step * length,
    validUntil: (step + 1) * length,
  };
}

function codeOfStep(parameters: TotpParameters | SteamParameters, step: number): string {
  if (parameters.kind === 'steam') return steamCharacters(truncatedHmac('SHA1', parameters.secret, step));
  return decimal(truncatedHmac(parameters.algorithm, parameters.secret, step), parameters.digits);
}

function decimal(value: number, digits: number): string {
  return String(value % 10 ** digits).padStart(digits, '0');
}

function steamCharacters(value: number): string {
  let code = '';
  let rest = value;
  for (let i = 0; i < steamLength; i += 1) {
    code += steamAlphabet.charAt(rest % steamAlphabet.length);
    rest = Math.floor(rest / steamAlphabet.length);
  }
  return code;
}
