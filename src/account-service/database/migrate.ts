import type pg from 'pg';
import { accounts } from './migrations/0001-accounts.ts';
import { pastLinks } from './migrations/0002-past-links.ts';
import { usedCodes } from './migrations/0003-used-codes.ts';
import { trustThatDoesNotSlide } from './migrations/0005-trust-that-does-not-slide.ts';
import { languagesInOnePlace } from './migrations/0006-languages-in-one-place.ts';
import { methodKindsInOnePlace } from './migrations/0007-method-kinds-in-one-place.ts';
import { sync } from './migrations/0008-sync.ts';
import { syncPasses } from './migrations/0009-sync-passes.ts';
import { signInConfirmations } from './migrations/0004-sign-in-confirmations.ts';
import { standalone } from './statement.ts';

/** Forward only: a released migration is never edited. A later one changes what it made. */
export const migrations: readonly { name: string; sql: string }[] = [
  { name: '0001-accounts', sql: accounts },
  { name: '0002-past-links', sql: pastLinks },
  { name: '0003-used-codes', sql: usedCodes },
  { name: '0004-sign-in-confirmations', sql: signInConfirmations },
  { name: '0005-trust-that-does-not-slide', sql: trustThatDoesNotSlide },
  { name: '0006-languages-in-one-place', sql: languagesInOnePlace },
  { name: '0007-method-kinds-in-one-place', sql: methodKindsInOnePlace },
  { name: '0008-sync', sql: sync },
  { name: '0009-sync-passes', sql: syncPasses },
];

const names = 'select name from schema_migration';
const findNames = standalone<{ name: string }>(names);
const findTable = standalone<{ there: boolean }>(
  "select to_regclass('schema_migration') is not null as there",
);

/** Any number that only this service uses. Instances that start together take turns on it. */
const lockId = 7_218_045_113;

/**
 * Brings the schema up to this version. Each migration is one transaction. A session-wide advisory lock lets
 * one instance migrate while the others wait.
 *
 * @returns the names of the migrations applied now
 * @throws when the database is ahead of this version (an older instance must not run on a newer schema)
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('set lock_timeout = 0; set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [lockId]);
    return await applyMissing(client);
  } finally {
    // Close the connection, and with it the lock and the settings.
    client.release(true);
  }
}

/** The migrations that a database has not had yet. Does not apply them. */
export async function missingMigrations(pool: pg.Pool): Promise<string[]> {
  const [table] = await findTable(pool, []);
  if (table?.there !== true) return migrations.map(({ name }) => name);
  const done = new Set((await findNames(pool, [])).map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !done.has(name));
}

async function applyMissing(client: pg.PoolClient): Promise<string[]> {
  await client.query(
    'create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())',
  );
  const done = await appliedNames(client);
  const ahead = [...done].filter((name) => !migrations.some((migration) => migration.name === name));
  if (ahead.length > 0)
    throw new Error(`The database has migrations this version does not know: ${ahead.join(', ')}`);
  const applied: string[] = [];
  for (const { name, sql } of migrations) {
    if (done.has(name)) continue;
    await client.query('begin');
    try {
      await client.query(sql);
      await client.query('insert into schema_migration (name) values ($1)', [name]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
    applied.push(name);
  }
  return applied;
}

async function appliedNames(client: pg.PoolClient): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(names);
  return new Set(rows.map(({ name }) => name));
}
