/**
 * A process that hashes passwords. With the argument `low` it gives way to everything else on the machine, so that
 * checks of sessions stay fast while passwords are hashed on every core.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { hashSync, verifySync } from '@node-rs/argon2';
import { argon2Parameters } from './argon2.ts';
import { answer, stayWithInstance } from './processes.ts';

export type HashingJob =
  | { kind: 'hash'; password: string }
  /** Answered by the place of the first spelling that fits, or -1. */
  | { kind: 'verify'; spellings: string[]; hash: string };

if (process.argv[2] === 'low') giveWay();
stayWithInstance();
process.on(
  'message',
  (jobs: HashingJob[]) =>
    void answer(jobs, (job) =>
      job.kind === 'hash'
        ? hashSync(job.password, argon2Parameters)
        : job.spellings.findIndex((spelling) => verifySync(job.hash, spelling)),
    ),
);

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
