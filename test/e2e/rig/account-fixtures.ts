import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres } from '../../../src/account-service/trial/private-postgres.ts';
import { startAccountService, type AccountService } from './account-service.ts';
import { test as base } from './fixtures.ts';

/** A computer, and an account service somewhere. */
export const test = base.extend<{ service: AccountService }, { postgres: string }>({
  postgres: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'latchkey-e2e-postgres-'));
      const postgres = await startPrivatePostgres(folder, ['-c', 'fsync=off']);
      await use(await postgres.urlOf('postgres'));
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  service: async ({ postgres }, use) => {
    const service = await startAccountService(postgres);
    await use(service);
    await service.stop();
  },
});

export { expect } from './fixtures.ts';
