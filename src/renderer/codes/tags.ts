import type { EntryView } from '../../contract/entry.ts';
import { fold } from '../../contract/search/fold.ts';
import { compareNames } from '../../contract/search/order.ts';

/** Which entries the list shows, by their tags. */
export type TagFilter = 'all' | 'untagged' | { readonly tag: string };

/** Every tag of these entries once, by name. */
export function tagsOf(entries: readonly EntryView[]): string[] {
  return [...new Set(entries.flatMap(({ tags }) => tags))].toSorted(compareNames);
}

/** The tag among these that a typed one stands for, however it is written: “work” is the tag “Work”. */
export function knownTag(tags: readonly string[], typed: string): string | undefined {
  return tags.find((tag) => fold(tag) === fold(typed));
}

/** The entries that a filter lets through. A tag that no entry has any more lets all of them through. */
export function filterByTag(entries: EntryView[], filter: TagFilter, tags: readonly string[]): EntryView[] {
  const inForce = filterInForce(filter, tags);
  if (inForce === 'all') return entries;
  if (inForce === 'untagged') return entries.filter((entry) => entry.tags.length === 0);
  return entries.filter((entry) => entry.tags.includes(inForce.tag));
}

/** The filter, as far as its tag still exists. */
export function filterInForce(filter: TagFilter, tags: readonly string[]): TagFilter {
  if (tags.length === 0) return 'all';
  return typeof filter === 'object' && !tags.includes(filter.tag) ? 'all' : filter;
}
