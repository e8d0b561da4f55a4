import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const systemBrowser = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** The window alone, over a fake application: states that are hard to reach for real. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './build.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  reporter: [['list']],
  outputDir: '../../test-results/window',
  use: {
    viewport: { width: 420, height: 700 },
    locale: 'en-GB',
    launchOptions: {
      args: ['--no-sandbox'],
      ...(systemBrowser !== undefined && { executablePath: systemBrowser }),
    },
  },
});
