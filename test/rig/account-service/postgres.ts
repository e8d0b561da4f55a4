import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPrivatePostgres } from '../../../src/account-service/trial/private-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the run's PostgreSQL; every file makes its own databases in it. */
    postgres: string;
  }
}

/** For vitest's `globalSetup`: one real PostgreSQL for a whole run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres();
  project.provide('postgres', postgres.url);
  return () => postgres.stop();
}

/** A real PostgreSQL whose data is thrown away, so that it need not wait for the disk. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-test-postgres-'));
  const postgres = await startPrivatePostgres(folder, ['-c', 'fsync=off', '-c', 'max_connections=300']);
  return {
    url: await postgres.urlOf('postgres'),
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A database that nothing was done to yet.
 *
 * @param postgres connection string of the server
 * @returns its connection string
 */
export async function emptyDatabase(postgres: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(postgres);
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  return Object.assign(new URL(postgres), { pathname: `/${name}` }).href;
}
