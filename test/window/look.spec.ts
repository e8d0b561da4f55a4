import type { Page } from '@playwright/test';
import { settled } from './axe.ts';
import { openAccount } from './account-steps.ts';
import { expect, test } from './latchkey.ts';
import { enrolling, viewOf } from './made-up-account.ts';
import { addressOf, entryOf } from './rig/entries.ts';
import { locked, noKit, type World } from './rig/worlds.ts';
import { openSection } from './settings.ts';

/**
 * The main screens beside their pictures in `looks/`. After a change of the design, look at what differs (the
 * report names the files), then take them anew: `--update-snapshots`.
 */

test.use({ timezoneId: 'UTC' });

/** Long ago: what was used lately says the weekday. */
const used = Date.UTC(2025, 10, 20);
/** A day long, so that no code is in its last seconds, when a row shows more. */
const period = 86_400;
const entries = [
  entryOf({ issuer: 'Proton', account: 'ada@proton.me', pinned: true, period }),
  entryOf({ issuer: 'GitHub', account: 'ada-l', period, tags: ['Work'] }),
  entryOf({ issuer: 'Rabobank', account: 'NL91 RABO 0417 1643 00', digits: 8, period }),
  entryOf({ issuer: 'Work VPN', account: 'a.lovelace', kind: 'hotp', counter: 41 }),
  entryOf({
    issuer: 'Mijn Gemeente',
    account: 'ada@example.org',
    period,
    algorithm: 'SHA256',
    tags: ['Home'],
  }),
  entryOf({ issuer: '', account: 'root@backup-host', digits: 10, period }),
].map((entry, at) => ({ ...entry, lastUsedAt: used - at }));
const seen = addressOf(entryOf({ issuer: 'Dropbox', account: 'ada@example.org', period }));

const narrow = { width: 380, height: 740 };
const wide = { width: 1_180, height: 760 };

interface Screen {
  readonly name: string;
  readonly size: typeof narrow;
  readonly world: World;
  /** From the codes to the screen. What it ends with is the screen's own. */
  readonly go: (page: Page) => Promise<void>;
}

const screens: readonly Screen[] = [
  {
    name: 'first-run',
    size: wide,
    world: { hasVault: false },
    go: async (page) => expect(page.getByRole('button', { name: 'Continue' })).toBeVisible(),
  },
  {
    name: 'codes-wide',
    size: wide,
    world: { ...noKit, entries },
    go: async (page) => expect(page.getByRole('heading', { level: 2, name: 'Proton' })).toBeVisible(),
  },
  {
    name: 'codes-narrow',
    size: narrow,
    world: { entries },
    go: async (page) => expect(page.getByRole('row')).toHaveCount(6),
  },
  {
    name: 'entry-narrow',
    size: narrow,
    world: { entries },
    async go(page) {
      await page.getByRole('button', { name: /^Details of GitHub/ }).click();
      await expect(page.getByRole('heading', { level: 2, name: 'GitHub' })).toBeVisible();
    },
  },
  {
    name: 'preview',
    size: wide,
    world: { entries, sees: [[seen]] },
    async go(page) {
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('button', { name: 'Scan the screen' }).click();
      await expect(page.getByRole('dialog').getByText('Dropbox')).toBeVisible();
    },
  },
  {
    name: 'locked',
    size: wide,
    world: { ...noKit, ...locked },
    go: async (page) => expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible(),
  },
  {
    name: 'settings',
    size: wide,
    world: { entries },
    go: async (page) => openSection(page, 'security'),
  },
  {
    name: 'account',
    size: wide,
    world: { entries, account: viewOf({ account: enrolling() }) },
    async go(page) {
      await openAccount(page);
      await expect(
        page.getByRole('heading', { level: 1, name: 'How will you show that it is you?' }),
      ).toBeVisible();
    },
  },
];

/** Hides what depends on the time: codes and rings. Their places stay. */
async function hideTime(page: Page): Promise<void> {
  await page.evaluate(() => {
    const hidden = new CSSStyleSheet();
    hidden.replaceSync('.digits, .ring-time { visibility: hidden }');
    document.adoptedStyleSheets.push(hidden);
  });
}

for (const { name, size, world, go } of screens) {
  test(`${name} looks as in its pictures`, async ({ open, page }) => {
    await page.setViewportSize(size);
    await open(world);
    await go(page);
    await hideTime(page);
    for (const theme of ['light', 'dark']) {
      await page.evaluate((one) => document.documentElement.setAttribute('data-theme', one), theme);
      await settled(page);
      await expect(page).toHaveScreenshot(`${name}-${theme}.png`, {
        // Another Chromium draws the edges of letters a little differently. A control that moves is far more.
        maxDiffPixelRatio: 0.002,
      });
    }
  });
}
