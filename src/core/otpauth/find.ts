import { glue, isContinued } from './lines.ts';
import { lastPiece } from './pieces.ts';
import { marks } from './unwrap.ts';

/** An address as it stands in a text, put together. */
export interface FoundAddress {
  readonly uri: string;
  /** It was put together of several lines. */
  readonly isJoined: boolean;
  /** Something behind it may have been a part of it, and was left aside. */
  readonly isLeftOver: boolean;
  /** Something that ends it stands behind it: what was copied was not cut there. */
  readonly isEnded: boolean;
}

/**
 * Every set-up address in a text that `unwrapText` gave, in order, the same one once. An address reaches to what closes
 * what was opened before it (`"…"`, `<…>`, `(…)`), else to the end of its line and over the lines that go on with it.
 * What is behind it, up to the next address, is left aside, and `isLeftOver` says so.
 */
export function findAddresses(text: string): FoundAddress[] {
  const starts = [...text.matchAll(scheme)];
  const found = new Map<string, FoundAddress>();
  for (const [i, start] of starts.entries()) {
    const from = start.index + start[0].length;
    const to = starts[i + 1]?.index ?? text.length;
    const name = start[0].replaceAll(/\s/g, '');
    const address = cutOut(name, text.slice(from, to), text.charAt(start.index - 1), i + 1 < starts.length);
    if (!found.has(address.uri)) found.set(address.uri, address);
  }
  return [...found.values()];
}

/** Its letters may stand on two lines, as everything else may. */
const gap = String.raw`(?:[ \t]*\n\s*)?`;
const scheme = new RegExp(
  ['otpauth://', 'otpauth-migration://', 'steam://'].map((name) => name.split('').join(gap)).join('|'),
  'gi',
);

const closers: Readonly<Record<string, string>> = {
  [marks.open]: marks.close,
  '"': '"',
  "'": "'",
  '`': '`',
  '<': '>',
  '(': ')',
  '[': ']',
  '“': '”',
  '‘': '’',
  '«': '»',
};

function cutOut(name: string, behind: string, before: string, isFollowed: boolean): FoundAddress {
  const closed = closedBy(behind, before);
  const lines = (closed ?? behind).split('\n');
  let uri = name + (lines[0] ?? '');
  let isJoined = false;
  let isLeftOver = false;
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line.trim() === '') continue;
    // What stands between quote marks belongs to it, whatever it looks like.
    if (closed !== null || isContinued(uri, line, lines.slice(at))) {
      uri = glue(uri, line);
      isJoined = true;
    } else if (!/^\s*(?:#|\/\/) /.test(line)) {
      isLeftOver = true;
      break;
    }
  }
  const trimmed = isFollowed ? uri.trim().replace(/[,;]+$/, '') : uri.trim();
  const clean = closed === null ? withoutProse(trimmed) : { uri: trimmed, isCut: false };
  return {
    uri: clean.uri,
    isJoined,
    isLeftOver: isLeftOver || clean.isCut,
    isEnded: closed !== null || isFollowed,
  };
}

/** What stands before the closing mark; names may hold such a mark too, so it counts from the key on. */
function closedBy(text: string, before: string): string | null {
  const closer = closers[before];
  if (closer === undefined) return null;
  const key = /secret\s*=/i.exec(text)?.index ?? 0;
  const at = text.indexOf(closer, key);
  return at < 0 ? null : text.slice(0, at);
}

/** Takes what cannot belong to a number, a method or a key off the end: a full stop, the words of a sentence. */
function withoutProse(uri: string): { uri: string; isCut: boolean } {
  const { name, value } = lastPiece(uri);
  if (name === 'secret') {
    const groups = value.split(/\s+/);
    const [first = ''] = groups;
    const isGrouped = groups.every((group, at) =>
      at < groups.length - 1 ? group.length === first.length : group.length <= first.length,
    );
    // Words of a sentence are letters as keys have them.
    if (!isGrouped && first.length >= 16) return cut(uri, value, first);
  } else if (!numbers.has(name)) return { uri, isCut: false };
  else if (/\S\s+\S/.test(value)) return cut(uri, value, value.trim().split(/\s/)[0] ?? '');
  return { uri: uri.replace(/[.,;:!?)\]}>"'*`]+$/, ''), isCut: false };
}

const numbers: ReadonlySet<string> = new Set(['digits', 'period', 'counter', 'algorithm']);

function cut(uri: string, value: string, rest: string): { uri: string; isCut: boolean } {
  const whole = uri.slice(0, uri.length - value.length) + rest;
  return { uri: whole.replace(/[.,;:!?)\]}>"'*`]+$/, ''), isCut: true };
}
