import { z } from 'zod';
import { passwordFlaws } from '../../contract/account-service.ts';
import { plainPassword } from '../../contract/account-service/spelling.ts';
import { refusal } from '../refusal.ts';
import type { HashingJob } from './hashing-process.ts';
import type { JudgingJob } from './judging-process.ts';
import { createProcesses } from './processes.ts';
import { needsRehash } from './argon2.ts';

/** How a password compares to a hash. `outdated`: right, but the hash is of an older kind and needs renewal. */
export type PasswordMatch = 'wrong' | 'right' | 'outdated';

export interface Hashing {
  /** Argon2id of a password in its one form, as a PHC string. Throws `BUSY` when the queue is full. */
  hash(password: string): Promise<string>;
  /**
   * Whether a password matches a hash, in its one form or, for older hashes, as typed. `wrong`, after the same
   * work, when `hash` is null. Throws `BUSY`.
   */
  verify(password: string, hash: string | null): Promise<PasswordMatch>;
  /** Refuses a new password that is too weak (`PASSWORD_REFUSED`). Throws `BUSY`. */
  judge(password: string, name: string, address: string, service: string): Promise<void>;
  /** Throws `BUSY` when a password can't be processed now, so that nothing is counted for such a request. */
  admit(): void;
  /** Jobs waiting or running. */
  depth(): number;
  close(): Promise<void>;
}

/** How long the process with the dictionaries stays without a new password to judge: it takes some 140 MiB. */
const judgeIdleMs = 300_000;

/**
 * The slow work on passwords, in separate processes. Several hash, and one judges new passwords: it has large
 * dictionaries and little to do.
 *
 * @param most how many passwords are hashed at once, each by its own process
 * @param queue how many may wait; beyond that, callers get 429 `BUSY` with `Retry-After`
 * @param priority `low`: everything else on the machine goes before the hashing processes
 */
export async function startHashing(
  most: number,
  queue: number,
  priority: 'low' | 'normal',
): Promise<Hashing> {
  const hashers = createProcesses<HashingJob>('hashing-process.ts', most, [priority]);
  const judges = createProcesses<JudgingJob>('judging-process.ts', 1, [], judgeIdleMs);
  const waiting = () => hashers.waiting() + judges.waiting();
  let closed = false;
  const admit = () => {
    if (closed || waiting() >= queue) throw refusal('BUSY', { retryAfterSeconds: 2 });
  };

  // Stands in for the hash of an unknown address: same parameters, nobody's password.
  const nobody = z.string().parse(await hashers.run({ kind: 'hash', password: crypto.randomUUID() }));
  return {
    async hash(password) {
      admit();
      return z.string().parse(await hashers.run({ kind: 'hash', password: plainPassword(password) }));
    },
    async verify(password, hash) {
      admit();
      const plain = plainPassword(password);
      // The spellings depend only on the typed password, so they reveal nothing about the account.
      const spellings = plain === password ? [plain] : [plain, password];
      const job = { kind: 'verify', spellings, hash: hash ?? nobody } as const;
      const fits = z.int().parse(await hashers.run(job));
      if (hash === null || fits < 0) return 'wrong';
      return fits > 0 || needsRehash(hash) ? 'outdated' : 'right';
    },
    async judge(password, name, address, service) {
      admit();
      const flaws = z
        .array(z.enum(passwordFlaws))
        .parse(await judges.run({ password, name, address, service }));
      if (flaws.length > 0) throw refusal('PASSWORD_REFUSED', { flaws });
    },
    admit,
    depth: () => hashers.depth() + judges.depth(),
    async close() {
      closed = true;
      await Promise.all([hashers.close(), judges.close()]);
    },
  };
}
