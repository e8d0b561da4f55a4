import { type Kysely, type Transaction } from 'kysely';
import type { Refusal } from '../refusal.ts';
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
 * `keeping(refusal)` commits, then throws. Deadlocks and serialization failures get three tries in all.
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
      if (tries === 3 || !isTransient(error)) throw error;
    }
  }
}

const deadlock = '40P01';
const serializationFailure = '40001';

function isTransient(error: unknown): boolean {
  const code = databaseErrorCode(error);
  return code === deadlock || code === serializationFailure;
}

/** The SQLSTATE of a PostgreSQL error, else null. */
export function databaseErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Whether an error is a violation of the unique constraint or index of that name. */
export function violates(error: unknown, constraint: string): boolean {
  return (
    databaseErrorCode(error) !== null &&
    error instanceof Error &&
    'constraint' in error &&
    error.constraint === constraint
  );
}
