import { CompiledQuery, type Kysely } from 'kysely';
import type pg from 'pg';
import { preparedClient } from './prepared.ts';
import type { Database } from './schema.ts';

/**
 * Runs a hand-written statement, used where one replaces ten: the round trip to the database is most of what a
 * small one costs. It is prepared like all others, so the text must be a constant.
 *
 * @param values for `$1`, `$2`…
 */
export async function run<Row>(
  db: Kysely<Database>,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return rows;
}

/**
 * Like `run`, for a frequent stand-alone statement: it skips the query builder and goes to the pool.
 *
 * @returns a function that runs it with values for `$1`, `$2`…
 */
export function standalone<Row extends pg.QueryResultRow>(text: string) {
  return async (pool: pg.Pool, values: readonly unknown[]): Promise<Row[]> => {
    const client = await preparedClient(pool);
    try {
      const { rows } = await client.query<Row>(text, values);
      return rows;
    } finally {
      client.release();
    }
  };
}

/**
 * In a statement's select list: its commit does not wait for the disk. Use it only for data that may lose its
 * last half second when the database itself (not an instance) crashes: sign-in attempts and proofs.
 */
export const withoutWaiting = `set_config('synchronous_commit', 'off', true)`;
