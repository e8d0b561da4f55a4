import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/**
 * A pool whose statements are prepared: each connection parses and plans a statement once and then only runs it,
 * which is most of what a small statement costs. The texts are those of the program, so there are few.
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

/** Under which a connection keeps a statement: the same text, the same name. */
export function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
  }
  return name;
}
