import type { EntryView } from '../entry.ts';
import type { SearchFit } from '../vocabulary.ts';
import { inOrder } from './order.ts';
import { search, searchable, type SearchedParts } from './search.ts';

/** How many characters of an id a list shows, and the fewest that name an entry. */
export const shownIdLength = 8;

/**
 * The entries that a query names: by words of what the window's search covers, or by the start of an id; the best match
 * first, then by use. All of them for an empty query.
 */
export function findEntries<Entry extends SearchedParts & Pick<EntryView, 'id' | 'pinned' | 'lastUsedAt'>>(
  entries: readonly Entry[],
  query: string,
  fit: SearchFit = 'exact',
): Entry[] {
  const id = query.toLowerCase();
  const byId = id.length < shownIdLength ? [] : entries.filter((entry) => entry.id.startsWith(id));
  if (byId.length > 0) return inOrder(byId, 'use');
  // Of a thousand entries, only those found are put in order.
  const found = search(searchable(entries), query, fit);
  return search(searchable(inOrder(found, 'use')), query, fit);
}
