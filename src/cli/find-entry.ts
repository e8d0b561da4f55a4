import type { EntryView } from '../contract/entry.ts';
import { shownIdLength } from '../contract/search/find-entries.ts';
import { fold } from '../contract/search/fold.ts';
import type { SearchFit } from '../contract/vocabulary.ts';
import { CommandError } from './command-error.ts';
import type { Client } from './host.ts';
import { words } from './words/words.ts';

/** How many entries an error names. */
const mostNamed = 10;

/** The one entry of the list that the words of a command name. @throws as `oneOf` */
export async function entryNamed(client: Client, typed: readonly string[]): Promise<EntryView> {
  const query = typed.join(' ');
  return oneOf(query, async (fit) => (await client.entries.find({ query, fit })).entries);
}

/**
 * The one entry that a query names. Of several, the one whose issuer, or whole name, is the query is meant: “GitHub”
 * beside “GitHub Enterprise”.
 * @param find gives those that the query names, as `findEntries`
 * @throws CommandError ENTRY_NOT_FOUND, with those that a typing error would explain; ENTRY_AMBIGUOUS
 */
export async function oneOf<Entry extends EntryView>(
  query: string,
  find: (fit: SearchFit) => Promise<Entry[]>,
): Promise<Entry> {
  const found = await find('exact');
  const whole = fold(query).trim();
  const exact = found.filter(({ issuer, account }) =>
    [issuer, `${issuer} ${account}`].some((name) => fold(name).trim() === whole),
  );
  const [entry, ...others] = exact.length === 1 ? exact : found;
  if (entry === undefined) {
    const close = await find('forgiving');
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
