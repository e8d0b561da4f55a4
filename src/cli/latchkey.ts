/** The command `latchkey`. This file only makes it start faster; `program.ts` is the command. */
import process from 'node:process';
import { keepCompiledCode } from './compile-cache.ts';
import { handOver, linkOf } from './hand-over.ts';
import { wishedLanguages } from './wished-languages.ts';
import { speak } from './words/words.ts';

// Everybody on this machine can read a command line; from here on, this one shows nothing but the title.
process.title = 'latchkey';
void run(process.argv.slice(2)).then((code) => (process.exitCode = code));

/** A bound key waits for `latchkey toggle`, so what only asks for a window loads nothing of the other commands. */
async function run(args: string[]): Promise<number> {
  const link = linkOf(args);
  if (link !== null && (await handOver(link)) === 'taken') return 0;
  keepCompiledCode();
  await speak(wishedLanguages());
  const { runLatchkey } = await import('./program.ts');
  return runLatchkey(args);
}
