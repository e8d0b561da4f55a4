import { z } from 'zod';
import type { OtpParameters } from '../otp/parameters.ts';

/** The content of an otpauth URI or a typed entry. `parameters` holds the secret: not for the window. */
export interface ParsedOtpauth {
  readonly parameters: OtpParameters;
  /** Trimmed, well-formed Unicode without control characters; may be empty. So is `account`. */
  readonly issuer: string;
  readonly account: string;
  /** The issuer in the label, only if it differs from the parameter (which is kept). */
  readonly labelIssuer: string | null;
  /** Parameters without a meaning here, decoded, in order; they are written back. */
  readonly unknownParameters: readonly (readonly [name: string, value: string])[];
  /** What to tell the person; each note at most once per parameter. */
  readonly notes: readonly OtpauthNote[];
}

export type OtpauthResult =
  | { readonly ok: true; readonly value: ParsedOtpauth }
  | { readonly ok: false; readonly refusal: OtpauthRefusal };

/** The parameters with a meaning. */
export const otpauthParameterSchema = z.enum([
  'secret',
  'issuer',
  'algorithm',
  'digits',
  'period',
  'counter',
  'encoder',
]);
export type OtpauthParameter = z.infer<typeof otpauthParameterSchema>;

/**
 * - `ISSUER_DISAGREES`: label and parameter name different issuers; the parameter is kept.
 * - `ISSUER_ASSUMED`: a `steam://` link names none, so it is "Steam".
 * - `STEAM_ISSUER`: the issuer is Steam, the entry is not: ask whether it makes Steam Guard codes.
 * - `PLUS_READ_AS_SPACE`: `+` in the issuer parameter was read as a space.
 * - `PERCENT_BROKEN`: an invalid percent sequence was kept unchanged.
 * - `CONTROL_REPLACED`: control characters in issuer or account became spaces.
 * - `PADDING_WRONG`, `SECRET_LENGTH_UNUSUAL`, `SECRET_SHORT` (under 10 bytes): the secret may be damaged.
 * - `COUNTER_ASSUMED`: a HOTP entry without a counter starts at 0.
 * - `PARAMETER_EMPTY`: it has no value; the default applies.
 * - `PARAMETER_REPEATED`: it is repeated with another value; the first applies.
 * - `PARAMETER_NOT_USED`: this kind of code does not use it; kept with the unknown ones.
 * - `ISSUER_TOO_LONG`, `ACCOUNT_TOO_LONG`: exceeds a name's limit (`length` code points); to be shortened.
 *
 * For a text that contains the URI (see `readOtpauthText`):
 * - `TEXT_JOINED`: it was joined from several lines.
 * - `TEXT_LEFT_OVER`: the text after it was left out, and may belong to it.
 * - `PARTS_UNPROVEN`: it was joined from several QR codes whose parity differs.
 * - `END_UNSURE`: nothing marks its end, so part of it may be missing.
 */
export const otpauthNoteCodeSchema = z.enum([
  'ISSUER_DISAGREES',
  'ISSUER_ASSUMED',
  'STEAM_ISSUER',
  'PLUS_READ_AS_SPACE',
  'PERCENT_BROKEN',
  'CONTROL_REPLACED',
  'PADDING_WRONG',
  'SECRET_LENGTH_UNUSUAL',
  'SECRET_SHORT',
  'COUNTER_ASSUMED',
  'PARAMETER_EMPTY',
  'PARAMETER_REPEATED',
  'PARAMETER_NOT_USED',
  'ISSUER_TOO_LONG',
  'ACCOUNT_TOO_LONG',
  'TEXT_JOINED',
  'TEXT_LEFT_OVER',
  'END_UNSURE',
  'PARTS_UNPROVEN',
]);

/** A note for the person, with the `parameter` or the `length` (in code points) that it is about, if any. */
export const otpauthNoteSchema = z.object({
  code: otpauthNoteCodeSchema,
  parameter: otpauthParameterSchema.optional(),
  length: z.int().min(0).optional(),
});
export type OtpauthNoteCode = z.infer<typeof otpauthNoteCodeSchema>;
export interface OtpauthNote {
  readonly code: OtpauthNoteCode;
  readonly parameter?: OtpauthParameter;
  readonly length?: number;
}

/**
 * - `NOT_OTPAUTH`: another kind of text. `MIGRATION`: an otpauth-migration URI, left to another reader.
 * - `TOO_LONG`: over 4 KiB of UTF-8.
 * - `TYPE_UNSUPPORTED`, `ALGORITHM_UNSUPPORTED`, `ENCODER_UNSUPPORTED`: the codes would be wrong.
 * - `NO_SECRET`: no such parameter. `SECRET_EMPTY`: 0 bytes. `SECRET_TOO_LONG`: over 1,024 bytes.
 * - `SECRET_INVALID`: not base32. `position` counts the key's characters from 0 as a person does, without the
 *   spaces and dashes between groups; `character` is the one there.
 * - `DIGITS_RANGE`, `PERIOD_RANGE`, `COUNTER_RANGE`: not a number, or outside `otpLimits`.
 */
export const otpauthRefusalCodeSchema = z.enum([
  'NOT_OTPAUTH',
  'MIGRATION',
  'TOO_LONG',
  'TYPE_UNSUPPORTED',
  'ALGORITHM_UNSUPPORTED',
  'ENCODER_UNSUPPORTED',
  'NO_SECRET',
  'SECRET_EMPTY',
  'SECRET_TOO_LONG',
  'SECRET_INVALID',
  'DIGITS_RANGE',
  'PERIOD_RANGE',
  'COUNTER_RANGE',
]);
export type OtpauthRefusalCode = z.infer<typeof otpauthRefusalCodeSchema>;

/** Why nothing was read. Holds no text, which could be secret, except a character that no key has. */
export const otpauthRefusalSchema = z.object({
  code: otpauthRefusalCodeSchema,
  position: z.int().min(0).optional(),
  character: z.string().max(2).optional(),
});
export interface OtpauthRefusal {
  readonly code: OtpauthRefusalCode;
  /** Only with `SECRET_INVALID`. */
  readonly position?: number;
  readonly character?: string;
}
