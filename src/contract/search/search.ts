/** The search in the list of entries: the same in the window, the quick find, the terminal and the desktop's search. */
import type { EntryView } from '../entry.ts';
import type { SearchFit } from '../vocabulary.ts';
import { fold } from './fold.ts';
import { findWord, forgiven } from './match.ts';

/** What is searched of an entry. Never its secret or a code. */
export type SearchedParts = Pick<EntryView, 'issuer' | 'account'> & {
  readonly tags: readonly string[];
  readonly note: string;
};

/** An entry as it is searched. */
export interface Searchable<Entry> {
  readonly entry: Entry;
  /** Folded: issuer, account, tags and note, a line each. */
  readonly lines: string;
  /** Where the names end in them. */
  readonly namesEnd: number;
}

/** Prepares the entries once for many searches. */
export function searchable<Entry extends SearchedParts>(entries: readonly Entry[]): Searchable<Entry>[] {
  return entries.map((entry) => {
    const names = fold(`${entry.issuer}\n${entry.account}`);
    const hasMore = entry.tags.length > 0 || entry.note !== '';
    const lines = hasMore ? `${names}\n${fold([...entry.tags, entry.note].join('\n'))}` : names;
    return { entry, lines, namesEnd: names.length };
  });
}

/** The words of a search, as they are compared. */
export function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/u).filter(Boolean);
}

/**
 * The entries in which every word of the text stands, in any order of the words: the best match first, equally good ones
 * in their order; all of them for an empty text.
 * @param how `forgiving`: also those in which a word of four letters and more stands but for one slip, after all others
 */
export function search<Entry>(
  among: readonly Searchable<Entry>[],
  text: string,
  how: SearchFit = 'forgiving',
): Entry[] {
  const words = wordsOf(text);
  const limit = how === 'exact' ? forgiven : Infinity;
  const found: { entry: Entry; cost: number }[] = [];
  for (const { entry, lines, namesEnd } of among) {
    let cost = 0;
    for (let at = 0; at < words.length && cost < limit; at += 1) {
      cost += findWord(lines, words[at] ?? '', namesEnd).cost;
    }
    if (cost < limit) found.push({ entry, cost });
  }
  return found.toSorted((one, other) => one.cost - other.cost).map(({ entry }) => entry);
}
