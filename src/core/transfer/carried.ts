import type { Entry } from '../entry/entry.ts';
import type { Carried } from './format.ts';

/** What one of Latchkey's entries carries beside its settings; the secrets in it are the arrays themselves. */
export function carriedByEntry(entry: Entry, trashed = false): Carried {
  const { issuer, account, unknownParameters, tags, note, pinned, siteCodes, former } = entry;
  const name = entry.icon?.['name'];
  const icon = typeof name === 'string' ? name : null;
  // A name alone goes along as such.
  const isNamed = icon !== null && entry.icon?.['from'] === undefined;
  const own = { siteCodes, former, ...(entry.icon && !isNamed && { icon: entry.icon }) };
  const hasOwn = siteCodes.length > 0 || former.length > 0 || own.icon !== undefined;
  return {
    issuer,
    account,
    unknownParameters,
    tags,
    note,
    pinned,
    trashed,
    icon,
    ...(hasOwn && { own }),
  };
}
