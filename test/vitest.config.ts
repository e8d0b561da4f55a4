import { defineConfig } from 'vitest/config';

const shared = {
  // Argon2, wasm start-up and real processes on two cores: slow is not broken.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  setupFiles: ['test/rig/take-seed.ts'],
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          // Nothing in these leaves a trace in a module: each is loaded once, not once for every file.
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/rig/account-service/postgres.ts'],
        },
      },
    ],
  },
});
