import type { EntryView } from '../../contract/entry.ts';

/** What the search matches: names in lower case, without accents. */
export interface Searchable {
  readonly entry: EntryView;
  readonly key: string;
}

/** Prepares the entries once for many searches. */
export function searchable(entries: readonly EntryView[]): Searchable[] {
  return entries.map((entry) => ({ entry, key: fold(`${entry.issuer} ${entry.account}`) }));
}

/** The entries that match every word of the text, in their order; all of them for an empty text. */
export function search(among: readonly Searchable[], text: string): EntryView[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const found = [];
  for (const { entry, key } of among) if (words.every((word) => key.includes(word))) found.push(entry);
  return found;
}

/** Pinned first, then by last use (newest first), then by name. */
export function byUse(entries: readonly EntryView[]): EntryView[] {
  const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  return entries.toSorted(
    (one, other) =>
      Number(other.pinned) - Number(one.pinned) ||
      (other.lastUsedAt ?? 0) - (one.lastUsedAt ?? 0) ||
      names.compare(one.issuer, other.issuer) ||
      names.compare(one.account, other.account),
  );
}

/**
 * The entries in the order of `shown`, so that using a code does not move rows under the pointer. Sorts anew
 * when entries are added, removed or pinned.
 * @param shown ids and pins as they are on the screen
 */
export function keepOrder(entries: readonly EntryView[], shown: readonly EntryView[]): EntryView[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const kept = shown.flatMap(({ id, pinned }) => {
    const entry = byId.get(id);
    return entry?.pinned === pinned ? [entry] : [];
  });
  return kept.length === entries.length ? kept : byUse(entries);
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
