import { isLabelTooLong } from '../entry/label.ts';
import { textLength } from '../text-length.ts';
import { addNote, decodePercent } from './query.ts';
import type { OtpauthNote } from './parsed.ts';

/** The names of an entry, from a URI's label and issuer parameter together. */
export interface Names {
  readonly issuer: string;
  readonly account: string;
  readonly labelIssuer: string | null;
}

/**
 * Reads the label (`Issuer:account`, `Issuer%3Aaccount`, `account`, empty) together with the issuer parameter.
 * The parameter wins. If the label starts with it, the account follows its colon, so both may contain colons;
 * otherwise the first colon splits. In the label, `+` is a plus (`bob+work@…`); for the parameter see
 * {@link readIssuer}.
 *
 * @param rawIssuer the parameter as the URI has it, or undefined
 */
export function readNames(rawLabel: string, rawIssuer: string | undefined, notes: OtpauthNote[]): Names {
  let label = decodePercent(rawLabel, notes);
  const issuer = rawIssuer === undefined ? '' : cleanText(readIssuer(rawIssuer, rawLabel, notes), notes);
  // `ACME%253Abob`: the whole label was encoded twice.
  const twice = /^([^:]+)%3a[^:]*$/i.exec(label);
  if (twice?.[1] !== undefined && issuer !== '' && sameName(twice[1], issuer))
    label = decodePercent(label, notes);
  const split = splitLabel(cleanText(label, notes), issuer);
  if (issuer === '') return { issuer: split.issuer, account: split.account, labelIssuer: null };
  const disagrees = split.issuer !== '' && !sameName(split.issuer, issuer);
  if (disagrees) addNote(notes, { code: 'ISSUER_DISAGREES', parameter: 'issuer' });
  return { issuer, account: split.account, labelIssuer: disagrees ? split.issuer : null };
}

/** Notes names that exceed an entry's limit: they are shown whole, and shortened before they are kept. */
export function noteLongNames(
  { issuer, account }: Pick<Names, 'issuer' | 'account'>,
  notes: OtpauthNote[],
): void {
  if (isLabelTooLong(issuer)) addNote(notes, { code: 'ISSUER_TOO_LONG', length: textLength(issuer) });
  if (isLabelTooLong(account)) addNote(notes, { code: 'ACCOUNT_TOO_LONG', length: textLength(account) });
}

/**
 * A name fit to keep: well-formed Unicode, control characters (line ends too) as spaces, trimmed. Everything
 * else stays: right-to-left text, emoji, characters of any plane.
 */
export function cleanText(text: string, notes: OtpauthNote[]): string {
  const trimmed = text.toWellFormed().trim();
  const cleaned = trimmed.replaceAll(/\p{Cc}/gu, ' ').trim();
  if (cleaned !== trimmed) addNote(notes, { code: 'CONTROL_REPLACED' });
  return cleaned;
}

/**
 * Reads the issuer parameter. Writers that encode forms (PHP, Java, Python's urlencode) write every space as
 * `+` and a real plus as %2B; others leave a plus alone. So a `+` is a space if it stands between two other
 * characters and the value has no real space. `Canal+` and `Notepad++` keep theirs, and so does a name that the
 * label spells with %2B. PLUS_READ_AS_SPACE reports it.
 */
function readIssuer(raw: string, rawLabel: string, notes: OtpauthNote[]): string {
  const literal = decodePercent(raw, notes);
  if (/\s|%20/.test(raw) || isSpelledOut(literal, rawLabel)) return literal;
  const spaced = raw.replaceAll(/(?<=[^+])\+(?=[^+])/g, ' ');
  if (spaced === raw) return literal;
  addNote(notes, { code: 'PLUS_READ_AS_SPACE', parameter: 'issuer' });
  return decodePercent(spaced, notes);
}

function isSpelledOut(issuer: string, rawLabel: string): boolean {
  const [rawName = ''] = rawLabel.split(/:|%3a/i);
  return !rawName.includes('+') && decodePercent(rawName, []).trim() === issuer.trim();
}

function splitLabel(label: string, issuer: string): { issuer: string; account: string } {
  if (issuer !== '' && startsWithName(label, issuer)) {
    return { issuer, account: label.slice(issuer.length + 1).trim() };
  }
  const colon = label.indexOf(':');
  return { issuer: label.slice(0, Math.max(colon, 0)).trim(), account: label.slice(colon + 1).trim() };
}

function startsWithName(label: string, issuer: string): boolean {
  return label.charAt(issuer.length) === ':' && sameName(label.slice(0, issuer.length), issuer);
}

function sameName(one: string, other: string): boolean {
  // A form-encoding writer encodes its label the same way.
  return fold(one) === fold(other) || fold(one.replaceAll('+', ' ')) === fold(other);
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
