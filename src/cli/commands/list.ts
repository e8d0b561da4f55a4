import type { Command } from 'commander';
import { joined } from '../../contract/entry-lists.ts';
import type { EntryView } from '../../contract/entry.ts';
import { isolated } from '../../contract/plain-line.ts';
import { textLength } from '../../contract/limits.ts';
import { findEntries, shownIdLength } from '../../contract/search/find-entries.ts';
import { isoOf, printedEntry } from '../json.ts';
import { present } from '../present.ts';
import { withVault } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

interface Options {
  readonly json?: true;
  readonly deleted?: true;
}

/** `latchkey list [QUERY]`. */
export function addList(program: Command): void {
  program
    .command('list')
    .description(words.list.about)
    .argument('[query...]', words.query)
    .option('--deleted', words.list.deleted)
    .option('--json', words.options.json)
    .action((query: string[], options: Options, command: Command) =>
      withVault(command, async ({ client }) => {
        const { entries, trash } = await present(joined(await client.entries.watch()));
        const text = query.join(' ');
        if (options.deleted === true) {
          const found = findEntries(trash, text, 'forgiving');
          if (options.json === true) {
            const printed = found.map((one) => ({ ...printedEntry(one), deletedAt: isoOf(one.deletedAt) }));
            return streams.printJson(printed);
          }
          return printLines(found);
        }
        const found = findEntries(entries, text, 'forgiving');
        if (options.json === true) return streams.printJson(found.map(printedEntry));
        printLines(found);
      }),
    );
}

/** Columns for a person; for a program, fields that no width changes. */
function printLines(entries: readonly EntryView[]): void {
  if (entries.length === 0) streams.mention(words.nothingHere);
  if (!streams.isForPerson) {
    return streams.printFields(...entries.map(({ id, issuer, account }) => [issuer, account, id]));
  }
  const issuerWidth = Math.max(0, ...entries.map(({ issuer }) => textLength(issuer)));
  const accountWidth = Math.max(0, ...entries.map(({ account }) => textLength(account)));
  streams.print(
    ...entries.map(({ id, issuer, account }) =>
      [padded(issuer, issuerWidth), padded(account, accountWidth), id.slice(0, shownIdLength)].join('  '),
    ),
  );
}

function padded(text: string, width: number): string {
  return isolated(text) + ' '.repeat(width - textLength(text));
}
