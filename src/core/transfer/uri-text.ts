import { Buffer } from 'node:buffer';
import { isContinued } from '../otpauth/lines.ts';
import { knownKind } from '../otpauth/parse.ts';
import { canGoOn, lastPiece } from '../otpauth/pieces.ts';
import { findOtpauth, isEndOpen } from '../otpauth/read-text.ts';
import { takeApart, type TakeApartOptions } from '../otpauth/take-apart.ts';
import { transferLimits } from './limits.ts';
import { createMigrationSet, type MigrationSet } from './migration-set.ts';
import type { ProblemCode } from './problem.ts';
import type { ReadingBuilder } from './reading.ts';
import { TransferError } from './transfer-error.ts';

/** Whether a text may hold a set-up address, encoded or not. */
export function holdsAddress(text: string): boolean {
  return /(?:otpauth(?:-migration)?|steam|motp)(?:%(?:25)*3a|:)(?:\\?\/|%(?:25)*2f){2}/i.test(text);
}

/**
 * Reads a text with set-up addresses: `otpauth:`, `steam:`, `motp:`, and the parts of a Google migration. A list with
 * an address a line (or several with commas between them) is read line by line, so that one bad line fails alone and
 * the number of a strange one is said. Any other text (a mail, a page, wrapped lines) is searched for addresses.
 * @throws TransferError TOO_LARGE for a text to be searched
 */
export function readUriText(text: string, reading: ReadingBuilder, options: TakeApartOptions = {}): void {
  const migration = createMigrationSet(reading);
  const into = { reading, migration };
  if (isList(linesOf(text)))
    readAddressList(text, reading, (uri, notes) => readUri(uri, into, options, notes));
  else if (text.length > transferLimits.searchedText) throw new TransferError('TOO_LARGE');
  else {
    for (const { uri, result } of findOtpauth(text)) {
      if (result.ok) reading.addOtpauth(result);
      else readUri(uri, into, options);
    }
  }
  migration.finish();
}

/** Reads one address of any scheme. */
function readUri(
  uri: string,
  { reading, migration }: { readonly reading: ReadingBuilder; readonly migration: MigrationSet },
  options: TakeApartOptions,
  notes: readonly ProblemCode[] = [],
): void {
  if (/^otpauth-migration:/i.test(uri)) migration.add(uri);
  else if (/^motp:/i.test(uri)) readMotp(uri, reading, notes);
  else reading.addUri(uri, {}, notes, options);
}

/**
 * Reads a list line by line: each address goes to `add`, and a line that is none becomes a problem with its number.
 * Blank lines and comments are passed over. The file may have been cut off in its last address: END_UNSURE says so.
 */
export function readAddressList(
  text: string,
  reading: ReadingBuilder,
  add: (uri: string, notes: readonly ProblemCode[]) => void,
): void {
  const lines = linesOf(text);
  let before: string | null = null;
  for (const [at, line] of lines.entries()) {
    if (isSilent(line)) continue;
    if (!startsWithAddress(line) || isAppLink(line)) {
      reading.note('LINE_SKIPPED', String(at + 1));
      continue;
    }
    const uris = addressesIn(line);
    for (const [nth, uri] of uris.entries()) {
      // A line end, or the separator after it, marks an address's end.
      const isOpen = at === lines.length - 1 && nth === uris.length - 1 && !/[\s,;"]$/.test(text);
      add(uri, isOpen && mayBeCut(uri, before) ? ['END_UNSURE'] : []);
      before = uri;
    }
  }
}

/** Whether the end of the last address may be missing. Ending like the one before it, it may be whole. */
function mayBeCut(uri: string, before: string | null): boolean {
  const last = lastPiece(uri);
  const usual = before === null ? null : lastPiece(before);
  if (usual?.name !== last.name) {
    const apart = takeApart(uri);
    return isEndOpen(uri, apart.ok ? knownKind(apart.pieces.kind) : null);
  }
  const { name, value } = last;
  if (name === 'issuer') return !(uri.includes(`/${value}:`) || uri.includes(`/${value}%3A`));
  // A key is as long as the one before it, while a number says nothing by its length.
  const isAsLong = name !== 'period' && name !== 'counter' && usual.value.length === value.length;
  return canGoOn(last) && !isAsLong;
}

/** Whether no line but those with an address holds one, or a part of one. */
function isList(lines: readonly string[]): boolean {
  let hasAddress = false;
  /** The address whose next line was not seen yet. */
  let last = '';
  for (const [at, line] of lines.entries()) {
    if (startsWithAddress(line)) {
      hasAddress = true;
      last = line;
    } else if (!isSilent(line)) {
      if (holdsAddress(line)) return false;
      // More lines than these make no address: it would be too long.
      const rest = last === '' ? '' : lines.slice(at, at + 64).join('');
      if (last !== '' && isContinued(last, line, rest)) return false;
      last = '';
    }
  }
  return hasAddress;
}

/** The lines of a text, without what text editors, QR tools and quoting put around an address. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/).map((line) =>
    line
      .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '')
      .trim()
      .replace(/^(?:QR-Code:\s*|"(?=otpauth))/i, ''),
  );
}

const addressStart = '(?:otpauth(?:-migration)?|steam|motp)://';
/** The addresses of a line, without what separates them. Linear, however many separators there are. */
function addressesIn(line: string): string[] {
  const starts = [...line.matchAll(new RegExp(`(?<=^|[\\s,;])${addressStart}`, 'gi'))].map(
    ({ index }) => index,
  );
  return starts.map((from, at) => {
    let to = starts[at + 1] ?? line.length;
    while (to > from && /[\s,;"]/.test(line.charAt(to - 1))) to -= 1;
    return line.slice(from, to);
  });
}

function startsWithAddress(line: string): boolean {
  return new RegExp(`^${addressStart}`, 'i').test(line);
}

/** Steam's own links (`steam://run/440`). */
function isAppLink(line: string): boolean {
  return /^steam:\/\/[a-z]+\//i.test(line);
}

/** Blank, or a comment. */
function isSilent(line: string): boolean {
  return /^(?:$|#|\/\/|;|--)/.test(line);
}

/** `motp://issuer:account?secret=HEX`, as Aegis and Stratum write it. */
function readMotp(uri: string, reading: ReadingBuilder, notes: readonly ProblemCode[]): void {
  const [, label = '', query = ''] = /^motp:\/\/([^?]*)\??(.*)$/is.exec(uri) ?? [];
  const [issuer = '', ...account] = decode(label).split(':');
  const secret = /(?:^|&)secret=([\da-f]*)(?:&|$)/i.exec(query)?.[1];
  const draft = {
    kind: 'motp',
    issuer: account.length === 0 ? '' : issuer,
    account: account.length === 0 ? issuer : account.join(':'),
    secret: secret === undefined ? undefined : Buffer.from(secret, 'hex'),
    algorithm: 'MD5',
    digits: 6,
    period: 10,
  };
  reading.add(draft, notes);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
