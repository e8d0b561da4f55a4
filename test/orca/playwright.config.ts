import { defineConfig } from '@playwright/test';

/** Latchkey heard through Debian's screen reader. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // One screen reader, one voice: what the keyboard does next depends on what was heard.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Limits, not speeds: a machine that does much else besides is four times slower.
  timeout: 600_000,
  expect: { timeout: 90_000 },
  outputDir: '../../test-results/orca',
});
