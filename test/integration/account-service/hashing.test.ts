/** The processes that hash passwords: they give way, hold no secrets of the instance, and never outlive it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { startHashing } from '../../../src/account-service/passwords/hashing.ts';
import { launch, pause, startPostgres, completeEnvironment } from './rig.ts';

/** The processes that hash for a program. */
function hashersOf(pid: number | undefined): number[] {
  const processes = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return processes.split('\n').flatMap((line) => {
    const [, child, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === pid && args.includes('hashing-process') ? Number(child) : [];
  });
}

test('a process that dies in its work fails that work alone', async () => {
  const hashing = await startHashing(1, 10);
  onTestFinished(() => hashing.close());
  const kept = await hashing.hash('a quiet harbour');
  const [hasher = 0] = hashersOf(process.pid);
  const broken = hashing.hash('a loud harbour');
  const waiting = hashing.verify('a quiet harbour', kept);
  // At once: a hash is made in 10 ms.
  process.kill(hasher, 'SIGKILL');
  await expect(broken).rejects.toThrow('SIGKILL');
  expect(await waiting).toBe(true);
  expect(await hashing.verify('a loud harbour', kept)).toBe(false);
});

test('it is scheduled as idle, knows no secret of the instance, and goes with it, however that ends', async () => {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.stop());
  const env = completeEnvironment(await postgres.emptyDatabase(), 'smtp://127.0.0.1:9');
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const instance = launch('account-service/main.ts', [], env);
    onTestFinished(() => void instance.process.kill('SIGKILL'));
    await instance.waitFor(/"port":(\d+)/);
    const hashers = hashersOf(instance.process.pid);
    expect(hashers.length).toBeGreaterThan(0);
    for (const pid of hashers) {
      expect(execFileSync('ps', ['-o', 'cls=', '-p', String(pid)], { encoding: 'utf8' }).trim()).toBe('IDL');
      // Where the kernel has it: far behind everything else, but not so far that a busy machine signs nobody in.
      const session = `/proc/${pid}/autogroup`;
      if (existsSync(session)) expect(readFileSync(session, 'utf8')).toMatch(/ nice 10\n$/);
      const known = readFileSync(`/proc/${pid}/environ`, 'utf8');
      expect(known).toContain('PATH=');
      expect(known).not.toMatch(/SECRET_KEYS|DATABASE_URL/);
    }
    instance.process.kill(signal);
    await instance.ended;
    for (let waited = 0; waited < 5_000 && hashers.some((pid) => existsSync(`/proc/${pid}`)); waited += 50) {
      await pause(50);
    }
    expect(hashers.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  }
});
