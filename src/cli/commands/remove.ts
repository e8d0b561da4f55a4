import type { Command } from 'commander';
import { joined } from '../../contract/entry-lists.ts';
import { findEntries, shownIdLength } from '../../contract/search/find-entries.ts';
import { entryNamed, oneOf } from '../find-entry.ts';
import { present } from '../present.ts';
import { withVault } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

/** `latchkey rm QUERY`. */
export function addRemove(program: Command): void {
  program
    .command('rm')
    .description(words.remove.about)
    .argument('<query...>', words.query)
    .option('--undo', words.remove.undo)
    .action((query: string[], { undo }: { readonly undo?: true }, command: Command) =>
      withVault(command, async ({ client }) => {
        if (undo === true) {
          const { trash } = await present(joined(await client.entries.watch()));
          const text = query.join(' ');
          const entry = await oneOf(text, async (fit) => findEntries(trash, text, fit));
          await client.entries.restore({ id: entry.id });
          return streams.say(words.restored(entry));
        }
        const entry = await entryNamed(client, query);
        await client.entries.remove({ id: entry.id });
        streams.say(words.removed(entry, entry.id.slice(0, shownIdLength)));
      }),
    );
}
