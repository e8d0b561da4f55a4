/**
 * `npm test` (everything) and `npm run test:SUITE` (one). Runs every suite even when one fails, and closes with
 * what failed and one line that counts all tests.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { buildIfMissing } from './build.ts';
import { runChecks } from './check.ts';
import { prepareMachine } from './machine.ts';
import { failure, readPlaywrightReport, readVitestReport, type Result } from './test-reports.ts';

const root = join(import.meta.dirname, '../..');
const reports = mkdtempSync(join(tmpdir(), 'latchkey-tests-'));

const suites: Record<string, () => Result> = {
  check: () => {
    const failed = runChecks();
    return {
      passed: failed.length === 0 ? 1 : 0,
      failed: failed.map((name) => `check: ${name}`),
      skipped: 0,
    };
  },
  unit: () => vitest('unit', ['test/unit']),
  integration: () => vitest('integration', ['test/integration']),
  attacks: () => vitest('attacks', ['test/account'], 'test/account/vitest.config.ts'),
  // All of it takes a quarter of an hour: asked for by name only, else a tenth.
  crash: () => program('crash', ['test/crash/run.ts', wanted.includes('crash') ? '1' : '0.1']),
  window: () => playwright('window', 'test/window/playwright.config.ts'),
  e2e: () => playwright('e2e', 'test/e2e/playwright.config.ts'),
};

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) stop(`There is no suite "${unknown.join(', ')}".`);

const missing = prepareMachine();
if (missing !== null) stop(missing);
buildIfMissing(root);

const total: Result = { passed: 0, failed: [], skipped: 0 };
for (const [name, run] of Object.entries(suites)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const started = performance.now();
  const result = run();
  total.passed += result.passed;
  total.failed.push(...result.failed);
  total.skipped += result.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`── ${name}: ${result.passed} passed, ${result.failed.length} failed, in ${seconds} s`);
}
rmSync(reports, { recursive: true, force: true });

// Said again at the end: who is shown only the end of a long output needs to see what failed.
for (const failure of total.failed) console.log(`\n✗ ${failure}`);
// A test that did not run is not a test that passed: nothing is skipped, in CI or elsewhere.
if (total.skipped > 0) console.log(`${total.skipped} tests were skipped; that counts as failed.`);
console.log(`\n${total.passed} passed, ${total.failed.length + total.skipped} failed`);
process.exit(total.failed.length + total.skipped === 0 && total.passed > 0 ? 0 : 1);

function vitest(name: string, folders: string[], config = 'test/vitest.config.ts'): Result {
  const report = join(reports, `${name}.json`);
  node([
    'node_modules/vitest/vitest.mjs',
    'run',
    `--config=${config}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...folders,
  ]);
  return readVitestReport(name, report, root);
}

function playwright(name: string, config: string): Result {
  const report = join(reports, `${name}.json`);
  const status = node(
    ['node_modules/@playwright/test/cli.js', 'test', `--config=${config}`, '--reporter=line,json'],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  return readPlaywrightReport(name, report, status);
}

/** One that says little: what went wrong, and its figures last. Shown when it ends, and again if it failed. */
function program(name: string, args: string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  process.stdout.write(stderr + stdout);
  const passed = status === 0;
  return { passed: passed ? 1 : 0, failed: passed ? [] : [failure(name, [stderr, stdout])], skipped: 0 };
}

function node(args: string[], env: Record<string, string> = {}): number {
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } } as const;
  return spawnSync(process.execPath, args, options).status ?? 1;
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
