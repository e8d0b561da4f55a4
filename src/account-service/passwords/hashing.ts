import { z } from 'zod';
import { passwordFlaws } from '../../contract/account-service.ts';
import { plainPassword } from '../../contract/account-service/spelling.ts';
import { refusal } from '../refusal.ts';
import type { HashingJob } from './hashing-process.ts';
import type { JudgingJob } from './judging-process.ts';
import { createProcesses } from './processes.ts';
import { needsRehash } from './argon2.ts';

/** What a password is to a hash; `outdated`: right, and to be hashed anew, for the hash is of a former kind. */
export type PasswordMatch = 'wrong' | 'right' | 'outdated';

export interface Hashing {
  /** Argon2id of a password in its one form, as a PHC string. Throws `BUSY` when the queue is full. */
  hash(password: string): Promise<string>;
  /**
   * Whether a password belongs to a hash, in its one form or else, for hashes from before, as it was typed. `wrong`,
   * after the same work, when `hash` is null. Throws `BUSY`.
   */
  verify(password: string, hash: string | null): Promise<PasswordMatch>;
  /** Refuses a new password that is not good enough (`PASSWORD_REFUSED`). Throws `BUSY`. */
  judge(password: string, name: string, address: string, service: string): Promise<void>;
  /** Throws `BUSY` when a password can't be taken now, so that nothing is counted for a request that can't run. */
  admit(): void;
  /** Jobs waiting or running. */
  depth(): number;
  close(): Promise<void>;
}

/**
 * The slow work on passwords, in processes of its own: some that hash, and one that judges new passwords, which has
 * large dictionaries and little to do.
 *
 * @param most how many passwords are hashed at once, each by a process of its own
 * @param queue how many may wait; beyond it, callers get 429 `BUSY` with `Retry-After`
 * @param priority `low`: everything else on the machine goes before the processes that hash
 */
export async function startHashing(
  most: number,
  queue: number,
  priority: 'low' | 'normal',
): Promise<Hashing> {
  const hashers = createProcesses<HashingJob>('hashing-process.ts', most, [priority]);
  const judges = createProcesses<JudgingJob>('judging-process.ts', 1);
  const waiting = () => hashers.waiting() + judges.waiting();
  let closed = false;
  const admit = () => {
    if (closed || waiting() >= queue) throw refusal('BUSY', { retryAfterSeconds: 2 });
  };

  // What an unknown address is compared with: same parameters, nobody's password.
  const nobody = z.string().parse(await hashers.run({ kind: 'hash', password: crypto.randomUUID() }));
  return {
    async hash(password) {
      admit();
      return z.string().parse(await hashers.run({ kind: 'hash', password: plainPassword(password) }));
    },
    async verify(password, hash) {
      admit();
      const plain = plainPassword(password);
      // Which spellings are tried follows from what was typed alone: it tells nothing of the account.
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
