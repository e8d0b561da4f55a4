/** The processes for passwords: those that hash give way; they hold no secrets of the instance and never outlive it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startHashing } from '../../../src/account-service/passwords/hashing.ts';
import type { JudgingJob } from '../../../src/account-service/passwords/judging-process.ts';
import { createProcesses } from '../../../src/account-service/passwords/processes.ts';
import { completeEnvironment } from '../../rig/account-service/environment.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';
import { launch } from '../../rig/account-service/program.ts';

/** The processes of one kind that a program has. */
function processesOf(pid: number | undefined, kind: 'hashing-process' | 'judging-process'): number[] {
  const processes = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return processes.split('\n').flatMap((line) => {
    const [, child, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === pid && args.includes(kind) ? Number(child) : [];
  });
}

function scheduling(pid: number): string {
  return execFileSync('ps', ['-o', 'cls=', '-p', String(pid)], { encoding: 'utf8' }).trim();
}

test('passwords that have to wait go to a process together and are answered together, each with its own outcome', async () => {
  const hashing = await startHashing(1, 10, 'normal');
  onTestFinished(() => hashing.close());
  const kept = await hashing.hash('a quiet harbour');
  let turn = 0;
  const turning = setInterval(() => (turn += 1), 1);
  onTestFinished(() => clearInterval(turning));
  const answered: number[] = [];
  const asked = ['a quiet harbour', 'one', 'a quiet harbour', 'no hash', 'two'].map(async (password) => {
    const fits = hashing.verify(password, password === 'no hash' ? '$argon2id$' : kept);
    return fits.finally(() => answered.push(turn));
  });
  expect(hashing.depth()).toBe(5);
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'failed'))).toEqual([
    'right',
    'wrong',
    'right',
    'failed',
    'wrong',
  ]);
  // The first found the process free; the others came while it was at that.
  const [first = 0, ...others] = answered;
  expect(new Set(others).size).toBe(1);
  expect(others[0]).toBeGreaterThan(first);
  expect(hashing.depth()).toBe(0);
});

test('what goes to a process together counts against the queue until it is answered', async () => {
  const hashing = await startHashing(1, 4, 'normal');
  onTestFinished(() => hashing.close());
  const kept = await hashing.hash('a quiet harbour');
  const first = hashing.verify('a quiet harbour', kept);
  const group = Array.from({ length: 4 }, () => hashing.verify('a quiet harbour', kept));
  await expect(hashing.verify('a quiet harbour', kept)).rejects.toMatchObject({ code: 'BUSY' });
  await first;
  // The four are with the process now, and three of them have not had their turn.
  const fourth = hashing.verify('a quiet harbour', kept);
  await expect(hashing.verify('a quiet harbour', kept)).rejects.toMatchObject({ code: 'BUSY' });
  expect(await Promise.all([...group, fourth])).toEqual(Array.from({ length: 5 }, () => 'right'));
});

test('a process that dies in its work fails that work alone', async () => {
  const hashing = await startHashing(1, 10, 'normal');
  onTestFinished(() => hashing.close());
  const kept = await hashing.hash('a quiet harbour');
  const [hasher = 0] = processesOf(process.pid, 'hashing-process');
  // Stopped, it can't be done before it dies.
  process.kill(hasher, 'SIGSTOP');
  const broken = hashing.hash('a loud harbour');
  const waiting = hashing.verify('a quiet harbour', kept);
  process.kill(hasher, 'SIGKILL');
  await expect(broken).rejects.toThrow('SIGKILL');
  expect(await waiting).toBe('right');

  // On a busy machine a group may be done before the signal is there: then another one is sent.
  let ends: string[] = [];
  for (let tries = 0; tries < 100 && !ends.includes('rejected'); tries += 1) {
    await hashing.verify('a quiet harbour', kept);
    const [next = 0] = processesOf(process.pid, 'hashing-process');
    const first = hashing.verify('a quiet harbour', kept);
    const group = [hashing.verify('a quiet harbour', kept), hashing.verify('a loud harbour', kept)];
    const settled = Promise.allSettled(group);
    await first;
    process.kill(next, 'SIGKILL');
    ends = (await settled).map(({ status }) => status);
    // What is hashed together fails together, or not at all.
    expect(new Set(ends).size).toBe(1);
    await expect.poll(() => processesOf(process.pid, 'hashing-process')).not.toContain(next);
  }
  expect(ends).toEqual(['rejected', 'rejected']);
  expect(await hashing.verify('a loud harbour', kept)).toBe('wrong');
});

test('new passwords are judged by one process that does not give way and does not hash', async () => {
  const hashing = await startHashing(2, 10, 'normal');
  onTestFinished(() => hashing.close());
  expect(processesOf(process.pid, 'judging-process')).toEqual([]);
  const judge = (password: string) => hashing.judge(password, 'Ada', 'ada@example.org', 'Latchkey');
  const both = await Promise.allSettled([judge('quiet harbour, loud gulls'), judge('aaaaaaaaaaaaaaaa')]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  const judges = processesOf(process.pid, 'judging-process');
  expect(judges.map(scheduling)).toEqual(['TS']);
  expect(processesOf(process.pid, 'hashing-process')).toHaveLength(1);
  await hashing.close();
  expect(judges.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
});

test('one that hashes is scheduled as idle, knows no secret of the instance, and goes with it, however that ends', async () => {
  const env = {
    ...completeEnvironment(await emptyDatabase(inject('postgres')), 'smtp://127.0.0.1:9'),
    PASSWORD_PRIORITY: 'low',
  };
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const instance = launch('account-service/main.ts', [], env);
    onTestFinished(() => void instance.process.kill('SIGKILL'));
    await instance.waitFor(/"port":(\d+)/);
    const hashers = processesOf(instance.process.pid, 'hashing-process');
    expect(hashers.length).toBeGreaterThan(0);
    for (const pid of hashers) {
      expect(scheduling(pid)).toBe('IDL');
      // Where the kernel has it: far behind everything else, but not so far that a busy machine signs nobody in.
      const session = `/proc/${pid}/autogroup`;
      if (existsSync(session)) expect(readFileSync(session, 'utf8')).toMatch(/ nice 10\n$/);
      const known = readFileSync(`/proc/${pid}/environ`, 'utf8');
      expect(known).toContain('PATH=');
      expect(known).not.toMatch(/SECRET_KEYS|DATABASE_URL/);
    }
    instance.process.kill(signal);
    await instance.ended;
    await expect.poll(() => hashers.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  }
});

test('the process that judges goes, with its memory, when nobody needs it, and another does the next job', async () => {
  const judges = createProcesses<JudgingJob>('judging-process.ts', 1, [], 1);
  onTestFinished(() => judges.close());
  const job = { password: 'short', name: 'Noor', address: 'noor@example.org', service: 'Latchkey' };
  expect(await judges.run(job)).toContain('tooShort');
  await expect.poll(() => processesOf(process.pid, 'judging-process')).toEqual([]);
  expect(await judges.run(job)).toContain('tooShort');
});
