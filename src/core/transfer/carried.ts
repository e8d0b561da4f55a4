import type { Entry } from '../entry/entry.ts';
import type { Carried } from './format.ts';

/** What one of Latchkey's entries carries beside its settings. */
export function carriedByEntry(entry: Entry, trashed = false): Carried {
  const { issuer, account, unknownParameters, tags, note, pinned } = entry;
  const name = entry.icon?.['name'];
  const icon = typeof name === 'string' ? name : null;
  return { issuer, account, unknownParameters, tags, note, pinned, trashed, icon };
}
