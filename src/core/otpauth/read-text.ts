import type { OtpKind } from '../otp/kinds.ts';
import { parseOtpauth } from './parse.ts';
import type { OtpauthNote, OtpauthResult, ParsedOtpauth } from './parsed.ts';
import { canGoOn, lastPiece } from './pieces.ts';
import { addNote } from './query.ts';
import { findAddresses } from './find.ts';
import type { FoundAddress } from './find.ts';
import { unwrapText } from './unwrap.ts';

/**
 * Reads every set-up address in a text that a person pasted or dropped: alone, in a mail, a page or a list,
 * wrapped over lines, quoted or encoded. The notes say what was joined, left out or possibly cut off, so that a
 * part never silently passes for the whole. Empty if there is none.
 */
export function readOtpauthText(text: string): OtpauthResult[] {
  return findOtpauth(text).map(({ result }) => result);
}

/** Reads like {@link readOtpauthText}, and gives each address too, which holds the secret. */
export function findOtpauth(text: string): { uri: string; result: OtpauthResult }[] {
  return findAddresses(unwrapText(text)).flatMap((found) => {
    const { uri } = found;
    const result = parseOtpauth(uri);
    if (!result.ok) return result.refusal.code === 'NOT_OTPAUTH' ? [] : [{ uri, result }];
    return [
      {
        uri,
        result: withNotes(
          result.value,
          found,
          !found.isEnded && isEndOpen(uri, result.value.parameters.kind),
        ),
      },
    ];
  });
}

/**
 * Reads the text of a QR code, like {@link readOtpauthText}. A readable QR code is whole, so nothing is missing
 * at its end.
 *
 * @param origin.isProven false if it was joined from several codes that do not prove to belong together
 */
export function readOtpauthCode(text: string, origin = { isProven: true }): OtpauthResult[] {
  return readCode(text).map((result) => {
    if (!result.ok || origin.isProven) return result;
    const notes: OtpauthNote[] = [...result.value.notes, { code: 'PARTS_UNPROVEN' }];
    return { ok: true, value: { ...result.value, notes } };
  });
}

function readCode(text: string): OtpauthResult[] {
  const isPlain = !/[\r\n\v\f\u0085\u2028\u2029\u00ad\u200b\u2060]|otpauth.*otpauth/is.test(text);
  const direct = isPlain ? parseOtpauth(text) : null;
  if (direct !== null && (direct.ok || direct.refusal.code !== 'NOT_OTPAUTH')) return [direct];
  return findAddresses(unwrapText(text)).flatMap((found) => {
    const result = parseOtpauth(found.uri);
    if (!result.ok) return result.refusal.code === 'NOT_OTPAUTH' ? [] : [result];
    return [withNotes(result.value, found, false)];
  });
}

function withNotes(value: ParsedOtpauth, found: FoundAddress, isOpen: boolean): OtpauthResult {
  const notes: OtpauthNote[] = [...value.notes];
  if (found.isJoined) addNote(notes, { code: 'TEXT_JOINED' });
  if (found.isLeftOver) addNote(notes, { code: 'TEXT_LEFT_OVER' });
  if (isOpen && !found.isJoined && !found.isLeftOver) addNote(notes, { code: 'END_UNSURE' });
  return { ok: true, value: { ...value, notes } };
}

/**
 * Whether more may have followed: a setting is not spelled out, or the last value could continue. An address
 * with all its settings that ends in a usual value is whole.
 */
export function isEndOpen(uri: string, kind: OtpKind | null): boolean {
  const has = (setting: string) => new RegExp(`[?&]\\s*${setting}\\s*=`, 'i').test(uri);
  if (kind === null || kind === 'steam') return true;
  const settings = { totp: ['digits', 'period'], hotp: ['digits', 'counter'] }[kind];
  if (!has('algorithm') || !settings.every(has)) return true;
  return canGoOn(lastPiece(uri));
}
