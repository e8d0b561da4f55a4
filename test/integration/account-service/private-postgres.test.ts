/** The private PostgreSQL goes with the program that started it, and has no say in how that program ends. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;

/** Runs a script that has a private PostgreSQL; whatever the script prints is the answer. */
function runWith(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-private-postgres-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const code = `
    import { startPrivatePostgres } from '${root}src/account-service/database/private-postgres.ts';
    const postgres = await startPrivatePostgres(${JSON.stringify(folder)}, ['-c', 'fsync=off']);
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    ${script}`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    timeout: 30_000,
  });
}

test('a program that failed still ends with its own exit code', () => {
  const { status } = runWith('process.exitCode = 3; await postgres.stop();');
  expect(status).toBe(3);
});

test('on SIGTERM the program decides what is done, and the server answers until then', () => {
  const { status, stdout } = runWith(`
    process.once('SIGTERM', async () => {
      await pause(300);
      console.log((await postgres.urlOf('asked_late')).endsWith('asked_late'));
      await postgres.stop();
      process.exit(7);
    });
    process.kill(process.pid, 'SIGTERM');
    await pause(10_000);`);
  expect(stdout).toBe('true\n');
  expect(status).toBe(7);
});

test('a program that just exits takes the server along', () => {
  const { status, stdout } = runWith('console.log(postgres.port); process.exit(5);');
  expect(status).toBe(5);
  const asked = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { connect } from 'node:net';
       for (let tries = 0; tries < 100; tries += 1) {
         const open = await new Promise((resolve) => connect(${Number(stdout)}, '127.0.0.1')
           .once('connect', function () { this.destroy(); resolve(true); }).once('error', () => resolve(false)));
         if (!open) process.exit(0);
         await new Promise((resolve) => setTimeout(resolve, 50));
       }
       process.exit(1);`,
    ],
    { timeout: 20_000 },
  );
  expect(asked.status).toBe(0);
});

test('a test that fails fails the run of the attacks', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      `--config=${join(root, 'test/integration/account-service/failing-run.config.ts')}`,
    ],
    { cwd: root, encoding: 'utf8', timeout: 30_000, env: { PATH: process.env['PATH'], CI: '1' } },
  );
  expect(stdout).toMatch(/1 failed/);
  expect(status).toBe(1);
});
