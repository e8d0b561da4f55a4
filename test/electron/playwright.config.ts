import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // One Latchkey a time: the scan looks at the whole screen.
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  outputDir: '../../test-results/electron',
});
