/**
 * A process that does the slow work on passwords, and gives way to everything else on the machine, so that checks of
 * sessions stay fast while passwords are hashed on every core. It ends with the instance that started it.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { hashSync, verifySync } from '@node-rs/argon2';
import { argon2Parameters } from './argon2.ts';
import type { HashingJob, HashingResult } from './hashing.ts';

giveWay();
// Who stops a service may tell all of its processes; this one is needed until the last request is answered.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
process.on('message', (job: HashingJob) => {
  void answer(job).then((result) => process.send?.(result));
});

async function answer(job: HashingJob): Promise<HashingResult> {
  try {
    return { value: await carryOut(job) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown' };
  }
}

async function carryOut(job: HashingJob): Promise<string | boolean | string[]> {
  switch (job.kind) {
    case 'hash':
      return hashSync(job.password, argon2Parameters);
    case 'verify':
      return verifySync(job.hash, job.password);
    case 'judge': {
      // The dictionaries are large; a process that never judges does without them.
      const { judgePassword } = await import('./quality.ts');
      return judgePassword(job.password, job.name, job.address, job.service);
    }
  }
}

/**
 * The lowest priority, and on Linux two things more. What is scheduled as idle leaves its core counted as free: a
 * thread that wakes is put there at once. And where the kernel shares out time by sessions first (autogroup), priority
 * counts only within one; this process has its own, which gives way as a whole, but not to the very last: beside a
 * program that keeps every core busy a password would take half a second. What a system does not have or allow is done
 * without.
 */
function giveWay(): void {
  setPriority(constants.priority.PRIORITY_LOW);
  if (process.platform !== 'linux') return;
  spawnSync('chrt', ['--all-tasks', '--idle', '--pid', '0', String(process.pid)]);
  try {
    writeFileSync('/proc/self/autogroup', '10');
  } catch {
    // A kernel without it, or a container that may not.
  }
}
