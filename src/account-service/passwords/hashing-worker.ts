/**
 * A thread that does the slow work on passwords. It runs at a lower priority than the thread that answers
 * requests, so that checks of sessions stay fast while passwords are hashed on every core.
 */
import { getPriority, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashSync, verifySync } from '@node-rs/argon2';
import { argon2Parameters } from './argon2.ts';
import type { HashingJob, HashingResult } from './hashing.ts';

// On Linux the priority of pid 0 is that of the calling thread alone; elsewhere it would be the whole process's.
if (process.platform === 'linux') setPriority(0, Math.min(19, getPriority() + 15));

parentPort?.on('message', ({ id, job }: { id: number; job: HashingJob }) => {
  carryOut(job).then(
    (value) => parentPort?.postMessage({ id, value } satisfies HashingResult),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : 'unknown';
      parentPort?.postMessage({ id, error: reason } satisfies HashingResult);
    },
  );
});

async function carryOut(job: HashingJob): Promise<string | boolean | string[]> {
  switch (job.kind) {
    case 'hash':
      return hashSync(job.password, argon2Parameters);
    case 'verify':
      return verifySync(job.hash, job.password);
    case 'judge': {
      // The dictionaries are large; a thread that never judges does without them.
      const { judgePassword } = await import('./quality.ts');
      return judgePassword(job.password, job.name, job.address, job.service);
    }
  }
}
