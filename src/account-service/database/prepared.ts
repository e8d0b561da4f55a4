import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/**
 * A pool that prepares its statements. Each connection parses and plans a statement once and then only runs it.
 * Parsing and planning are most of a small statement's cost. The texts are the program's own, so there are few.
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => preparedClient(await pool.connect()),
    end: () => pool.end(),
    options: pool.options,
  };
}

const names = new Map<string, string>();

function preparedClient(client: pg.PoolClient): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('expected a statement: cursors are not used here');
    return /^\s*(?:select|insert|update|delete|with)\b/i.test(text)
      ? client.query({ name: statementName(text), text, values: [...values] })
      : client.query(text, [...values]);
  }
  return {
    query,
    release: () => client.release(),
  };
}

/** The name under which a connection keeps a statement: equal texts have equal names. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
  }
  return name;
}
