import type { EntryView } from '../contract/entry.ts';
import { byUse, fold, search, searchable } from '../contract/search.ts';
import { CommandError } from './command-error.ts';
import type { Client } from './host.ts';
import { present } from './present.ts';
import { nameOf, words } from './words.ts';

/** How many characters of an id a list shows, and the fewest that name an entry. */
export const shownIdLength = 8;
/** How many entries an error names. */
const mostNamed = 10;

/**
 * The entries that a query names, in the window's order: by words of their names, as the window's search finds
 * them, or by the start of an id. All of them for an empty query.
 */
export function findEntries<Entry extends EntryView>(entries: readonly Entry[], query: string): Entry[] {
  const id = query.toLowerCase();
  const byId = id.length < shownIdLength ? [] : entries.filter((entry) => entry.id.startsWith(id));
  return byUse(byId.length > 0 ? byId : search(searchable(entries), query));
}

/** The one entry of the list that the words of a command name. @throws as `findEntry` */
export async function entryNamed(client: Client, query: readonly string[]): Promise<EntryView> {
  const { entries } = await present(await client.entries.watch());
  return findEntry(entries, query.join(' '));
}

/**
 * The one entry that a query names. Of several, the one whose issuer, or whole name, is the query is meant: “GitHub”
 * beside “GitHub Enterprise”.
 * @throws CommandError ENTRY_NOT_FOUND, ENTRY_AMBIGUOUS
 */
export function findEntry<Entry extends EntryView>(entries: readonly Entry[], query: string): Entry {
  const found = findEntries(entries, query);
  const whole = fold(query).trim();
  const exact = found.filter(({ issuer, account }) =>
    [issuer, `${issuer} ${account}`].some((name) => fold(name).trim() === whole),
  );
  const [entry, ...others] = exact.length === 1 ? exact : found;
  if (entry === undefined) throw new CommandError('ENTRY_NOT_FOUND', words.errors.noneMatches(query));
  if (others.length === 0) return entry;
  const named = found.slice(0, mostNamed).map((one) => `  ${one.id.slice(0, shownIdLength)}  ${nameOf(one)}`);
  const rest = found.length - named.length;
  throw new CommandError('ENTRY_AMBIGUOUS', words.errors.severalMatch(query, found.length), [
    ...named,
    ...(rest > 0 ? [`  ${words.errors.andMore(rest)}`] : []),
  ]);
}
