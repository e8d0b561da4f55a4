/**
 * `npm test` (everything) and `npm run test:SUITE` (one). Suites run in parallel, since most wait as much as
 * they work; each one's output is shown whole when it ends. A single suite is shown as it runs. Every suite
 * runs even if one fails; the end lists the failures and, last, counts all tests in one line.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfMissing } from './build.ts';
import { prepareForCluster } from './cluster/packages.ts';
import { prepareMachine } from './machine.ts';
import { failure, readPlaywrightReport, readVitestReport, type Result } from './test-reports.ts';

/** A finished suite and its output. */
interface Ended extends Result {
  output: string;
}

const root = join(import.meta.dirname, '../..');
const reports = mkdtempSync(join(tmpdir(), 'latchkey-tests-'));

/**
 * The longest first: if started last, it would run alone at the end. Those with browsers are apart: each takes both
 * cores of a small machine for itself, and together they would wait for one another more than for Latchkey.
 */
const suites: Record<string, () => Promise<Ended>> = {
  window: () => playwright('window', 'test/window/playwright.config.ts'),
  attacks: () => vitest('attacks', ['test/account'], 'test/account/vitest.config.ts'),
  integration: () => vitest('integration', ['test/integration']),
  e2e: () => playwright('e2e', 'test/e2e/playwright.config.ts'),
  unit: () => vitest('unit', ['test/unit']),
  // The whole suite takes a quarter of an hour: it runs only if named, otherwise a tenth of it.
  crash: () => program('crash', ['test/crash/run.ts', wanted.includes('crash') ? '1' : '0.1']),
  // Five minutes if named, otherwise a twentieth of it.
  fuzz: () => program('fuzz', ['test/fuzz/transfer.ts', wanted.includes('fuzz') ? '1' : '0.05']),
  // 5,000 histories of sync if named, otherwise a twentieth of them.
  simulation: () =>
    program('simulation', ['test/simulation/sync/run.ts', wanted.includes('simulation') ? '1' : '0.05']),
  // Twenty failures take a quarter of an hour: `npm run test:cluster`.
  cluster: () => program('cluster', ['test/cluster/run.ts', 'short']),
  check,
};
/**
 * How many run at once. Most have two workers of their own: a third would end no earlier on two cores, and tests that drive
 * a screen would get too little of them.
 */
const width = 2;

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) stop(`There is no suite "${unknown.join(', ')}".`);
const isAlone = wanted.length === 1;

const missing = prepareMachine();
if (missing !== null) stop(missing);
buildIfMissing(root);

if (isWanted('cluster')) {
  const reason = prepareForCluster();
  if (reason !== null) {
    console.log(`There is no cluster to test here. ${reason}`);
    delete suites['cluster'];
  }
}

const total: Result = { passed: 0, failed: [], skipped: 0 };
const waiting = Object.entries(suites)
  .filter(([name]) => isWanted(name))
  .values();
await Promise.all(
  Array.from({ length: width }, async () => {
    for (const [name, run] of waiting) await runSuite(name, run);
  }),
);
rmSync(reports, { recursive: true, force: true });

// Repeated at the end, for whoever sees only the end of a long output.
for (const failed of total.failed) console.log(`\n✗ ${failed}`);
// A test that did not run has not passed: nothing is skipped, in CI or elsewhere.
if (total.skipped > 0) console.log(`${total.skipped} tests were skipped; that counts as failed.`);
console.log(`\n${total.passed} passed, ${total.failed.length + total.skipped} failed`);
process.exit(total.failed.length + total.skipped === 0 && total.passed > 0 ? 0 : 1);

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

async function runSuite(name: string, run: () => Promise<Ended>): Promise<void> {
  console.log(`── ${name}: started`);
  const started = performance.now();
  const { output, ...result } = await run();
  total.passed += result.passed;
  total.failed.push(...result.failed);
  total.skipped += result.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (!isAlone) console.log(`\n── ${name}\n${output.trimEnd()}`);
  console.log(`── ${name}: ${result.passed} passed, ${result.failed.length} failed, in ${seconds} s\n`);
}

async function vitest(name: string, folders: string[], config = 'test/vitest.config.ts'): Promise<Ended> {
  const report = join(reports, `${name}.json`);
  const { output } = await node([
    'node_modules/vitest/vitest.mjs',
    'run',
    `--config=${config}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    // Alone it may have both cores; beside others, each configuration says how many files run at once.
    ...(isAlone ? ['--maxWorkers=2'] : []),
    ...folders,
  ]);
  return { ...readVitestReport(name, report, root), output };
}

async function playwright(name: string, config: string): Promise<Ended> {
  const report = join(reports, `${name}.json`);
  const { status, output } = await node(
    ['node_modules/@playwright/test/cli.js', 'test', `--config=${config}`, '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  return { ...readPlaywrightReport(name, report, status), output };
}

async function check(): Promise<Ended> {
  const { status, output } = await node(['src/bootstrap/check.ts']);
  const failed = output.match(/(?<=^✗ ).*/gmu) ?? (status === 0 ? [] : ['ended before it could report']);
  return {
    passed: failed.length === 0 ? 1 : 0,
    failed: failed.map((name) => `check: ${name}`),
    skipped: 0,
    output,
  };
}

/** A program that counts as one test; it fails with its output. */
async function program(name: string, args: string[]): Promise<Ended> {
  const { status, output } = await node(args);
  const passed = status === 0;
  return { passed: passed ? 1 : 0, failed: passed ? [] : [failure(name, [output])], skipped: 0, output };
}

/** Runs a program to its end; returns its exit code and its output on both streams. */
async function node(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ status: number; output: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['inherit', 'pipe', 'pipe'],
    // Hundreds of processes start with the same sources: each source is compiled once.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...process.env, ...env },
  });
  let output = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.setEncoding('utf8');
    from.on('data', (text: string) => {
      output += text;
      if (isAlone) to.write(text);
    });
  }
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  child.once('error', reject);
  child.once('close', (code) => resolve(code ?? 1));
  return { status: await promise, output };
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
