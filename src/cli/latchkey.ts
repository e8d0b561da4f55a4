/** The command `latchkey`. This file only makes the next start faster; `program.ts` is the command. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { cacheFolder } from '../adapters/data-folder.ts';

// Everybody on this machine can read a command line; from here on, this one shows nothing but the title.
process.title = 'latchkey';
enableCompileCache(join(cacheFolder(), 'compiled'));
const { runLatchkey } = await import('./program.ts');
process.exitCode = await runLatchkey(process.argv.slice(2));
