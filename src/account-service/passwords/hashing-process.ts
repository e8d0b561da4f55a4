/**
 * A process that hashes passwords. With the argument `low` it yields to everything else on the machine, so that
 * session checks stay fast while every core hashes passwords.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { hashSync, verifySync } from '@node-rs/argon2';
import { argon2Parameters } from './argon2.ts';
import { answer, stayWithInstance } from './processes.ts';

export type HashingJob =
  | { kind: 'hash'; password: string }
  /** The answer is the index of the first spelling that matches, or -1. */
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
 * Sets the lowest priority, and on Linux does two more things. An idle-scheduled process leaves its core
 * counted as free, so a waking thread is put there at once. Where the kernel first shares time by session
 * (autogroup), priority counts only within a session. This process has its own, which yields as a whole, but
 * not completely: beside a program that keeps every core busy a password would otherwise take half a second.
 * What a system lacks or forbids is skipped.
 */
function giveWay(): void {
  setPriority(constants.priority.PRIORITY_LOW);
  if (process.platform !== 'linux') return;
  spawnSync('chrt', ['--all-tasks', '--idle', '--pid', '0', String(process.pid)]);
  try {
    writeFileSync('/proc/self/autogroup', '10');
  } catch {
    // A kernel without autogroup, or a container that may not set it.
  }
}
