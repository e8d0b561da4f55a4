import { startPostgres } from '../../rig/account-service/postgres.ts';
import { startAccountService, type AccountService } from './account-service.ts';
import { test as base } from './fixtures.ts';

/** A computer, and an account service somewhere. */
export const test = base.extend<{ service: AccountService }, { postgres: string }>({
  postgres: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
    async ({}, use) => {
      const postgres = await startPostgres();
      await use(postgres.url);
      await postgres.stop();
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
