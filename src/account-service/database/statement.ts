import { CompiledQuery, type Kysely } from 'kysely';
import type pg from 'pg';
import { statementName } from './prepared.ts';
import type { Database } from './schema.ts';

/**
 * Runs a statement that is written out: where one statement does what would take ten, because the way to the
 * database and back is most of what a small one costs. Prepared like all others, so the text must be a constant.
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
 * The same for one that stands alone and comes often: it goes to the pool at once, without the query builder.
 *
 * @returns runs it with values for `$1`, `$2`…
 */
export function standalone<Row extends pg.QueryResultRow>(text: string) {
  const name = statementName(text);
  return async (pool: pg.Pool, values: readonly unknown[]): Promise<Row[]> => {
    const { rows } = await pool.query<Row>({ name, text, values: [...values] });
    return rows;
  };
}

/**
 * In the list of what a statement selects: its commit does not wait for the disk. For what may be gone again, the last
 * half second of it, after a crash of the database itself (not of an instance): attempts to sign in, and proofs.
 */
export const withoutWaiting = `set_config('synchronous_commit', 'off', true)`;
