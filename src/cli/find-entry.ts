import type { EntryView } from '../contract/entry.ts';
import { fold } from '../contract/search/fold.ts';
import { inOrder } from '../contract/search/order.ts';
import { search, searchable } from '../contract/search/search.ts';
import { CommandError } from './command-error.ts';
import type { Client } from './host.ts';
import { present } from './present.ts';
import { words } from './words/words.ts';

/** How many characters of an id a list shows, and the fewest that name an entry. */
export const shownIdLength = 8;
/** How many entries an error names. */
const mostNamed = 10;

/**
 * The entries that a query names: by words of what the window's search covers, or by the start of an id; the best match
 * first, then by use. All of them for an empty query.
 * @param how what acts on an entry takes it by its exact words only; a list may be `forgiving`
 */
export function findEntries<Entry extends EntryView>(
  entries: readonly Entry[],
  query: string,
  how: 'forgiving' | 'exact' = 'exact',
): Entry[] {
  const id = query.toLowerCase();
  const byId = id.length < shownIdLength ? [] : entries.filter((entry) => entry.id.startsWith(id));
  if (byId.length > 0) return inOrder(byId, 'use');
  return search(searchable(inOrder(entries, 'use')), query, how);
}

/** The one entry of the list that the words of a command name. @throws as `findEntry` */
export async function entryNamed(client: Client, query: readonly string[]): Promise<EntryView> {
  const { entries } = await present(await client.entries.watch());
  return findEntry(entries, query.join(' '));
}

/**
 * The one entry that a query names. Of several, the one whose issuer, or whole name, is the query is meant: “GitHub”
 * beside “GitHub Enterprise”.
 * @throws CommandError ENTRY_NOT_FOUND, with those that a typing error would explain; ENTRY_AMBIGUOUS
 */
export function findEntry<Entry extends EntryView>(entries: readonly Entry[], query: string): Entry {
  const found = findEntries(entries, query);
  const whole = fold(query).trim();
  const exact = found.filter(({ issuer, account }) =>
    [issuer, `${issuer} ${account}`].some((name) => fold(name).trim() === whole),
  );
  const [entry, ...others] = exact.length === 1 ? exact : found;
  if (entry === undefined) {
    const close = findEntries(entries, query, 'forgiving');
    throw new CommandError(
      'ENTRY_NOT_FOUND',
      words.errors.noneMatches(query),
      close.length === 0 ? [] : [words.errors.perhaps, ...named(close)],
    );
  }
  if (others.length === 0) return entry;
  throw new CommandError('ENTRY_AMBIGUOUS', words.errors.severalMatch(query, found.length), named(found));
}

/** A line each for the first of them, and one for how many more there are. */
function named(entries: readonly EntryView[]): string[] {
  const rest = entries.length - mostNamed;
  return [
    ...entries.slice(0, mostNamed).map((one) => `  ${one.id.slice(0, shownIdLength)}  ${words.named(one)}`),
    ...(rest > 0 ? [`  ${words.errors.andMore(rest)}`] : []),
  ];
}
