import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/account/**/*.test.ts'],
    setupFiles: ['test/rig/take-seed.ts'],
    globalSetup: ['test/rig/account-service/postgres.ts'],
    // Real processes, real hashing and a real database on two cores: slow is not broken.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 1,
    // No file leaves a trace in a module: each is loaded once, not once for every file.
    isolate: false,
  },
});
