/** The private PostgreSQL goes with the program that started it, and has no say in how that program ends. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;

/**
 * Runs a script that has a private PostgreSQL; whatever the script prints is the answer.
 *
 * @param name of the database's folder
 * @param env more of the environment
 */
function runWith(script: string, name = 'postgres', env: Record<string, string> = {}) {
  const above = mkdtempSync(join(tmpdir(), 'latchkey-private-postgres-'));
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  // As root, the server runs as somebody else, who has to get there.
  chmodSync(above, 0o711);
  const folder = join(above, name);
  const code = `
    import { startPrivatePostgres } from '${root}src/account-service/trial/private-postgres.ts';
    const postgres = await startPrivatePostgres(${JSON.stringify(folder)}, ['-c', 'fsync=off']);
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    ${script}`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
    timeout: 100_000,
    env: { ...process.env, ...env },
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
      console.log((await postgres.urlOf('asked_late')).includes('/asked_late?'));
      await postgres.stop();
      process.exit(7);
    });
    process.kill(process.pid, 'SIGTERM');
    await pause(10_000);`);
  expect(stdout).toBe('true\n');
  expect(status).toBe(7);
});

test('a program that just exits takes the server along', () => {
  const { status, stdout } = runWith('console.log(postgres.place); process.exit(5);');
  expect(status).toBe(5);
  const asked = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { connect } from 'node:net';
       for (let tries = 0; tries < 100; tries += 1) {
         const open = await new Promise((resolve) => connect(${JSON.stringify(join(stdout.trim(), '.s.PGSQL.5432'))})
           .once('connect', function () { this.destroy(); resolve(true); }).once('error', () => resolve(false)));
         if (!open) process.exit(0);
         await new Promise((resolve) => setTimeout(resolve, 50));
       }
       process.exit(1);`,
    ],
    { timeout: 100_000 },
  );
  expect(asked.status).toBe(0);
});

const askWhere = `
  import('pg').then(async ({ default: { Client } }) => {
    const client = new Client(await postgres.urlOf('asked'));
    await client.connect();
    const { rows } = await client.query('select current_database() as name, inet_server_addr() as address');
    console.log(JSON.stringify(rows[0]));
    await client.end();
    await postgres.stop();
  });`;

test('it listens on a socket in its own data, whatever the folder is called, and nowhere else', () => {
  const { stdout } = runWith(askWhere, 'odd, "name" 50%');
  expect(JSON.parse(stdout)).toEqual({ name: 'asked', address: null });
});

test('a first start that is killed in the middle keeps no later one from starting', async () => {
  const above = mkdtempSync(join(tmpdir(), 'latchkey-private-postgres-'));
  onTestFinished(() => rmSync(above, { recursive: true, force: true }));
  chmodSync(above, 0o711);
  const folder = join(above, 'postgres');
  const code = `
    import { startPrivatePostgres } from '${root}src/account-service/trial/private-postgres.ts';
    const postgres = await startPrivatePostgres(${JSON.stringify(folder)}, ['-c', 'fsync=off']);
    console.log((await postgres.urlOf('asked')).includes('/asked?'));
    await postgres.stop();`;
  const command = ['--input-type=module', '--eval', code];
  // In a group of its own, so that whatever makes the data is killed with it.
  const first = spawn(process.execPath, command, { detached: true, stdio: 'ignore' });
  const halfMade = () =>
    existsSync(folder) &&
    readdirSync(folder).some((name) => existsSync(join(folder, name, 'PG_VERSION')) && name !== 'cluster');
  await expect.poll(halfMade, { interval: 5 }).toBe(true);
  process.kill(-Number(first.pid), 'SIGKILL');
  await once(first, 'exit');
  expect(existsSync(join(folder, 'cluster'))).toBe(false);

  const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 100_000 });
  expect({ stdout, stderr }).toEqual({ stdout: 'true\n', stderr: '' });
  expect(readdirSync(folder).toSorted()).toEqual(['cluster', 'password']);
});

test('a path too long for a socket leaves an address of this machine', () => {
  const { stdout } = runWith(askWhere, 'long'.repeat(25));
  expect(JSON.parse(stdout)).toEqual({ name: 'asked', address: '127.0.0.1' });
});

test('a test that fails fails the run of the attacks', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      `--config=${join(root, 'test/integration/account-service/failing-run.config.ts')}`,
    ],
    { cwd: root, encoding: 'utf8', timeout: 100_000, env: { PATH: process.env['PATH'], CI: '1' } },
  );
  expect(stdout).toMatch(/1 failed/);
  expect(status).toBe(1);
});

test.each([
  ['a language that was never generated', { LANG: 'en_GB.UTF-8', LC_ALL: '' }],
  ['all of one that was never generated', { LANG: '', LC_ALL: 'nl_NL.UTF-8' }],
  ['nonsense', { LANG: 'no such thing', LC_ALL: 'nor@this', LC_COLLATE: '???' }],
  ['nothing', { LANG: '', LC_ALL: '', LC_CTYPE: '' }],
])('it starts on a system that names %s, and keeps text as UTF-8', (_, env) => {
  const { stdout, stderr } = runWith(
    `
    const { default: pg } = await import('${root}node_modules/pg/lib/index.js');
    const client = new pg.Client(await postgres.urlOf('latchkey'));
    await client.connect();
    const { rows } = await client.query("select current_setting('server_encoding') as e, 'é💚'::text as t");
    console.log(rows[0].e, rows[0].t);
    await client.end();
    await postgres.stop();`,
    'postgres',
    env,
  );
  expect(stdout, stderr).toBe('UTF8 é💚\n');
});
