import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { checkOut, outageOf } from './outage.ts';

/**
 * A pool that prepares its statements. Each connection parses and plans a statement once and then only runs it.
 * Parsing and planning are most of a small statement's cost. The texts are the program's own, so there are few.
 * A new connection knows none of the names and prepares them again.
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  return {
    connect: () => preparedClient(pool),
    end: () => pool.end(),
    options: pool.options,
  };
}

/**
 * How long a statement's answer may take. Longer than the server's own limit (`connect.ts`), so it only ends the
 * wait for a server that can't say anything any more, or for a commit whose replica is gone.
 */
const answerMs = 10_000;

const names = new Map<string, string>();

/**
 * A connection whose errors tell the database's trouble (`DatabaseAway`) from a statement's fault. One that is
 * lost does not go back to the pool.
 */
export async function preparedClient(pool: pg.Pool): Promise<PostgresPoolClient> {
  const client = await checkOut(pool);
  let isInTransaction = false;
  let isLost = false;

  const ask = async (text: string, values: readonly unknown[]) => {
    const verb = /^\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? '';
    // With its connection, the transaction is gone. The error that is on its way says why.
    if (isLost && verb === 'rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] };
    if (verb === 'begin') isInTransaction = true;
    const isUndone = verb === 'select' || (isInTransaction && verb !== 'commit');
    const query = { ...asked(text, values, verb), query_timeout: answerMs };
    try {
      return await client.query(query);
    } catch (error) {
      const away = outageOf(error, isUndone ? 'nothing' : 'unknown');
      isLost ||= away?.isConnectionLost ?? false;
      throw away ?? error;
    }
  };
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('expected a statement: cursors are not used here');
    return ask(text, values);
  }
  return {
    query,
    release: (isUnusable) => client.release(isLost || isUnusable === true),
  };
}

function asked(text: string, values: readonly unknown[], verb: string): pg.QueryConfig {
  const isKept = ['select', 'insert', 'update', 'delete', 'with'].includes(verb);
  return { text, values: [...values], ...(isKept && { name: statementName(text) }) };
}

/** The name under which a connection keeps a statement: equal texts have equal names. */
function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
  }
  return name;
}
