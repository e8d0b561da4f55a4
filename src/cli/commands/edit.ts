import { Option, type Command } from 'commander';
import type { EntryView } from '../../contract/entry.ts';
import { CommandError } from '../command-error.ts';
import { entryNamed } from '../find-entry.ts';
import type { Client } from '../host.ts';
import { withVault } from '../run.ts';
import { addSettingsOptions, hasSettings, type SettingsOptions } from '../settings-options.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

interface Options extends SettingsOptions {
  readonly issuer?: string;
  readonly account?: string;
  readonly pin?: true;
  readonly unpin?: true;
}

/** `latchkey edit QUERY`. */
export function addEdit(program: Command): void {
  const edit = program
    .command('edit')
    .description(words.edit.about)
    .argument('<query...>', words.query)
    .option('--issuer <name>', words.settings.issuer)
    .option('--account <name>', words.settings.account)
    .option('--pin', words.edit.pin)
    .addOption(new Option('--unpin', words.edit.unpin).conflicts('pin'));
  addSettingsOptions(edit).action((query: string[], options: Options, command: Command) => {
    const { issuer, account, pin, unpin } = options;
    const isNamed = issuer !== undefined || account !== undefined;
    if (!isNamed && !hasSettings(options) && pin === undefined && unpin === undefined) {
      throw new CommandError('USAGE', words.errors.nothingToEdit);
    }
    return withVault(command, async ({ client }) => {
      const entry = await entryNamed(client, query);
      const undoId = hasSettings(options) ? await changeSettings(client, entry, options) : null;
      const names = { issuer: issuer ?? entry.issuer, account: account ?? entry.account };
      try {
        if (isNamed) await client.entries.edit({ id: entry.id, ...names });
      } catch (error) {
        // All of what was asked, or nothing.
        if (undoId !== null) await client.undo.take({ undoId });
        throw error;
      }
      if (pin === true || unpin === true) {
        await client.entries.setPinned({ id: entry.id, pinned: pin === true });
      }
      streams.say(words.changed(names));
    });
  });
}

/** @returns what undoes it */
async function changeSettings(client: Client, entry: EntryView, options: SettingsOptions): Promise<string> {
  const { undoId } = await client.entries.setSettings({
    id: entry.id,
    kind: options.type ?? entry.kind,
    algorithm: options.algorithm ?? entry.algorithm,
    digits: options.digits ?? entry.digits,
    period: options.period ?? (entry.period || 30),
    counter: options.counter ?? entry.counter ?? 0,
  });
  return undoId;
}
