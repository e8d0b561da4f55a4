import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { Preview } from '../../contract/previews.ts';
import { ask } from '../ask.ts';
import { CommandError } from '../command-error.ts';
import type { Client } from '../host.ts';
import { addKeepingOptions, keepPreview, type KeepingOptions } from '../keep-preview.ts';
import { onlyOne, readPicture } from '../read-picture.ts';
import { withVault, type Latchkey } from '../run.ts';
import { addSettingsOptions, hasSettings, type SettingsOptions } from '../settings-options.ts';
import { words } from '../words/words.ts';

type Options = SettingsOptions & KeepingOptions;

/** `latchkey add [SOURCE]`: one entry. Several at once are an import. */
export function addAdd(program: Command): void {
  const add = program
    .command('add')
    .description(words.add.about)
    .argument('[source]', words.add.source)
    .addHelpText('after', `\n${words.add.more}`);
  addSettingsOptions(addKeepingOptions(add)).action(
    (source: string | undefined, options: Options, command: Command) =>
      withVault(command, async (latchkey) => {
        await keepPreview(latchkey.client, await read(latchkey, source, options), options);
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
  const whenNobody = new CommandError('USAGE', words.errors.noSource);
  return ask.hidden(words.askSecret, { signal, whenNobody });
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
