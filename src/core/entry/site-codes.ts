/** The recovery codes that a site gives out, as a person pastes them. No Node here: the window reads them too. */
import { textLength } from '../text-length.ts';

/** How many codes an entry keeps, and the code points of one. */
export const siteCodesMaximum = 100;
export const siteCodeMaximum = 128;

export interface ReadSiteCodes {
  /** Each once, in the order of the text, groups divided as the site divided them. */
  readonly codes: readonly string[];
  /** The pieces of the text that are no codes, in its order. */
  readonly others: readonly string[];
}

/** What a line or a cell of a table begins with, before its code: a mark, a box to tick, a number. */
const lead = /^(?:[-–—*•·▪◦>]\s+|\[[ xX✓]?\]\s*|[☐☑☒□✓✔]\s*|[#(]?\d{1,3}[.):](?:\s+|$)|#\d{1,3}\s+)+/u;
/** A number alone, as a table has it in a cell of its own. */
const numberAlone = /^[#(]?\d{1,3}[.):]?$/u;
/** What divides the cells of a line. */
const dividers = /[,;|\t]| {2,}/u;
const group = /^[\p{L}\p{N}]+$/u;
const date = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{4})$/u;

/** A piece that may be a code, with what has to speak for it. */
interface Candidate {
  readonly text: string;
  /** The lengths of its groups: all codes of a site have the same. */
  readonly shape: string;
  /** Whether it looks like a code by itself; a word does not. */
  readonly isSure: boolean;
}

/**
 * Reads codes out of a text of any layout: one a line, several with commas or tabs between them, numbered, ticked,
 * in groups with dashes or spaces. All codes of a site have one shape: of three pieces of one shape, a piece of another
 * is no code; and a piece of letters alone is one only among others of its shape.
 */
export function readSiteCodes(text: string): ReadSiteCodes {
  const cells = text
    .normalize('NFC')
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000]/gu, ' ')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .flatMap((line) => line.split(dividers))
    .map((cell) => cell.trim().replace(lead, '').trim())
    .filter((cell) => cell !== '' && !numberAlone.test(cell));
  const read = cells.map((cell) => ({ cell, found: candidatesOf(cell) }));
  const counts = new Map<string, number>();
  for (const { shape } of read.flatMap(({ found }) => found)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const isCode = ({ isSure, shape }: Candidate) =>
    (counts.get(shape) ?? 0) > 1 || (isSure && most < 3) || (cells.length === 1 && !shape.includes(' '));
  const codes = new Set<string>();
  const others: string[] = [];
  for (const { cell, found } of read) {
    if (found.length > 0 && found.every(isCode)) for (const { text: code } of found) codes.add(code);
    else others.push(cell);
  }
  return { codes: [...codes], others };
}

/** The code or codes that a cell may hold; none if it can be neither. */
function candidatesOf(cell: string): Candidate[] {
  const words = cell.split(/ +/u);
  const [first = ''] = words;
  if (words.length === 1) return listOf(single(first));
  const isGrouped =
    words.every((word) => group.test(word) && word.length === first.length) && first.length <= 6;
  if (isGrouped) return listOf(candidate(words, ' '));
  const several = words.map(single);
  return several.every((one): one is Candidate => one?.isSure === true) ? several : [];
}

function single(word: string): Candidate | null {
  const divider = word.includes('-') ? '-' : '_';
  const groups = word.split(divider);
  return groups.every((one) => group.test(one)) && !date.test(word) ? candidate(groups, divider) : null;
}

/** A code has at least six characters. */
function candidate(groups: readonly string[], divider: string): Candidate | null {
  const text = groups.join(divider);
  const isOfLength = textLength(groups.join('')) >= 6 && textLength(text) <= siteCodeMaximum;
  if (!isOfLength) return null;
  const isEven = divider === '-' && groups.length > 2 && new Set(groups.map(textLength)).size === 1;
  return { text, shape: groups.map(textLength).join(divider), isSure: /\p{N}/u.test(text) || isEven };
}

function listOf(found: Candidate | null): Candidate[] {
  return found === null ? [] : [found];
}
