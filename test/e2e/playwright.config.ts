import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // Each worker has a screen, a keychain and a data folder of its own, and mostly waits for other programs.
  workers: 2,
  fullyParallel: false,
  // A flaky test is a failing test.
  retries: 0,
  forbidOnly: true,
  // Limits, not speeds: a machine that does much else besides is four times slower.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  outputDir: '../../test-results/e2e',
  use: { actionTimeout: 60_000, trace: 'off' },
});
