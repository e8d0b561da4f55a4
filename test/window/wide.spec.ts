import type { Page } from '@playwright/test';
import { openAccount } from './account-steps.ts';
import { settled } from './axe.ts';
import { expect, test } from './latchkey.ts';
import { signedIn, viewOf } from './made-up-account.ts';
import { entryOf } from './rig/entries.ts';
import { noKit } from './rig/worlds.ts';
import { openSection } from './settings.ts';

const many = Array.from({ length: 60 }, (_, index) =>
  entryOf({ issuer: `Site ${String(index).padStart(2, '0')}`, lastUsedAt: 1_000 - index }),
);

/** Where an element is, in whole pixels. */
async function box(page: Page, selector: string) {
  const found = await page.locator(selector).first().boundingBox();
  if (found === null) throw new Error(`${selector} is not on the page`);
  return found;
}

for (const width of [760, 1_024, 1_440, 2_560, 3_840]) {
  test(`at ${width} px the list and the entry share the window`, async ({ open, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open({ entries: many });
    await expect(page.getByRole('row').first()).toBeVisible();
    await settled(page);
    const list = await box(page, 'section[aria-label="Codes"]');
    const heading = await page.getByRole('heading', { level: 2, name: /^Site/ }).boundingBox();
    const code = await page.getByRole('button', { name: 'Copy code' }).boundingBox();
    // The entry stands beside the list, not somewhere in the middle of what is left.
    expect((heading?.x ?? 0) - (list.x + list.width)).toBeLessThan(160);
    expect(code?.x ?? 0).toBeGreaterThan(list.x + list.width);
    // No row is so wide that its name and its code are far apart.
    const row = await box(page, '[role=row]');
    expect(row.width).toBeLessThan(860);
    expect(row.width).toBeGreaterThan(340);
    await page.screenshot({ path: `test-results/wide-${width}.png` });
  });
}

test('rows beside each other are read line by line, and the arrows move as they stand', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 1_440, height: 900 });
  await open({ entries: many });
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await row('Site 00').focus();
  const [first, second, third] = await Promise.all(
    ['Site 00', 'Site 01', 'Site 02'].map(async (name) => row(name).boundingBox()),
  );
  expect(second?.y).toBe(first?.y);
  expect(second?.x).toBeGreaterThan(first?.x ?? 0);
  expect(third?.y).toBeGreaterThan(first?.y ?? 0);
  await page.keyboard.press('ArrowRight');
  await expect(row('Site 01')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row('Site 03')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(row('Site 02')).toBeFocused();
  await page.keyboard.press('End');
  await expect(row('Site 59')).toBeFocused();
  await expect(row('Site 59')).toBeInViewport();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('a reminder scrolls away with the list, and the last row can still be reached', async ({
  open,
  page,
}) => {
  await open({ ...noKit, entries: many });
  const reminder = page.getByText('Make a recovery kit');
  await expect(reminder).toBeInViewport();
  await page.getByRole('row').first().focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('row', { name: /^Site 59/ })).toBeInViewport({ ratio: 1 });
  await expect(reminder).not.toBeInViewport();
});

test('settings and account have their parts beside each other', async ({ open, page }) => {
  await page.setViewportSize({ width: 1_440, height: 900 });
  await open({ entries: many, account: viewOf({ account: signedIn() }) });
  await openSection(page, 'security');
  const opens = await page.getByRole('region', { name: 'What opens your vault' }).boundingBox();
  const passphrase = await page.getByRole('region', { name: 'Passphrase' }).boundingBox();
  expect(passphrase?.y).toBe(opens?.y);
  expect(passphrase?.x).toBeGreaterThan((opens?.x ?? 0) + (opens?.width ?? 0));
  await page.screenshot({ path: 'test-results/wide-security.png' });
  await page.getByRole('button', { name: 'Back to the codes' }).click();

  await openAccount(page);
  const methods = await page.getByRole('region', { name: 'Sign-in methods' }).boundingBox();
  const you = await page.getByRole('region', { name: 'You', exact: true }).boundingBox();
  expect(you?.y).toBe(methods?.y);
  expect(you?.x).toBeGreaterThan((methods?.x ?? 0) + (methods?.width ?? 0));
  await page.screenshot({ path: 'test-results/wide-account.png' });
});

test('nothing moves when a scroll bar comes or goes', async ({ open, page }) => {
  await open({ entries: many });
  await expect(page.getByRole('row').first()).toBeVisible();
  const gutter = page.locator('.scrolls').filter({ has: page.getByRole('grid') });
  await expect(gutter).toHaveCSS('scrollbar-gutter', 'stable');
  await expect(gutter).toHaveCSS('scrollbar-width', 'thin');
});
