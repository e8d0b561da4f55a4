import type { EntryView } from '../../contract/entry.ts';
import { byUse } from '../../contract/search.ts';

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
