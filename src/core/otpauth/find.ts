import { glue, isContinued } from './lines.ts';
import { lastPiece } from './pieces.ts';
import { otpauthMaximumBytes } from './take-apart.ts';
import { marks } from './unwrap.ts';

/** An address found in a text, with its lines joined. */
export interface FoundAddress {
  readonly uri: string;
  /** It was joined from several lines. */
  readonly isJoined: boolean;
  /** Text after it may have belonged to it and was left out. */
  readonly isLeftOver: boolean;
  /** Text after it marks its end, so the copy was not cut off there. */
  readonly isEnded: boolean;
}

/**
 * Finds every set-up address in a text from `unwrapText`, in order, each once. An address runs to the mark that
 * closes what was opened before it (`"…"`, `<…>`, `(…)`), or else to the end of its line and over the lines
 * that continue it. The text between it and the next address is left out, and `isLeftOver` says so.
 */
export function findAddresses(text: string): FoundAddress[] {
  const starts = [...text.matchAll(scheme)];
  const found = new Map<string, FoundAddress>();
  for (const [i, start] of starts.entries()) {
    const from = start.index + start[0].length;
    const to = Math.min(starts[i + 1]?.index ?? text.length, from + longest);
    const name = start[0].replaceAll(/\s/g, '');
    const address = cutOut(name, text.slice(from, to), text.charAt(start.index - 1), i + 1 < starts.length);
    if (!found.has(address.uri)) found.set(address.uri, address);
  }
  return [...found.values()];
}

/** What stands farther behind its start, in characters, is of no address: those are shorter, wrapped ones too. */
const longest = 4 * otpauthMaximumBytes;

/** Like all the rest, its letters may be split across two lines. */
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
  const ahead = lines.slice(1).map((line) => line.trim());
  let rest = ahead.join('');
  for (const line of ahead) {
    const fromHere = rest;
    rest = rest.slice(line.length);
    // An address longer than any stays so.
    if (line === '' || uri.length > otpauthMaximumBytes) continue;
    // Everything between quote marks belongs to it, whatever it looks like.
    if (closed !== null || isContinued(uri, line, fromHere)) {
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

/** The text before the closing mark. Names may contain such a mark too, so the search starts at the key. */
function closedBy(text: string, before: string): string | null {
  const closer = closers[before];
  if (closer === undefined) return null;
  const key = /secret\s*=/i.exec(text)?.index ?? 0;
  const at = text.indexOf(closer, key);
  return at < 0 ? null : text.slice(0, at);
}

/** Removes from the end what cannot belong to a number, a method or a key: a full stop, words of a sentence. */
function withoutProse(uri: string): { uri: string; isCut: boolean } {
  const { name, value } = lastPiece(uri);
  if (name === 'secret') {
    const groups = value.split(/\s+/);
    const [first = ''] = groups;
    const isGrouped = groups.every((group, at) =>
      at < groups.length - 1 ? group.length === first.length : group.length <= first.length,
    );
    // A sentence's words consist of letters that keys have too.
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
