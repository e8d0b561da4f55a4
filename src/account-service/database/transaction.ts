import { type Kysely, type Transaction } from 'kysely';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Database } from './schema.ts';

export type Tx = Transaction<Database>;

/**
 * Runs work in one transaction. A refusal that the work *returns* is thrown after the commit, so that counters
 * of wrong attempts stay; anything that it *throws* rolls everything back. Deadlocks and serialization failures
 * are tried again, three times in all.
 */
export async function transact<Result>(
  db: Kysely<Database>,
  work: (tx: Tx) => Promise<Result | Refusal>,
): Promise<Result> {
  const outcome = await withRetry(() => db.transaction().execute(work));
  if (isRefusal(outcome)) throw outcome;
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

/** The SQLSTATE of an error that came from PostgreSQL, else null. */
export function databaseErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Whether an error is a broken unique constraint or index of that name. */
export function violates(error: unknown, constraint: string): boolean {
  return (
    databaseErrorCode(error) !== null &&
    error instanceof Error &&
    'constraint' in error &&
    error.constraint === constraint
  );
}
