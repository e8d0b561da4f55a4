import { type Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import type { Refusal } from '../refusal.ts';
import { DatabaseAway } from './outage.ts';
import type { Database } from './schema.ts';

export type Tx = Transaction<Database>;

/** Ends a transaction with a refusal but keeps what was written. Made by `keeping`. */
class Keeping {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    this.refusal = refusal;
  }
}

/** Ends a transaction with a refusal *and* a commit, to keep counts of wrong attempts: return it. */
export function keeping(refusal: Refusal): Keeping {
  return new Keeping(refusal);
}

/**
 * Runs work in one transaction. Anything thrown, even a refusal, rolls everything back. A returned
 * `keeping(refusal)` commits, then throws. Work that came to nothing gets three tries in all: after a deadlock, a
 * serialization failure, or a connection that broke before the commit was sent. A commit whose answer was lost
 * may be done, so it is not repeated.
 *
 * @throws DatabaseAway when the database could not do it
 */
export async function transact<Result>(
  db: Kysely<Database>,
  work: (tx: Tx) => Promise<Result | Keeping>,
): Promise<Result> {
  const outcome = await withRetry(() => db.transaction().execute(work));
  if (outcome instanceof Keeping) throw outcome.refusal;
  return outcome;
}

async function withRetry<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (tries === 3 || !(error instanceof DatabaseAway && error.isWorthRepeating)) throw error;
    }
  }
}

/** Whether an error is a violation of the unique constraint or index of that name. */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof pg.DatabaseError && error.constraint === constraint;
}
