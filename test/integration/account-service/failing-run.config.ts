import { defineConfig } from 'vitest/config';

/** The attacks' own set-up with a test that fails on purpose: its run has to end with code 1. */
export default defineConfig({
  test: {
    root: new URL('../../..', import.meta.url).pathname,
    include: ['test/integration/account-service/fails-on-purpose.ts'],
    globalSetup: ['test/rig/account-service/postgres.ts'],
  },
});
