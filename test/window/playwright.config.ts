import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../src/bootstrap/app-window.ts';

const systemBrowser = findBrowser();

/** The window over the real application, whose world is in memory: states that are hard to reach for real. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './build.ts',
  fullyParallel: true,
  workers: 2,
  // Limits, not speeds: a machine that does much else besides is four times slower.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  outputDir: '../../test-results/window',
  use: {
    viewport: { width: 420, height: 700 },
    locale: 'en-GB',
    launchOptions: {
      args: ['--no-sandbox'],
      ...(systemBrowser !== null && { executablePath: systemBrowser }),
    },
  },
});
