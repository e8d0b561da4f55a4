/** The search and the order of the list of entries: the same in the window and in the terminal. */
import type { EntryView } from './entry.ts';

/** What the search matches: names in lower case, without accents. */
export interface Searchable<Entry> {
  readonly entry: Entry;
  readonly key: string;
}

/** Prepares the entries once for many searches. */
export function searchable<Entry extends Pick<EntryView, 'issuer' | 'account'>>(
  entries: readonly Entry[],
): Searchable<Entry>[] {
  return entries.map((entry) => ({ entry, key: fold(`${entry.issuer} ${entry.account}`) }));
}

/** The entries that match every word of the text, in their order; all of them for an empty text. */
export function search<Entry>(among: readonly Searchable<Entry>[], text: string): Entry[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const found = [];
  for (const { entry, key } of among) if (words.every((word) => key.includes(word))) found.push(entry);
  return found;
}

/** Pinned first, then by last use (newest first), then by name. */
export function byUse<Entry extends EntryView>(entries: readonly Entry[]): Entry[] {
  const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  return entries.toSorted(
    (one, other) =>
      Number(other.pinned) - Number(one.pinned) ||
      (other.lastUsedAt ?? 0) - (one.lastUsedAt ?? 0) ||
      names.compare(one.issuer, other.issuer) ||
      names.compare(one.account, other.account),
  );
}

/** Makes texts comparable: in lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
