import { CompiledQuery, type Kysely } from 'kysely';
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
