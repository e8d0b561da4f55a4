import type { Page } from '@playwright/test';
import { en } from '../../src/renderer/words/en/words.ts';
import { settled } from './axe.ts';
import { unreadable } from './clipping.ts';
import { expect, test } from './latchkey.ts';
import { enrolling, secondFactor, signedIn, viewOf } from './made-up-account.ts';
import { syncOn, syncWaiting } from './made-up-sync.ts';
import { pseudo, speakPseudo, untranslated } from './pseudo.ts';
import { addressOf, entryOf, trashedOf, unreadableOf } from './rig/entries.ts';
import { locked, noKit, type World } from './rig/worlds.ts';

interface Screen {
  name: string;
  world: World;
  /** Buttons and lines of menus, by the beginnings of their English names. */
  press?: readonly string[];
}

/** Names without a letter: every letter on the screen is the window's own. */
const entries = ['11 22', '33 44 55 66 77 88 99 00 11 22 33 44', '55'].map((issuer) =>
  entryOf({ issuer, account: '12@34.56' }),
);
const list = { entries: [...entries, entryOf({ issuer: '77', account: '8', kind: 'hotp', counter: 41 })] };
const scanned = { ...list, sees: [[addressOf(entryOf({ issuer: '66', account: '7' }))]] } satisfies World;
/** What every world has: the keychain, the vault's place, and the computers of an account. */
const everywhere = ['Secret Service', '/memory/vault.latchkey', 'Ada’s ThinkPad', 'Workshop desktop'];
const sections = [
  'general',
  'list',
  'quickFind',
  'clock',
  'security',
  'recovery',
  'backups',
  'sync',
  'history',
  'about',
] as const;

const toSync = [en.codes.menu, en.settings.title, en.settings.sync];

const screens: readonly Screen[] = [
  { name: 'first run', world: { hasVault: false } },
  { name: 'protection', world: { hasVault: false }, press: ['Continue'] },
  { name: 'first code', world: { hasVault: false }, press: ['Continue', 'Start'] },
  { name: 'locked', world: { ...noKit, ...locked } },
  { name: 'empty', world: {} },
  { name: 'list', world: { ...noKit, ...list, quarantine: [unreadableOf()] } },
  { name: 'entry', world: list, press: ['Details of {{name}}'] },
  { name: 'edit', world: list, press: ['Details of {{name}}', 'Edit'] },
  { name: 'delete', world: list, press: ['Details of {{name}}', 'Delete'] },
  { name: 'menu', world: list, press: [en.codes.menu] },
  { name: 'ways to add', world: list, press: ['Add'] },
  { name: 'typed', world: list, press: ['Add', 'Type the key in', 'More settings'] },
  { name: 'preview', world: scanned, press: ['Add', 'Scan the screen'] },
  {
    name: 'deleted',
    world: { ...list, trash: [trashedOf({ issuer: '88', account: '9', deletedAt: Date.now() })] },
    press: [en.codes.menu, 'Deleted'],
  },
  ...sections.map((section) => ({
    name: `settings, ${section}`,
    world: list,
    press: [en.codes.menu, en.settings.title, en.settings[section]],
  })),
  { name: 'account, welcome', world: { ...list, account: viewOf() }, press: ['Account'] },
  {
    name: 'account, sign-up',
    world: { ...list, account: viewOf() },
    press: ['Account', 'Create an account'],
  },
  {
    name: 'account, methods',
    world: { ...list, account: viewOf({ account: enrolling() }) },
    press: ['Account'],
  },
  {
    name: 'account, second proof',
    world: { ...list, account: viewOf({ account: secondFactor() }) },
    press: ['Account'],
  },
  { name: 'account', world: { ...list, account: viewOf({ account: signedIn() }) }, press: ['Account'] },
  { name: 'sync, on', world: { ...list, sync: syncOn() }, press: toSync },
  { name: 'sync, waiting', world: { ...list, sync: syncWaiting() }, press: toSync },
];

/** @param say a name of the English window, as this one says it */
async function press(page: Page, names: readonly string[], say: (text: string) => string): Promise<void> {
  for (const name of names) {
    const [start = ''] = say(name).split('{{');
    const isNamed = { name: new RegExp(`^${start.replaceAll(/[.?()[\]+]/gu, String.raw`\$&`)}`, 'u') };
    const control = page.getByRole('button', isNamed).or(page.getByRole('menuitem', isNamed));
    await control.and(page.locator(':visible')).first().click();
  }
}

/** Looks at a screen narrow and wide. */
async function inBothWidths(page: Page, look: (width: number) => Promise<void>): Promise<void> {
  for (const width of [360, 1_200]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    await look(width);
  }
}

for (const { name, world, press: names = [] } of screens) {
  test(`a language with long words is whole, and all of it is translated: ${name}`, async ({
    open,
    page,
  }) => {
    const preferences = await speakPseudo(page);
    await page.setViewportSize({ width: 360, height: 900 });
    await open({ ...world, preferences: { ...world.preferences, ...preferences } });
    await press(page, names, (text) => pseudo(text).slice(0, text.length));
    await inBothWidths(page, async (width) => {
      await page.screenshot({ path: `test-results/pseudo/${name}-${width}.png` });
      expect(await unreadable(page), `${width} px`).toEqual([]);
      expect(await untranslated(page, { world, everywhere }), `${width} px`).toEqual([]);
    });
  });

  test(`from right to left, nothing is cut off: ${name}`, async ({ open, page }) => {
    await page.setViewportSize({ width: 360, height: 900 });
    await open(world);
    await page.locator('main').first().waitFor();
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await press(page, names, (text) => text);
    await inBothWidths(page, async (width) => {
      await page.screenshot({ path: `test-results/rtl/${name}-${width}.png` });
      expect(await unreadable(page), `${width} px`).toEqual([]);
    });
  });
}

test('from right to left, the list begins at the right, arrows point there, and codes stay as they are', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await open(list);
  const row = page.getByRole('row').first();
  await expect(row).toBeVisible();
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  const [whole, icon] = [await row.boundingBox(), await row.locator('svg, img, span').first().boundingBox()];
  expect(icon?.x ?? 0).toBeGreaterThan((whole?.x ?? 0) + (whole?.width ?? 0) / 2);
  await expect(row.locator('.digits').first()).toHaveCSS('direction', 'ltr');
  await press(page, ['Details of {{name}}'], (text) => text);
  const back = page.locator('.lucide-arrow-left').first();
  await expect(back).toHaveCSS('scale', '-1 1');
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await expect(back).toHaveCSS('scale', 'none');
});
