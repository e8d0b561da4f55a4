import type { Page } from '@playwright/test';
import { codeOf, entryOf, spoken } from './rig/entries.ts';
import { expect, test } from './latchkey.ts';

const row = (page: Page, name: string) => page.getByRole('row', { name });

test('the settings are changed after a look at the code, and Undo is there; what is wrong is said at its field', async ({
  open,
  page,
}) => {
  const entry = entryOf({ period: 3_600 });
  const { latchkey } = await open({ entries: [entry] });
  await page.getByRole('button', { name: 'Details of GitHub' }).click();
  await page.getByRole('button', { name: 'Change settings' }).click();
  const secret = entry.parameters.secret;
  const form = page.locator('form');
  // The hour may end between two looks.
  const showsCodeOf = (digits: number) =>
    expect(async () => {
      const { code } = codeOf(entryOf({ period: 3_600, digits, secret }), latchkey.clock.now());
      expect(await form.getByText(spoken(code)).count()).toBe(1);
    }).toPass();
  await showsCodeOf(6);
  await form.getByLabel('Digits').fill('12');
  await expect(form.getByText('A whole number from 5 to 10.')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await form.getByLabel('Digits').fill('8');
  await showsCodeOf(8);
  await form.getByText('SHA-256').click();
  expect(await latchkey.entries()).toMatchObject([{ digits: 6, algorithm: 'SHA1' }]);
  await page.screenshot({ path: 'test-results/entry-settings.png' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('8 digits, new every 3600 seconds')).toBeVisible();
  expect(await latchkey.entries()).toMatchObject([
    { id: entry.id, digits: 8, algorithm: 'SHA256', period: 3_600, issuer: 'GitHub' },
  ]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(latchkey.entries).toMatchObject([{ id: entry.id, digits: 6, algorithm: 'SHA1' }]);
});

for (const [how, ask] of [
  ['a right click', async (page: Page) => row(page, 'GitHub').click({ button: 'right' })],
  ['Shift F10', async (page: Page) => row(page, 'GitHub').press('Shift+F10')],
  ['the Menu key', async (page: Page) => row(page, 'GitHub').press('ContextMenu')],
] as const) {
  test(`a menu of its own comes with ${how}: copy, pin, edit, delete`, async ({ open, page }) => {
    const { latchkey } = await open({ entries: [entryOf({ period: 3_600 })] });
    await row(page, 'GitHub').focus();
    await ask(page);
    const menu = page.getByRole('menu', { name: 'GitHub' });
    await expect(menu.getByRole('menuitem')).toHaveText([
      'Copy code',
      'Copy next',
      'Show it large',
      'Select',
      'Pin to the top',
      'Edit',
      'Delete',
    ]);
    await page.screenshot({ path: 'test-results/code-menu.png' });
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(row(page, 'GitHub')).toBeFocused();
    expect(latchkey.paths()).not.toContain('codes.copy');

    await ask(page);
    await menu.getByRole('menuitem', { name: 'Copy code' }).click();
    await expect.poll(() => latchkey.inputsOf('codes.copy').at(-1)).toMatchObject({ which: 'current' });
    await ask(page);
    await menu.getByRole('menuitem', { name: 'Copy next' }).click();
    await expect.poll(() => latchkey.calls.at(-1)?.input).toMatchObject({ which: 'next' });
    await ask(page);
    await menu.getByRole('menuitem', { name: 'Pin to the top' }).click();
    await expect.poll(latchkey.entries).toMatchObject([{ pinned: true }]);
    await ask(page);
    await menu.getByRole('menuitem', { name: 'Delete' }).click();
    const question = page.getByRole('alertdialog');
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await ask(page);
    await menu.getByRole('menuitem', { name: 'Edit' }).click();
    await expect(page.getByLabel('Site or service')).toBeFocused();
    await page.getByLabel('Site or service').fill('Work');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Work' })).toBeVisible();
    await expect(page.getByLabel('Site or service')).toBeHidden();
  });
}

test('the browser’s own menu is kept away but from fields', async ({ open, page }) => {
  await open({ entries: [entryOf()] });
  await expect(row(page, 'GitHub')).toBeVisible();
  const isKeptAway = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(
        (element) =>
          !element.dispatchEvent(
            new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2 }),
          ),
      );
  expect(await isKeptAway('main')).toBe(true);
  expect(await isKeptAway('button')).toBe(true);
  expect(await isKeptAway('[role="row"]')).toBe(true);
  expect(await isKeptAway('input')).toBe(false);
});
