import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { ReadOnlyDatabase } from './outage.ts';
import { preparedPool } from './prepared.ts';
import type { Database } from './schema.ts';

/** Bigints (time steps, audit ids) stay below 2^53 for some hundred thousand years: numbers for arithmetic. */
const types = new pg.TypeOverrides();

/**
 * How statements are planned. They are short: compiling one to machine code, which happens at random, would
 * take longer than running it. Connections also keep their plans: a plan made while a table was almost empty
 * would scan the whole table as it grows, until the database next analyzes it. Every look-up has an index.
 */
const planning = '-c jit=off -c enable_seqscan=off';

export interface Databases {
  /** For everything that changes an account. */
  main: Kysely<Database>;
  /** The pool under `main`, for prepared statements and health checks. */
  pool: pg.Pool;
  /**
   * Session checks. They have a few connections of their own, so that a flood of sign-ins can't delay them.
   * They do not wait for the disk, as they only write the memory of device proofs.
   */
  checks: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens bounded pools on a PostgreSQL. No connection waits for ever: 3 s for a free connection, 3 s for a lock,
 * 8 s for a statement, 10 s idle inside a transaction. A connection to a server that takes no writes is not used:
 * a replica may be behind, and would tell somebody that a right password is wrong.
 *
 * @param connections the most connections of `main`; `checks` gets a quarter of that, at least 2
 * @param onError receives errors of connections that broke while idle (the pool replaces them)
 */
export function connect(url: string, connections: number, onError: (error: Error) => void): Databases {
  const limits = {
    connectionString: url,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 8_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
    // Finds out that the machine at the other end is gone while nobody asks anything.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    onConnect: refuseReadOnly,
    types,
  };
  const pool = new pg.Pool({
    ...limits,
    max: connections,
    application_name: 'latchkey-account',
    options: planning,
  });
  const checks = new pg.Pool({
    ...limits,
    max: Math.max(2, Math.ceil(connections / 4)),
    application_name: 'latchkey-account-checks',
    options: `${planning} -c synchronous_commit=off`,
  });
  for (const each of [pool, checks]) {
    each.on('error', onError);
    // A connection that breaks between two statements of a transaction emits its own error event, and an
    // unhandled error event ends the process. The transaction fails at its next statement.
    each.on('connect', (client) => client.on('error', onError));
  }
  const main = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparedPool(pool) }) });
  return {
    main,
    pool,
    checks,
    async close() {
      await main.destroy();
      await checks.end();
    },
  };
}

/** @throws ReadOnlyDatabase for a replica, or a server that was told to take no writes */
async function refuseReadOnly(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only');
  if (rows[0]?.transaction_read_only !== 'off') throw new ReadOnlyDatabase();
}
