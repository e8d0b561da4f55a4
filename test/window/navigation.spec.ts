import type { Page } from '@playwright/test';
import { openAccount } from './account-steps.ts';
import { expect, test } from './latchkey.ts';
import { signedIn, viewOf } from './made-up-account.ts';
import { entryOf, unreadableOf } from './rig/entries.ts';
import { noKit } from './rig/worlds.ts';
import { openSection } from './settings.ts';

const many = Array.from({ length: 60 }, (_, index) =>
  entryOf({ issuer: `Site ${String(index).padStart(2, '0')}`, lastUsedAt: 1_000 - index }),
);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const question = (page: Page) => page.getByRole('alertdialog', { name: 'Discard what you entered?' });

/** Each way that leads back, in the window and outside of it. */
const waysBack = {
  'Alt+←': async (page: Page) => page.keyboard.press('Alt+ArrowLeft'),
  'the browser’s Back': async (page: Page) => page.evaluate(() => history.back()),
};

test('the list comes back as it was left: its search, its scroll position, and the focus', async ({
  open,
}) => {
  const { page } = await open({ entries: many });
  await expect(page.getByRole('row').first()).toBeVisible();
  await page.keyboard.type('site');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.getByRole('row', { name: /^Site 59/ })).toBeFocused();
  const scrolled = async () =>
    page.getByRole('grid').evaluate((grid) => Math.round(grid.parentElement?.scrollTop ?? -1));
  await expect.poll(scrolled).toBeGreaterThan(1_000);
  const before = await scrolled();

  await page.getByRole('button', { name: /^Account/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row')).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('button', { name: /^Account/ })).toBeFocused();
  await expect(page.getByRole('searchbox')).toHaveValue('site');
  await expect.poll(scrolled).toBe(before);
});

test('a page comes back as it was left, to the button that led away from it', async ({ open }) => {
  const { page } = await open({ account: viewOf({ account: signedIn() }) });
  await openAccount(page);
  const activity = page.getByRole('button', { name: /^Activity/ });
  await activity.click();
  await expect(heading(page, 'Activity')).toBeFocused();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(activity).toBeFocused();
  await expect(activity).toBeInViewport();
});

const onMac = { 'on a Mac, ⌘[': async (page: Page) => page.keyboard.press('Meta+[') };
for (const [name, goBack] of Object.entries({ ...waysBack, ...onMac })) {
  test(`${name} goes back step by step: out of a sheet, within a page, and to where the person came from`, async ({
    open,
  }) => {
    const { page, server } = await open({
      ...noKit,
      entries: many,
      facts: { platform: name in onMac ? 'darwin' : 'linux' },
    });
    await openSection(page, 'security');
    await page.getByRole('button', { name: /^With both/ }).click();
    await page.getByRole('button', { name: 'Make a recovery kit' }).click();
    await page.getByRole('button', { name: 'Make the page' }).click();
    await page.getByRole('button', { name: /^I have it on paper/ }).click();
    await expect(heading(page, 'Check the page')).toBeVisible();

    await goBack(page);
    await expect(heading(page, 'Print this page')).toBeVisible();
    await goBack(page);
    await expect(heading(page, 'Security')).toBeVisible();
    await page.getByRole('button', { name: 'Change it' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await goBack(page);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(heading(page, 'Security')).toBeVisible();
    await goBack(page);
    await expect(heading(page, 'Settings')).toBeVisible();
    await goBack(page);
    await expect(page.getByRole('button', { name: 'More', exact: true })).toBeFocused();
    expect(page.url()).toBe(`${server.origin}/`);
  });
}

test('whichever way leads away from a filled-in form, it asks before the text goes', async ({ open }) => {
  const { page } = await open({ quarantine: [unreadableOf()] });
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.getByRole('button', { name: 'Take a look' }).click();
  await page.getByRole('button', { name: 'Fix Acme Mail (ada@example.org)' }).click();
  await page.getByLabel('Digits').fill('6');
  await page.getByRole('heading', { level: 1 }).focus();
  const waysOut = {
    ...waysBack,
    'another section': async () =>
      page.getByRole('navigation').getByRole('button', { name: 'About' }).click(),
    'the cross': async () => page.getByRole('button', { name: 'Back to the codes' }).click(),
  };
  for (const [name, leave] of Object.entries(waysOut)) {
    await leave(page);
    // The key is for the button that has the focus, which comes a moment after the question.
    await expect(question(page).getByRole('button', { name: 'Keep editing' }), name).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(question(page), name).toBeHidden();
    await expect(page.getByLabel('Digits'), name).toHaveValue('6');
  }
  await waysOut['another section']();
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(heading(page, 'About')).toBeVisible();
});

test('the arrow of an entry asks before a changed name goes', async ({ open }) => {
  const { page } = await open({ entries: [entryOf()] });
  await page.getByRole('button', { name: /^Details of GitHub/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Account' }).fill('ada@work.example');
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await question(page).getByRole('button', { name: 'Keep editing' }).click();
  await expect(page.getByRole('textbox', { name: 'Account' })).toHaveValue('ada@work.example');
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await question(page).getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(page.getByRole('row', { name: 'GitHub (ada@example.org)' })).toBeFocused();
});

test('a notice leads where it says from wherever it is read, and Back leads there again', async ({
  open,
}) => {
  const { page } = await open({ hasPassphrase: false, account: viewOf({ account: signedIn() }) });
  await openAccount(page);
  await expect(heading(page, 'Ada Lovelace')).toBeVisible();
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Add one' }).click();
  await expect(heading(page, 'Security')).toBeFocused();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(heading(page, 'Ada Lovelace')).toBeVisible();
});

test('an entry that another window deletes closes, and no other opens in its place', async ({ open }) => {
  const [first, second] = [entryOf({ issuer: 'First', pinned: true }), entryOf({ issuer: 'Second' })];
  const { page, latchkey } = await open({ entries: [first, second] });
  await page.getByRole('button', { name: /^Details of Second/ }).click();
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();
  await latchkey.client.entries.remove({ id: second.id });
  await expect(page.getByRole('row', { name: /^First/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeHidden();
});
