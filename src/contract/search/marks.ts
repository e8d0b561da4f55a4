import { foldWithPlaces } from './fold.ts';
import { findWord, forgiven } from './match.ts';
import { wordsOf, type SearchedParts } from './search.ts';

/** What a search found in a text: `[start, end]` of each piece, in their order, none touching another. */
export type Ranges = readonly (readonly [start: number, end: number])[];

export interface MarkedText {
  readonly text: string;
  readonly ranges: Ranges;
}

/** Where the words of a search stand in an entry. */
export interface Marks {
  readonly issuer: Ranges;
  readonly account: Ranges;
  /** The tags in which words stand that are not in the names. */
  readonly tags: readonly MarkedText[];
  /** A piece of the note with words that stand nowhere else. */
  readonly note: MarkedText | null;
}

/** How much of a note is shown around what was found in it, in UTF-16 units. */
const excerpt = { before: 20, most: 80 };

/** Where the words of a search stand in an entry that it found, to mark them. */
export function marksOf(entry: SearchedParts, text: string): Marks {
  const words = wordsOf(text);
  const issuer = prepare(entry.issuer);
  const account = prepare(entry.account);
  const tags = entry.tags.map(prepare);
  const note = prepare(entry.note);
  const fields = [issuer, account, ...tags, note];
  for (const word of words) {
    const hits = fields.map(({ folded }) => findWord(folded, word));
    const isExact = hits.some(({ cost }) => cost < forgiven);
    fields.forEach((field, at) => {
      const hit = hits[at];
      const counts = hit !== undefined && (isExact ? hit.cost < forgiven : hit.cost < Infinity);
      if (counts) field.hits.set(word, [field.places[hit.start] ?? 0, field.places[hit.end] ?? 0]);
    });
  }
  const beyondNames = words.filter((word) => ![issuer, account].some(({ hits }) => hits.has(word)));
  const marked = tags.filter(({ hits }) => beyondNames.some((word) => hits.has(word)));
  const beyondTags = beyondNames.filter((word) => !marked.some(({ hits }) => hits.has(word)));
  const inNote = beyondTags.some((word) => note.hits.has(word));
  return {
    issuer: rangesOf(issuer.hits),
    account: rangesOf(account.hits),
    tags: marked.map(({ text: tag, hits }) => ({ text: tag, ranges: rangesOf(hits) })),
    note: inNote ? excerptOf(note.text, rangesOf(note.hits)) : null,
  };
}

interface Field {
  readonly text: string;
  readonly folded: string;
  readonly places: readonly number[];
  readonly hits: Map<string, readonly [start: number, end: number]>;
}

function prepare(text: string): Field {
  return { text, ...foldWithPlaces(text), hits: new Map() };
}

/** In their order, those that touch as one. */
function rangesOf(hits: Field['hits']): Ranges {
  const joined: [number, number][] = [];
  for (const [start, end] of [...hits.values()].toSorted(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    if (last === undefined || start > last[1]) joined.push([start, end]);
    else last[1] = Math.max(last[1], end);
  }
  return joined;
}

/** The first range with what stands around it, as one line. */
function excerptOf(text: string, ranges: Ranges): MarkedText {
  const first = ranges[0]?.[0] ?? 0;
  const from = first <= excerpt.before ? 0 : wordAfter(text, first - excerpt.before, first);
  const to = Math.min(text.length, from + excerpt.most);
  const [before, after] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to).replaceAll(/\s/gu, ' ')}${after}`,
    ranges: ranges
      .filter(([start]) => start < to)
      .map(([start, end]) => [start + shift, Math.min(end, to) + shift] as const),
  };
}

/** Where the first word after a place begins, or `latest` if none does before it. */
function wordAfter(text: string, at: number, latest: number): number {
  const space = text.slice(at, latest).search(/\s/u);
  return space === -1 ? latest : at + space + 1;
}
