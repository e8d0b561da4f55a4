import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import { Option, type Command } from 'commander';
import type { DuplicateAnswers } from '../../contract/duplicate.ts';
import type { Preview } from '../../contract/previews.ts';
import { askHidden } from '../ask.ts';
import { CommandError } from '../command-error.ts';
import type { Client } from '../host.ts';
import { printedEntry } from '../json.ts';
import { present } from '../present.ts';
import { onlyOne, readPicture } from '../read-picture.ts';
import { withVault, type Latchkey } from '../run.ts';
import { addSettingsOptions, hasSettings, type SettingsOptions } from '../settings-options.ts';
import { streams } from '../streams.ts';
import { words } from '../words.ts';

interface Options extends SettingsOptions {
  readonly issuer?: string;
  readonly account?: string;
  readonly steam?: true;
  readonly correct?: true;
  readonly replace?: true;
  readonly keepBoth?: true;
  readonly json?: true;
}

/** `latchkey add [SOURCE]`: one entry. Several at once are an import. */
export function addAdd(program: Command): void {
  const add = program
    .command('add')
    .description(words.add.about)
    .argument('[source]', words.add.source)
    .option('--issuer <name>', words.settings.issuer)
    .option('--account <name>', words.settings.account)
    .option('--steam', words.add.steam)
    .option('--correct', words.add.correct)
    .option('--replace', words.add.replace)
    .addOption(new Option('--keep-both', words.add.keepBoth).conflicts(['correct', 'replace']))
    .option('--json', words.options.json)
    .addHelpText('after', `\n${words.add.more}`);
  addSettingsOptions(add).action((source: string | undefined, options: Options, command: Command) =>
    withVault(command, async (latchkey) => {
      const { client } = latchkey;
      const preview = await read(latchkey, source, options);
      const { entryId } = await client.previews.accept({
        previewId: preview.previewId,
        issuer: options.issuer ?? preview.issuer,
        account: options.account ?? preview.account,
        steam: options.steam === true,
        ...answersOf(options),
      });
      const { entries } = await present(await client.entries.watch());
      const entry = entries.find(({ id }) => id === entryId);
      if (options.json === true && entry !== undefined) streams.printJson(printedEntry(entry));
      else streams.print(entryId);
      if (entry !== undefined) streams.mention(words.added(entry));
    }),
  );
}

/** What the source holds; nothing of it is kept yet. */
async function read(
  { client, signal }: Latchkey,
  source: string | undefined,
  options: Options,
): Promise<Preview> {
  if (source !== undefined && source !== '-' && !isAddress(source)) {
    if (hasSettings(options)) throw new CommandError('USAGE', words.errors.settingsInAddress);
    return readPicture(client, source, signal);
  }
  const text = isAddress(source) ? source : await pipedOrTyped(source, signal);
  return readText(client, text.trim(), options);
}

async function pipedOrTyped(source: string | undefined, signal: AbortSignal): Promise<string> {
  if (source === '-' || !process.stdin.isTTY) return textOf(process.stdin);
  return askHidden(words.askSecret, signal, new CommandError('USAGE', words.errors.noSource));
}

function isAddress(source: string | undefined): source is string {
  return /^(?:otpauth|otpauth-migration|steam):/iu.test(source ?? '');
}

/** A set-up address, or a secret as a site prints it. */
async function readText(client: Client, text: string, options: Options): Promise<Preview> {
  if (!text.includes(':')) {
    const { issuer = '', account = '', type = 'totp', algorithm = 'SHA1' } = options;
    const { digits = 6, period = 30, counter = 0 } = options;
    const settings = { kind: type, algorithm, digits, period, counter };
    const { preview } = await client.scan.typed({ secret: text, issuer, account, ...settings });
    return preview;
  }
  if (hasSettings(options)) throw new CommandError('USAGE', words.errors.settingsInAddress);
  return onlyOne(await client.scan.text({ text }));
}

function answersOf({ correct, replace, keepBoth }: Options): DuplicateAnswers {
  if (keepBoth === true) return { onSameSecret: 'keepBoth', onSameName: 'keepBoth' };
  return {
    ...(correct === true && { onSameSecret: 'correct' }),
    ...(replace === true && { onSameName: 'replace' }),
  };
}
