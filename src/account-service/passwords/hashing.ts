import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { passwordFlaws } from '../../contract/account.ts';
import { refusal } from '../refusal.ts';

export type HashingJob =
  | { kind: 'hash'; password: string }
  | { kind: 'verify'; password: string; hash: string }
  | { kind: 'judge'; password: string; name: string; address: string; service: string };

export type HashingResult =
  | { id: number; value: string | boolean | string[]; error?: never }
  | { id: number; error: string; value?: never };

export interface Hashing {
  /** Argon2id of a password, as a PHC string. Throws `BUSY` when the queue is full. */
  hash(password: string): Promise<string>;
  /** Whether a password belongs to a hash; false, after the same work, when `hash` is null. Throws `BUSY`. */
  verify(password: string, hash: string | null): Promise<boolean>;
  /** Refuses a new password that is not good enough (`PASSWORD_REFUSED`). Throws `BUSY`. */
  judge(password: string, name: string, address: string, service: string): Promise<void>;
  /** Throws `BUSY` when a password can't be taken now, so that nothing is counted for a request that can't run. */
  admit(): void;
  /** Jobs waiting or running. */
  depth(): number;
  close(): Promise<void>;
}

/**
 * Threads for password work behind one bounded queue.
 *
 * @param threads how many passwords are worked on at once (each takes 19 MiB)
 * @param queue how many may wait; beyond it, callers get 429 `BUSY` with `Retry-After`
 */
export async function startHashing(threads: number, queue: number): Promise<Hashing> {
  const waiting: { job: HashingJob; settle: Settle }[] = [];
  const idle: Worker[] = [];
  const running = new Map<Worker, Settle>();
  let closed = false;

  const next = () => {
    while (idle.length > 0 && waiting.length > 0) {
      const worker = idle.pop();
      const entry = waiting.shift();
      if (!worker || !entry) return;
      running.set(worker, entry.settle);
      worker.postMessage({ id: 0, job: entry.job });
    }
  };
  const start = () => {
    const worker = new Worker(new URL('hashing-worker.ts', import.meta.url));
    worker.on('message', (result: HashingResult) => {
      running.get(worker)?.(result);
      running.delete(worker);
      idle.push(worker);
      next();
    });
    worker.on('error', (error) => {
      running.get(worker)?.({ id: 0, error: error.message });
      running.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      if (!closed) start();
    });
    idle.push(worker);
    return worker;
  };
  const admit = () => {
    if (closed || waiting.length >= queue) throw refusal('BUSY', { retryAfterSeconds: 2 });
  };
  const run = (job: HashingJob) => {
    admit();
    return new Promise<string | boolean | string[]>((resolve, reject) => {
      waiting.push({
        job,
        settle: (result) =>
          result.value === undefined
            ? reject(new Error(`Password work failed: ${result.error}`))
            : resolve(result.value),
      });
      next();
    });
  };

  for (let count = 0; count < threads; count += 1) start();
  // What an unknown address is compared with: same parameters, nobody's password.
  const nobody = z.string().parse(await run({ kind: 'hash', password: crypto.randomUUID() }));
  return {
    async hash(password) {
      return z.string().parse(await run({ kind: 'hash', password }));
    },
    async verify(password, hash) {
      const fits = await run({ kind: 'verify', password, hash: hash ?? nobody });
      return hash !== null && fits === true;
    },
    async judge(password, name, address, service) {
      const flaws = z
        .array(z.enum(passwordFlaws))
        .parse(await run({ kind: 'judge', password, name, address, service }));
      if (flaws.length > 0) throw refusal('PASSWORD_REFUSED', { flaws });
    },
    admit,
    depth: () => waiting.length + running.size,
    async close() {
      closed = true;
      for (const { settle } of waiting.splice(0)) settle({ id: 0, error: 'shutting down' });
      await Promise.all([...idle, ...running.keys()].map((worker) => worker.terminate()));
    },
  };
}

type Settle = (result: HashingResult) => void;
