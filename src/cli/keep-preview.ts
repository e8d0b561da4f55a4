import { Option, type Command } from 'commander';
import type { DuplicateAnswers } from '../contract/duplicate.ts';
import { joined } from '../contract/entry-lists.ts';
import type { Preview } from '../contract/previews.ts';
import type { Client } from './host.ts';
import { printedEntry } from './json.ts';
import { present } from './present.ts';
import { streams } from './streams.ts';
import { words } from './words/words.ts';

/** How a preview is kept: its names, and the answers to what is in the vault already. */
export interface KeepingOptions {
  readonly issuer?: string;
  readonly account?: string;
  readonly steam?: true;
  readonly correct?: true;
  readonly replace?: true;
  readonly keepBoth?: true;
  readonly json?: true;
}

export function addKeepingOptions(command: Command): Command {
  return command
    .option('--issuer <name>', words.settings.issuer)
    .option('--account <name>', words.settings.account)
    .option('--steam', words.add.steam)
    .option('--correct', words.add.correct)
    .option('--replace', words.add.replace)
    .addOption(new Option('--keep-both', words.add.keepBoth).conflicts(['correct', 'replace']))
    .option('--json', words.options.json);
}

/** Keeps a preview and prints the entry that came of it. @throws the errors of `previews.accept` */
export async function keepPreview(client: Client, preview: Preview, options: KeepingOptions): Promise<void> {
  const { entryId } = await client.previews.accept({
    previewId: preview.previewId,
    issuer: options.issuer ?? preview.issuer,
    account: options.account ?? preview.account,
    steam: options.steam === true,
    ...answersOf(options),
  });
  const { entries } = await present(joined(await client.entries.watch()));
  const entry = entries.find(({ id }) => id === entryId);
  if (options.json === true && entry !== undefined) streams.printJson(printedEntry(entry));
  else streams.print(entryId);
  if (entry !== undefined) streams.mention(words.added(entry));
}

function answersOf({ correct, replace, keepBoth }: KeepingOptions): DuplicateAnswers {
  if (keepBoth === true) return { onSameSecret: 'keepBoth', onSameName: 'keepBoth' };
  return {
    ...(correct === true && { onSameSecret: 'correct' }),
    ...(replace === true && { onSameName: 'replace' }),
  };
}
