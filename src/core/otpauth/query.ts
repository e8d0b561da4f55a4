import { otpauthParameterSchema } from './parsed.ts';
import type { OtpauthNote, OtpauthParameter } from './parsed.ts';

/** A URI's parameters: those with a meaning (raw, first one wins) and the rest (decoded). */
export interface Query {
  readonly known: ReadonlyMap<OtpauthParameter, string>;
  readonly unknown: (readonly [name: string, value: string])[];
}

/**
 * Splits the text after the `?`. Does not use WHATWG's `URLSearchParams`, which turns every `+` into a space,
 * replaces broken UTF-8, and cuts an issuer at an unescaped `&`. Known names may have any case. A piece without
 * `=` after an issuer belongs to it (`issuer=AT&T`), and `&amp;` is `&`.
 *
 * @param notes receives PARAMETER_REPEATED and PERCENT_BROKEN
 */
export function readQuery(query: string, notes: OtpauthNote[]): Query {
  const known = new Map<OtpauthParameter, string>();
  const unknown: [string, string][] = [];
  for (const [name, value] of joinSplitIssuers(query)) {
    const parameter = otpauthParameterSchema.safeParse(decodePercent(name, []).trim().toLowerCase());
    if (!parameter.success) {
      unknown.push([decodePercent(name, notes), decodePercent(value, notes)]);
      continue;
    }
    const first = known.get(parameter.data);
    if (first === undefined) known.set(parameter.data, value);
    else if (first !== value) addNote(notes, { code: 'PARAMETER_REPEATED', parameter: parameter.data });
  }
  return { known, unknown };
}

/**
 * Splits label and query at the `?` before the parameters. A label may contain an unescaped `?` of its own, and
 * some writers escape the one that counts.
 */
export function splitAtQuery(rest: string): [before: string, query: string] {
  const places = [...rest.matchAll(/\?/g)].map(({ index }) => index);
  const starts = places.filter((place) => startsQuery(rest.slice(place + 1)));
  const at = starts.find((place) => startsKnown(rest.slice(place + 1))) ?? starts[0] ?? places[0];
  if (at !== undefined && holdsSecret(rest.slice(at + 1))) return [rest.slice(0, at), rest.slice(at + 1)];
  const escaped = /(?:%3f|&)(?=\s*secret\s*=)/i.exec(rest);
  if (escaped !== null) return [rest.slice(0, escaped.index), rest.slice(escaped.index + escaped[0].length)];
  return at === undefined ? [rest, ''] : [rest.slice(0, at), rest.slice(at + 1)];
}

/**
 * Splits a key's value if the parameters after it were percent-encoded with it (`secret=JBSW%26issuer%3DACME`):
 * no key contains an `&`.
 */
export function untangle(query: string): string {
  return query
    .split('&')
    .map((piece) => {
      let value = piece;
      if (!/^\s*secret\s*=/i.test(piece)) return piece;
      for (let round = 0; round < 3 && /%(?:25)*26/i.test(value); round += 1)
        value = decodePercent(value, []);
      return value;
    })
    .join('&');
}

/**
 * Decodes %XX as UTF-8 and leaves everything else unchanged: `+`, spaces, raw UTF-8, and invalid sequences
 * (`100%`, `%zz`, `%E9`), which it notes as PERCENT_BROKEN. Never throws.
 */
export function decodePercent(text: string, notes: OtpauthNote[]): string {
  return text.replaceAll(/(?:%[\da-f]{2})+|%/gi, (run) => {
    const decoded = decodeRun(run);
    if (decoded === null) addNote(notes, { code: 'PERCENT_BROKEN' });
    return decoded ?? run;
  });
}

/** Adds a note unless it is already there. */
export function addNote(notes: OtpauthNote[], note: OtpauthNote): void {
  if (!notes.some(({ code, parameter }) => code === note.code && parameter === note.parameter))
    notes.push(note);
}

/** Whether this starts with a parameter and includes the key. */
function startsQuery(query: string): boolean {
  return /^\s*(?:amp;)?[\w.%-]+\s*=/.test(query)
    ? holdsSecret(query)
    : query.startsWith('&') && holdsSecret(query);
}

/** Whether the first parameter has a meaning; a label may well contain `?a=b`. */
function startsKnown(query: string): boolean {
  const name = /^[^=&]*/.exec(query)?.[0] ?? '';
  return otpauthParameterSchema.safeParse(name.trim().toLowerCase()).success;
}

function holdsSecret(query: string): boolean {
  return /(?:^|&)\s*(?:amp;)?secret\s*=/i.test(query);
}

function joinSplitIssuers(query: string): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (const piece of query.split('&')) {
    const last = pairs.at(-1);
    const equals = piece.indexOf('=');
    if (equals >= 0) {
      pairs.push([piece.slice(0, equals).replace(/^amp;/i, ''), piece.slice(equals + 1)]);
    } else if (last !== undefined && last[0].trim().toLowerCase() === 'issuer' && belongs(piece, last[1])) {
      last[1] += `&${piece.replace(/^amp;/i, '')}`;
    } else if (piece !== '') {
      pairs.push([piece, '']);
    }
  }
  return pairs;
}

/** Whether a piece without `=` is more of the issuer. Stratum ends its Steam entries `issuer=Steam&steam`. */
function belongs(piece: string, issuer: string): boolean {
  return piece !== '' && !/^steam\0steam$/i.test(`${issuer.trim()}\0${piece.trim()}`);
}

function decodeRun(run: string): string | null {
  if (run === '%') return null;
  try {
    return decodeURIComponent(run);
  } catch {
    // The only possible error here: not UTF-8.
    return null;
  }
}
