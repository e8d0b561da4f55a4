#!/usr/bin/env node
/**
 * `latchkey`, as `npm link` installs it: runs the built command, or its sources if it is not built, on Node 24,
 * whatever Node (20 or later) the person has. It uses Node built-ins only. In CommonJS, which Node loads sooner than an
 * ECMAScript module: a person waits for it with each bound key.
 */
const { existsSync } = require('node:fs');
const path = require('node:path');

// Everybody on this machine can read a command line; from here on, this one shows nothing but the title.
process.title = 'latchkey';
const root = path.dirname(path.dirname(__dirname));
const built = path.join(root, 'out/cli/latchkey.cjs');
const command = existsSync(built) ? built : path.join(root, 'src/cli/latchkey.ts');

if (Number(process.versions.node.split('.')[0]) >= 24) require(command);
else void runOnNode24();

async function runOnNode24() {
  const { findNode24, noNode24 } = await import('./node-24.mjs');
  const node = findNode24(root);
  if (node === null) {
    console.error(noNode24);
    process.exitCode = 1;
    return;
  }
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
