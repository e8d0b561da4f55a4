import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../src/bootstrap/app-window.ts';

/** Chromium's headless shell does half the work for a page, and lays it out in the same way. */
const browser = findBrowser('chromium-headless-shell');

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
  // The pictures of `look.spec.ts`.
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  use: {
    viewport: { width: 420, height: 700 },
    locale: 'en-GB',
    // A page that was clicked may write to the clipboard; the headless shell has to be told.
    permissions: ['clipboard-write'],
    launchOptions: {
      // Text is as wide as on a desktop, where no glyph is fitted to whole pixels.
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
      ...(browser !== null && { executablePath: browser }),
    },
  },
});
