import { isWithin, type OtpAlgorithm, type OtpKind, type OtpParameters } from './parameters.ts';

/** The settings of codes, as a person fills them in; those that the kind does not use are ignored. */
export interface OtpSettings {
  readonly kind: OtpKind;
  readonly algorithm: OtpAlgorithm;
  readonly digits: number;
  /** Seconds. */
  readonly period: number;
  readonly counter: number;
}

/** The number that is out of its range (`otpLimits`). */
export type SettingsField = 'digits' | 'period' | 'counter';

/** The parameters for these settings, with the secret's array itself; or the field that is out of range. */
export function withSettings(
  secret: Uint8Array,
  { kind, algorithm, digits, period, counter }: OtpSettings,
): { ok: true; parameters: OtpParameters } | { ok: false; field: SettingsField } {
  if (kind === 'steam') return { ok: true, parameters: { kind, secret } };
  if (!isWithin('digits', digits)) return { ok: false, field: 'digits' };
  if (kind === 'totp') {
    if (!isWithin('period', period)) return { ok: false, field: 'period' };
    return { ok: true, parameters: { kind, algorithm, digits, period, secret } };
  }
  if (!isWithin('counter', counter)) return { ok: false, field: 'counter' };
  return { ok: true, parameters: { kind, algorithm, digits, counter, secret } };
}
