import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import type { Applied, ImportEvent, ImportRow, ImportSource, ImportView } from '../../contract/imports.ts';
import { ask } from '../ask.ts';
import { CommandError } from '../command-error.ts';
import { bytesOf, firstLineOf } from '../files.ts';
import { withVault, type Latchkey } from '../run.ts';
import { streams } from '../streams.ts';
import { words } from '../words/words.ts';

interface Options {
  readonly dryRun?: true;
  readonly replaceAll?: true;
  readonly sameSecret: 'correct' | 'keepBoth' | 'skip';
  readonly sameName: 'replace' | 'keepBoth' | 'skip';
  readonly filePassphraseFile?: string;
  readonly json?: true;
}

/** `latchkey import FILE…`. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description(words.import.about)
    .argument('<files...>', words.import.files)
    .option('--dry-run', words.import.dryRun)
    .option('--replace-all', words.import.replaceAll)
    .addOption(
      new Option('--same-secret <answer>', words.import.sameSecret)
        .choices(['correct', 'keepBoth', 'skip'])
        .default('skip'),
    )
    .addOption(
      new Option('--same-name <answer>', words.import.sameName)
        .choices(['replace', 'keepBoth', 'skip'])
        .default('skip'),
    )
    .option('--file-passphrase-file <file>', words.import.passphraseFile)
    .option('--json', words.options.json)
    .action((files: string[], options: Options, command: Command) =>
      withVault(command, async (latchkey) => {
        const { client, signal } = latchkey;
        const sources = await Promise.all(files.map(sourceOf));
        const read = await client.imports.read({ sources }, { signal });
        const view = await unlockAll(latchkey, await lastRead(read), options);
        const { importId } = view;
        if (options.dryRun === true) return await printRows(await rowsOf(latchkey, importId), options);
        const applied = await client.imports.apply(
          {
            importId,
            mode: options.replaceAll === true ? 'replace' : 'merge',
            answers: { onSameSecret: options.sameSecret, onSameName: options.sameName },
            rows: [],
          },
          { signal },
        );
        for await (const event of applied) if (event.type === 'applied') printResult(event.result, options);
      }),
    );
}

async function sourceOf(path: string): Promise<ImportSource> {
  const bytes = await bytesOf(path);
  return { from: 'file', name: basename(path), bytes: new Blob([new Uint8Array(bytes)]) };
}

async function lastRead(events: AsyncIterable<ImportEvent>): Promise<ImportView> {
  for await (const event of events) if (event.type === 'read') return event.import;
  throw new Error('the reading ended without a result');
}

/** Opens what is encrypted. A source that can't be read ends the import: a part would pass for the whole. */
async function unlockAll(latchkey: Latchkey, read: ImportView, options: Options): Promise<ImportView> {
  let view = read;
  for (const { source, trouble, name } of read.sources) {
    // Nothing marks such a file as encrypted: whoever gives a passphrase for it knows that it is.
    const mayOpen = trouble === 'UNKNOWN_OR_ENCRYPTED' && options.filePassphraseFile !== undefined;
    if (trouble === 'PASSPHRASE_MISSING' || mayOpen) {
      const passphrase = await passphraseOf(latchkey, name ?? '', options);
      const { client, signal } = latchkey;
      view = await lastRead(
        await client.imports.unlock({ importId: read.importId, source, passphrase }, { signal }),
      );
    } else if (trouble !== null) {
      const { loadFailureWords } = await import('../failure-words.ts');
      const reason = (await loadFailureWords()).reason(trouble);
      throw new CommandError('INPUT_INVALID', words.errors.sourceTrouble(name ?? '', reason));
    }
  }
  return view;
}

async function passphraseOf({ signal }: Latchkey, name: string, options: Options): Promise<string> {
  if (options.filePassphraseFile !== undefined) return firstLineOf(options.filePassphraseFile);
  const whenNobody = new CommandError('USAGE', words.errors.noFilePassphrase);
  return ask.hidden(words.askPassphraseOf(name), { signal, whenNobody });
}

async function rowsOf({ client, signal }: Latchkey, importId: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for await (const event of await client.imports.report({ importId }, { signal })) {
    if (event.type === 'rows') rows.push(...event.rows);
  }
  return rows;
}

async function printRows(rows: readonly ImportRow[], { json }: Options): Promise<void> {
  const { englishFailures, loadFailureWords } = await import('../failure-words.ts');
  // A script reads the same in every language.
  const said = json === true ? englishFailures : await loadFailureWords();
  const printed = rows.map(({ outcome, issuer, account, problems }) => ({
    outcome,
    issuer,
    account,
    problems: problems.map(({ code }) => said.problem(code)),
  }));
  if (json === true) return streams.printJson(printed);
  streams.printFields(
    ...printed.map(({ outcome, issuer, account, problems }) => [outcome, issuer, account, ...problems]),
  );
}

/** What became of the rows; what there is none of is left out. */
function printResult(result: Applied, { json, sameName, sameSecret }: Options): void {
  const { undoId: _, ...counts } = result;
  if (json === true) streams.printJson(counts);
  else {
    const there = Object.entries(counts).filter(([, count]) => count > 0);
    streams.printFields(...there.map(([name, count]) => [name, String(count)]));
  }
  if (counts.leftOut > 0 && (sameName === 'skip' || sameSecret === 'skip'))
    streams.say(words.leftOut(counts.leftOut));
}
