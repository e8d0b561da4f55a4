/**
 * `npm start`, `npm test` and every other script start here, on whatever Node (20 or later) the person has.
 *
 * It prepares the checkout for the real commands: the npm packages of the lock file, and Node 24 (the system's
 * if it is 24 or later, else the one from the platform package). It uses Node built-ins only, because a fresh
 * clone has nothing else yet.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findNode24, noNode24 } from './node-24.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The applications with their window, and the command. */
const build = [
  ['node_modules/electron-vite/bin/electron-vite.js', 'build'],
  ['node_modules/vite/bin/vite.js', 'build', '--config', 'src/cli/vite.ts'],
];

/** What each npm script runs on Node 24, in order; the first failure ends it. */
const commands = {
  start: [['src/bootstrap/start.ts']],
  build,
  check: [['src/bootstrap/check.ts']],
  test: [['src/bootstrap/test.ts']],
  'test:unit': [['src/bootstrap/test.ts', 'unit']],
  'test:integration': [['src/bootstrap/test.ts', 'integration']],
  'test:attacks': [['src/bootstrap/test.ts', 'attacks']],
  'test:window': [['src/bootstrap/test.ts', 'window']],
  'test:e2e': [['src/bootstrap/test.ts', 'e2e']],
  'test:electron': [['test/electron/run.ts']],
  'test:crash': [['test/crash/run.ts']],
  'test:orca': [['test/orca/run.ts']],
  'test:cluster': [['test/cluster/run.ts']],
  cluster: [['src/bootstrap/cluster/run.ts']],
  'test:fuzz': [['test/fuzz/transfer.ts']],
  'test:simulation': [['test/simulation/sync/run.ts']],
  // A request leaves little behind; by default, V8 grows its space for young objects to six times this size.
  'account-service': [['--max-semi-space-size=8', 'src/account-service/main.ts']],
  transfer: [['src/cli/transfer.ts']],
  bench: [['test/bench/run.ts']],
  gallery: [['test/window/gallery.ts']],
  package: [
    ...build,
    ['resources/make-command.ts'],
    ['resources/make-sbom.ts', 'out/latchkey.cdx.json'],
    ['resources/check-package.ts'],
    ['node_modules/electron-builder/cli.js', '--config', 'electron-builder.yml'],
  ],
};

const [name = '', ...rest] = process.argv.slice(2);
const steps = commands[name];
if (!steps) fail(`There is no script "${name}". There are: ${Object.keys(commands).join(', ')}.`);
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Latchkey needs Node 20 or later to start; this is Node ${process.versions.node}.`);
}
if (!packagesAreThere()) installPackages();
const node = findNode24(root) ?? fail(noNode24);

for (const [index, step] of steps.entries()) {
  const isLast = index === steps.length - 1;
  const code = await run(node, isLast ? [...step, ...rest] : step);
  if (code !== 0) process.exit(code);
}

/** Whether node_modules matches the lock file. Optional packages are for other platforms. */
function packagesAreThere() {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted.packages).every(
    ([path, entry]) => path === '' || entry.optional || installed.packages[path]?.version === entry.version,
  );
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function installPackages() {
  // Standard output is the command's own: `transfer` prints JSON there.
  console.error('Installing the npm packages of the lock file (once)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: ['inherit', process.stderr, process.stderr],
    shell: process.platform === 'win32',
    // Some shells run the test command with NODE_ENV=production; the build needs all packages anyway.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (error || status !== 0) fail('npm could not install the packages; its message is above.');
}

function run(binary, args) {
  return new Promise((resolve) => {
    const child = spawn(binary, args, {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: [dirname(binary), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      },
    });
    // Ctrl-C reaches the child directly; this process only outlives it, to pass on its exit code.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', (error) => fail(`${binary} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
