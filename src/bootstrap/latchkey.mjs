#!/usr/bin/env node
/**
 * `latchkey`, as `npm link` installs it: runs the built command, or its sources if it is not built, on Node 24,
 * whatever Node (20 or later) the person has. It uses Node built-ins only.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findNode24, noNode24 } from './node-24.mjs';

// Everybody on this machine can read a command line; from here on, this one shows nothing but the title.
process.title = 'latchkey';
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const built = join(root, 'out/cli/latchkey.cjs');
const command = existsSync(built) ? built : join(root, 'src/cli/latchkey.ts');

const node = findNode24(root);
if (node === null) {
  console.error(noNode24);
  process.exitCode = 1;
} else if (node === process.execPath) {
  createRequire(import.meta.url)(command);
} else {
  const { spawn } = await import('node:child_process');
  const child = spawn(node, [command, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child directly; this process only outlives it, to pass on its exit code.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
