import type { Command } from 'commander';
import type { EntryView } from '../../contract/entry.ts';
import type { findClipboard } from '../clipboard.ts';
import { CommandError } from '../command-error.ts';
import { entryNamed } from '../find-entry.ts';
import type { Client } from '../host.ts';
import { isoOf, printedEntry } from '../json.ts';
import { present } from '../present.ts';
import { withVault } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

interface Options {
  readonly json?: true;
  readonly copy?: true;
  readonly wait?: true;
}

/** A code as it is printed; the moments in ms since 1970, null for an entry with a counter. */
interface Made {
  readonly code: string;
  /** The counter that the code was made with. */
  readonly counter: number | null;
  readonly validFrom: number | null;
  readonly validUntil: number | null;
  readonly next: string | null;
}

/** `latchkey code QUERY`. */
export function addCode(program: Command): void {
  program
    .command('code')
    .description(words.code.about)
    .argument('<query...>', words.query)
    .option('-c, --copy', words.code.copy)
    .option('-w, --wait', words.code.wait)
    .option('--json', words.options.json)
    .addHelpText('after', `\n${words.code.more}`)
    .action((query: string[], options: Options, command: Command) =>
      withVault(command, async ({ client, signal }) => {
        const entry = await entryNamed(client, query);
        // Loaded only for a copy: most of a code's time is the start.
        const clipboard = options.copy === true ? (await import('../clipboard.ts')).findClipboard() : null;
        const { codeCorrectionMs } = await present(await client.preferences.watch());
        if (codeCorrectionMs !== 0 && entry.kind !== 'hotp') streams.say(words.corrected(codeCorrectionMs));
        const isPlain = options.json !== true && options.wait !== true && entry.kind !== 'hotp';
        const made = isPlain
          ? await onlyDigits(client, entry)
          : await makeCode(client, entry, { isFresh: options.wait === true, signal });
        if (clipboard !== null) await copy(clipboard, client, entry, made);
        if (options.json === true) streams.printJson(printed(entry, made));
        else if (clipboard === null) streams.print(made.code);
      }),
    );
}

/** The present code and nothing about it: faster than `codes.watch`, which makes those of all entries. */
async function onlyDigits(client: Client, entry: EntryView): Promise<Made> {
  const { code, remainingMs } = await client.entries.look({ ...entry, counter: 0 });
  streams.mention(words.validFor(entry, remainingMs ?? 0));
  return { code, counter: null, validFrom: null, validUntil: null, next: null };
}

/** The entry's code. That of a counter is its next one, which is used up when this resolves. */
async function makeCode(
  client: Client,
  entry: EntryView,
  { isFresh, signal }: { isFresh: boolean; signal: AbortSignal },
): Promise<Made> {
  if (entry.kind === 'hotp') {
    const { code, counter } = await client.codes.advance({ id: entry.id });
    streams.mention(words.counted(entry, counter));
    return { code, counter, validFrom: null, validUntil: null, next: null };
  }
  let seen: number | null = null;
  for await (const { at, codes } of await client.codes.watch(undefined, { signal })) {
    const code = codes.find(({ id }) => id === entry.id);
    if (code === undefined) break;
    const leftMs = code.validUntil - at;
    if (!isFresh || (seen !== null && seen !== code.validFrom)) {
      streams.mention(words.validFor(entry, leftMs));
      return { ...code, counter: null };
    }
    if (seen === null) streams.mention(words.freshIn(entry, leftMs));
    seen = code.validFrom;
  }
  // It was deleted, or the vault was locked, while this waited.
  throw new CommandError('ENTRY_NOT_FOUND', words.errors.goneMeanwhile);
}

async function copy(
  clipboard: ReturnType<typeof findClipboard>,
  client: Client,
  entry: EntryView,
  { code }: Made,
): Promise<void> {
  const { clearClipboardAfter } = await present(await client.preferences.watch());
  await clipboard.copyForAWhile(code, clearClipboardAfter * 1000);
  // A counter's code was counted as a use when it was made.
  if (entry.kind !== 'hotp') await client.codes.copy({ id: entry.id, which: 'current' });
  streams.say(words.copied(entry, clearClipboardAfter));
}

function printed(entry: EntryView, { code, counter, validFrom, validUntil, next }: Made) {
  return {
    ...printedEntry(entry),
    counter,
    code,
    validFrom: validFrom === null ? null : isoOf(validFrom),
    validUntil: validUntil === null ? null : isoOf(validUntil),
    next,
  };
}
