/** `npm run test:cluster`: starts `under-load.ts`, with its words, in a network of its own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { isolated } from '../../src/bootstrap/cluster/network.ts';
import { prepareForCluster } from '../../src/bootstrap/cluster/packages.ts';

const missing = prepareForCluster();
if (missing !== null) {
  console.error(missing);
  process.exit(1);
}
const words = [process.execPath, join(import.meta.dirname, 'under-load.ts'), ...process.argv.slice(2)];
const [program = '', ...rest] = isolated(words);
const running = spawn(program, rest, { stdio: 'inherit' });
// Ctrl-C reaches it directly; this process only outlives it, to pass on its exit code.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => running.kill('SIGTERM'));
running.on('exit', (code) => process.exit(code ?? 1));
