import { countKeyCharacters, readBase32 } from '../otp/base32.ts';
import { isWithin, otpFault } from '../otp/parameters.ts';
import type { OtpAlgorithm, OtpKind, OtpParameters } from '../otp/parameters.ts';
import { addNote } from './query.ts';
import type { OtpauthNote, OtpauthParameter, OtpauthRefusal, OtpauthRefusalCode } from './parsed.ts';

/** The decoded texts of a URI's or a form's fields; undefined if missing. */
export type ParameterTexts = {
  readonly [name in Exclude<OtpauthParameter, 'issuer' | 'encoder'>]: string | undefined;
};

export type ParametersResult =
  | { readonly ok: true; readonly parameters: OtpParameters; readonly notUsed: readonly UnusedParameter[] }
  | { readonly ok: false; readonly refusal: OtpauthRefusal };

/** A setting that some kinds of code do not use. */
type UnusedParameter = Exclude<keyof ParameterTexts, 'secret'>;

/**
 * Makes checked parameters from texts. Defaults are those of the Key URI format: SHA1, 6 digits, 30 seconds;
 * and counter 0, which is noted. `notUsed` names fields that this kind of code does not use.
 */
export function readParameters(kind: OtpKind, texts: ParameterTexts, notes: OtpauthNote[]): ParametersResult {
  const secret = readSecret(texts.secret, notes);
  if (!secret.ok) return secret;
  const algorithm = readAlgorithm(valueOf('algorithm', texts, notes));
  const digits = readNumber(valueOf('digits', texts, notes), 6);
  const period = readNumber(valueOf('period', texts, notes), 30);
  const counter = readNumber(valueOf('counter', texts, notes), 0);

  if (kind === 'steam') {
    const notUsed: UnusedParameter[] = counter.isGiven ? ['counter'] : [];
    // A Steam code's fixed values need not be kept; other values are not honoured, so they are kept.
    if (algorithm !== 'SHA1') notUsed.push('algorithm');
    if (digits.value !== 5 && digits.isGiven) notUsed.push('digits');
    if (period.value !== 30) notUsed.push('period');
    return finish({ kind, secret: secret.bytes }, notUsed, notes);
  }
  if (algorithm === null) return refused('ALGORITHM_UNSUPPORTED');
  if (!isWithin('digits', digits.value)) return refused('DIGITS_RANGE');
  const shared = { secret: secret.bytes, algorithm, digits: digits.value };
  if (kind === 'totp') {
    if (!isWithin('period', period.value)) return refused('PERIOD_RANGE');
    return finish({ kind, ...shared, period: period.value }, counter.isGiven ? ['counter'] : [], notes);
  }
  if (!isWithin('counter', counter.value)) return refused('COUNTER_RANGE');
  if (!counter.isGiven) addNote(notes, { code: 'COUNTER_ASSUMED', parameter: 'counter' });
  return finish({ kind, ...shared, counter: counter.value }, period.isGiven ? ['period'] : [], notes);
}

/** A refusal as a result. */
export function refused(code: OtpauthRefusalCode): { readonly ok: false; readonly refusal: OtpauthRefusal } {
  return { ok: false, refusal: { code } };
}

function finish(
  parameters: OtpParameters,
  notUsed: readonly UnusedParameter[],
  notes: OtpauthNote[],
): ParametersResult {
  const fault = otpFault(parameters);
  if (fault !== null && fault !== 'TIME_RANGE') return refused(fault);
  for (const parameter of notUsed) addNote(notes, { code: 'PARAMETER_NOT_USED', parameter });
  return { ok: true, parameters, notUsed };
}

type SecretResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: OtpauthRefusal };

function readSecret(text: string | undefined, notes: OtpauthNote[]): SecretResult {
  if (text === undefined) return refused('NO_SECRET');
  // A form-encoding writer turns the spaces between groups into +.
  const spaced = text.replaceAll('+', ' ');
  const reading = readBase32(spaced);
  if (!reading.ok) return { ok: false, refusal: secretInvalid(spaced, reading.position) };
  if (reading.bytes.length === 0) return refused('SECRET_EMPTY');
  if (reading.padding === 'wrong') addNote(notes, { code: 'PADDING_WRONG', parameter: 'secret' });
  if (reading.isLengthUnusual) addNote(notes, { code: 'SECRET_LENGTH_UNUSUAL', parameter: 'secret' });
  if (reading.bytes.length < 10) addNote(notes, { code: 'SECRET_SHORT', parameter: 'secret' });
  return { ok: true, bytes: reading.bytes };
}

function secretInvalid(text: string, unit: number): OtpauthRefusal {
  const character = String.fromCodePoint(text.codePointAt(unit) ?? 0);
  return { code: 'SECRET_INVALID', position: countKeyCharacters(text.slice(0, unit)), character };
}

/** `SHA1`, `sha-1`, `HMACSHA1`, `HmacSHA1`, `hmac_sha_1`… */
function readAlgorithm(text: string | undefined): OtpAlgorithm | null {
  if (text === undefined) return 'SHA1';
  switch (
    text
      .toUpperCase()
      .replaceAll(/[\s_-]/g, '')
      .replace(/^HMAC/, '')
  ) {
    case 'SHA1':
      return 'SHA1';
    case 'SHA256':
      return 'SHA256';
    case 'SHA512':
      return 'SHA512';
    default:
      return null;
  }
}

function readNumber(text: string | undefined, otherwise: number): { value: number; isGiven: boolean } {
  if (text === undefined) return { value: otherwise, isGiven: false };
  return { value: /^\d+$/.test(text) ? Number(text) : Number.NaN, isGiven: true };
}

function valueOf(
  parameter: UnusedParameter,
  texts: ParameterTexts,
  notes: OtpauthNote[],
): string | undefined {
  const text = texts[parameter]?.trim();
  if (text !== '') return text;
  addNote(notes, { code: 'PARAMETER_EMPTY', parameter });
  return undefined;
}
