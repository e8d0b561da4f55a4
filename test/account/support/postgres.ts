import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPrivatePostgres } from '../../../src/account-service/trial/private-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the suite's PostgreSQL; every file makes its own database in it. */
    postgres: string;
  }
}

/** One real PostgreSQL for the whole suite. Its data is thrown away, so it need not wait for the disk. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-account-test-'));
  const postgres = await startPrivatePostgres(folder, ['-c', 'fsync=off', '-c', 'max_connections=300']);
  project.provide('postgres', await postgres.urlOf('postgres'));
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
