/**
 * `npm run -s transfer`: reads another application's export, or writes one, without a vault. It prints one JSON object
 * and ends with 0; where that can't be done, `{"error": {"code", "text"}}`, and it ends with 2.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { Command, CommanderError } from 'commander';
import { escapeControls } from '../contract/plain-line.ts';
import { writeTransfer } from '../core/transfer/formats.ts';
import { TransferError } from '../core/transfer/transfer-error.ts';
import { CommandError } from './command-error.ts';
import { causeOf } from './files.ts';
import { readPath } from './read-files.ts';
import { parseEntries, printedEntries, printedProblems } from './transfer-json.ts';
import { writeOut } from './write-out.ts';

interface Options {
  readonly passphraseFile?: string;
}

/** npm starts the command in the project's folder and says where the person is. */
const startFolder = process.env['INIT_CWD'] ?? process.cwd();

const program = new Command('transfer')
  .description('Reads the exports of other authenticators, and writes them. It touches no vault.')
  .exitOverride()
  .configureOutput({ writeErr: () => {} });

const passphraseOption = ['--passphrase-file <file>', 'a file that holds the passphrase'] as const;

program
  .command('read')
  .description('prints what a file holds as JSON, secrets included')
  .argument('<file>', 'an export, a picture with QR codes, or a folder of such pictures')
  .option(...passphraseOption)
  .action(async (file: string, options: Options) => {
    const passphrase = await passphraseOf(options);
    const reading = await readPath(resolve(startFolder, file), passphrase).catch(unreadable);
    print({
      format: reading.format,
      entries: printedEntries(reading.entries),
      problems: printedProblems(reading.problems),
    });
  });

program
  .command('write')
  .description('writes the entries of such an object, which it takes from the standard input')
  .argument('<format>')
  .argument('<out>', 'a file, or a folder for a set of pictures')
  .option(...passphraseOption)
  .action(async (format: string, out: string, options: Options) => {
    const given = parseEntries(await text(process.stdin));
    if (given === null) throw new CommandError('INPUT_INVALID', 'The standard input holds no entries');
    // A set of pictures can be had as text too.
    const id = format === 'google' && out.endsWith('.txt') ? 'google-text' : format;
    const written = await writeTransfer(id, given.entries, await passphraseOf(options));
    const files = await writeOut(resolve(startFolder, out), written.files).catch((error: unknown) => {
      throw new CommandError('FILE_NOT_WRITTEN', `The file can't be written (${causeOf(error)})`);
    });
    // An entry of the input that could not be read has no place among the written ones.
    const unread = given.problems.filter(({ entry }) => entry === null);
    print({ format, files, problems: printedProblems([...unread, ...written.problems]) });
  });

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = reported(error);
}

/** Reports an error on the standard output, and gives the exit code. */
function reported(error: unknown): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { code, message } = describe(error);
  print({ error: { code, text: message } });
  return 2;
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof TransferError || error instanceof CommandError) return error;
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help') return { code: 'USAGE', message: 'say read or write' };
    return { code: 'USAGE', message: error.message.replace(/^error: /, '') };
  }
  // A fault of this program, whose message may hold a part of the file.
  return { code: 'FAILED', message: 'The command failed' };
}

function print(answer: object): void {
  process.stdout.write(`${escapeControls(JSON.stringify(answer, null, 2))}\n`);
}

/** One line end at its end is the editor's, not the passphrase's. */
async function passphraseOf({ passphraseFile }: Options): Promise<string | undefined> {
  if (passphraseFile === undefined) return undefined;
  return new TextDecoder().decode(await bytesOf(passphraseFile)).replace(/\r?\n$/, '');
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(resolve(startFolder, file)).catch(unreadable);
}

/** Turns an error of the file system into one for the person. */
function unreadable(error: unknown): never {
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  throw new CommandError('FILE_UNREADABLE', `The file can't be read (${causeOf(error)})`);
}
