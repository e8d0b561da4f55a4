/** A database whose service was killed is ended before the next one starts; nobody else's process is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive } from '../../../src/adapters/is-alive.ts';
import { endLeftDatabase } from '../../../src/bootstrap/left-database.ts';

const program = new URL('../../../src/account-service/trial/private-postgres.ts', import.meta.url).href;

let folder: string;
let cluster: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-left-'));
  cluster = join(folder, 'postgres/cluster');
});
afterEach(() => rm(folder, { recursive: true }));

const lockFile = () => join(cluster, 'postmaster.pid');

test('what a killed service left is ended, whole', async () => {
  const script = `
    import { chmod } from 'node:fs/promises';
    import { startPrivatePostgres } from '${program}';
    await chmod('${folder}', 0o711);
    await startPrivatePostgres('${join(folder, 'postgres')}');
    console.log('up');`;
  const service = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(service.stdout, 'data');
  service.kill('SIGKILL');
  await once(service, 'exit');
  const pid = Number.parseInt(await readFile(lockFile(), 'utf8'), 10);
  expect(isAlive(pid)).toBe(true);

  await endLeftDatabase(cluster);
  await expect(readFile(lockFile())).rejects.toThrow('ENOENT');
  await expect.poll(() => isAlive(pid)).toBe(false);
});

test('a process that has the number by now is left alone', async () => {
  await mkdir(cluster, { recursive: true });
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', cluster], { stdio: 'ignore' });
  await once(other, 'spawn');
  await writeFile(lockFile(), `${other.pid}\n${cluster}\n1700000000\n5432\n${cluster}\n\n`);
  await endLeftDatabase(cluster);
  expect(other.kill(0)).toBe(true);
  const ended = once(other, 'exit');
  other.kill();
  expect((await ended)[1]).toBe('SIGTERM');
});

test('a program that listens there by now, and says nothing, is left alone', async () => {
  await mkdir(cluster, { recursive: true });
  const silent = createServer(() => {});
  silent.listen(join(cluster, '.s.PGSQL.5432'));
  await once(silent, 'listening');
  await writeFile(lockFile(), `${process.pid}\n${cluster}\n1700000000\n5432\n${cluster}\n\n`);
  await endLeftDatabase(cluster, 100);
  expect(silent.listening).toBe(true);
  silent.close();
});
