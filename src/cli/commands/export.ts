import { existsSync } from 'node:fs';
import process from 'node:process';
import type { Command } from 'commander';
import { joined } from '../../contract/entry-lists.ts';
import type { ExportPreview } from '../../contract/exports.ts';
import { CommandError } from '../command-error.ts';
import { causeOf } from '../files.ts';
import { findEntries } from '../../contract/search/find-entries.ts';
import { newPassphrase } from '../passphrase.ts';
import { present } from '../present.ts';
import { withVault, type Latchkey } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';
import { writeOut } from '../write-out.ts';

interface Options {
  readonly only?: string;
  readonly force?: true;
  readonly filePassphraseFile?: string;
}

/** `latchkey export FORMAT OUT`. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description(words.export.about)
    .argument('<format>', words.export.format)
    .argument('<out>', words.export.out)
    .option('--only <query>', words.export.only)
    .option('--force', words.export.force)
    .option('--file-passphrase-file <file>', words.export.passphraseFile)
    .addHelpText('after', `\n${words.show.more}`)
    .action((format: string, out: string, options: Options, command: Command) =>
      withVault(command, async (latchkey) => {
        const { client, proven } = latchkey;
        const { formats } = await client.exports.formats();
        const chosen = formats.find(({ id }) => id === format);
        if (chosen === undefined) {
          throw new CommandError('USAGE', words.errors.noSuchFormat(formats.map(({ id }) => id)));
        }
        if (out !== '-' && options.force !== true && existsSync(out)) {
          throw new CommandError('FILE_NOT_WRITTEN', words.errors.alreadyThere);
        }
        const ids = options.only === undefined ? null : await idsOf(latchkey, options.only);
        const preview = await client.exports.preview({ format, ids });
        const passphrase = chosen.isEncrypted
          ? await newPassphrase(
              { passphraseFile: options.filePassphraseFile, signal: latchkey.signal },
              words.askFilePassphrase,
              words.errors.noFilePassphrase,
            )
          : undefined;
        const { files } = await proven((proof) => client.exports.make({ format, ids, passphrase, ...proof }));
        await write(out, files);
        streams.say(words.exported(preview.written, preview.entries), ...(await problemLines(preview)));
      }),
    );
}

async function idsOf({ client }: Latchkey, query: string): Promise<string[]> {
  const { entries } = await present(joined(await client.entries.watch()));
  const found = findEntries(entries, query);
  if (found.length === 0) throw new CommandError('ENTRY_NOT_FOUND', words.errors.noneMatches(query));
  return found.map(({ id }) => id);
}

/** Writes the file, for its owner alone; `-` is the standard output. Prints the paths. */
async function write(out: string, files: { name: string; bytes: Blob; isOfSet: boolean }[]): Promise<void> {
  const whole = await Promise.all(files.map(async (file) => ({ ...file, bytes: await file.bytes.bytes() })));
  if (out === '-') {
    const [only, ...others] = whole;
    if (only === undefined || others.length > 0) throw new CommandError('USAGE', words.errors.severalFiles);
    process.stdout.write(only.bytes);
    return;
  }
  const paths = await writeOut(out, whole).catch((error: unknown) => {
    throw new CommandError('FILE_NOT_WRITTEN', words.errors.fileNotWritten(causeOf(error)));
  });
  streams.printFields(...paths.map((path) => [path]));
}

/** What the format can't carry, and of which entries. */
async function problemLines({ problems }: ExportPreview): Promise<string[]> {
  if (problems.length === 0) return [];
  const { loadFailureWords } = await import('../failure-words.ts');
  const said = await loadFailureWords();
  return problems.map(({ code, entries, names }) => {
    const rest = entries - names.length;
    const named = [...names.map(words.named), ...(rest > 0 ? [words.errors.andMore(rest)] : [])];
    return `  ${said.problem(code)}: ${named.join(', ')}`;
  });
}
