import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { passwordFlaws } from '../../contract/account.ts';
import { refusal } from '../refusal.ts';

export type HashingJob =
  | { kind: 'hash'; password: string }
  | { kind: 'verify'; password: string; hash: string }
  | { kind: 'judge'; password: string; name: string; address: string; service: string };

export type HashingResult =
  { value: string | boolean | string[]; error?: never } | { value?: never; error: string };

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

interface Waiting {
  job: HashingJob;
  settle: (result: HashingResult) => void;
}

/**
 * Processes for password work behind one bounded queue. Should one end by itself, what it was at work on fails, and
 * another takes its place when there is work for it.
 *
 * @param most how many passwords are worked on at once, each by a process of its own
 * @param queue how many may wait; beyond it, callers get 429 `BUSY` with `Retry-After`
 */
export async function startHashing(most: number, queue: number): Promise<Hashing> {
  const waiting: Waiting[] = [];
  const idle: ChildProcess[] = [];
  const running = new Map<ChildProcess, Waiting>();
  let closed = false;

  const start = () => {
    const hasher = fork(new URL('hashing-process.ts', import.meta.url), [], {
      // A session of its own: it can give way as a whole, and Ctrl-C in a terminal is not for it.
      detached: true,
      execArgv: [],
      // Nothing of the instance's environment, which holds its secrets.
      env: { PATH: process.env['PATH'] },
    });
    const finish = (result: HashingResult) => {
      const entry = running.get(hasher);
      running.delete(hasher);
      entry?.settle(result);
    };
    hasher.on('message', (result: HashingResult) => {
      finish(result);
      idle.push(hasher);
      next();
    });
    const leave = (why: string) => {
      const at = idle.indexOf(hasher);
      if (at >= 0) idle.splice(at, 1);
      finish({ error: why });
      next();
    };
    hasher.once('exit', (code, signal) => leave(`the process ended with ${signal ?? code}`));
    hasher.on('error', (error) => {
      // One that could not be started has no end; one that can't be told something gets one.
      if (hasher.pid === undefined) leave(error.message);
      else hasher.kill('SIGKILL');
    });
    return hasher;
  };
  const next = () => {
    while (!closed && running.size < most) {
      const entry = waiting.shift();
      if (!entry) return;
      const hasher = idle.pop() ?? start();
      running.set(hasher, entry);
      hasher.send(entry.job);
    }
  };
  const admit = () => {
    if (closed || waiting.length >= queue) throw refusal('BUSY', { retryAfterSeconds: 2 });
  };
  const run = (job: HashingJob) => {
    admit();
    return new Promise<string | boolean | string[]>((resolve, reject) => {
      const settle = (result: HashingResult) =>
        result.value === undefined
          ? reject(new Error(`Password work failed: ${result.error}`))
          : resolve(result.value);
      waiting.push({ job, settle });
      next();
    });
  };

  const close = async () => {
    closed = true;
    for (const entry of waiting.splice(0)) entry.settle({ error: 'shutting down' });
    await Promise.all(
      [...idle, ...running.keys()].map(async (hasher) => {
        const ended = once(hasher, 'exit');
        hasher.disconnect();
        await ended;
      }),
    );
  };

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
    close,
  };
}
