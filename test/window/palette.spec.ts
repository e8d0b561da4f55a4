import { en } from '../../src/renderer/words/en/words.ts';
import { nl } from '../../src/renderer/words/nl/words.ts';
import { violationsInBoth } from './axe.ts';
import { expect, test } from './latchkey.ts';
import { entryOf } from './rig/entries.ts';

const entries = [
  entryOf({ issuer: 'GitHub', account: 'ada' }),
  entryOf({ issuer: 'Bank', account: 'ada' }),
  entryOf({ issuer: 'Gitea', account: 'work' }),
];

test('Ctrl+K opens the palette in the frame of the key, and Esc gives the focus back', async ({
  open,
  page,
}) => {
  await open({ entries });
  const search = page.getByRole('searchbox', { name: en.codes.search });
  await search.focus();
  const isThere = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const keys = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keys));
        requestAnimationFrame(() => resolve(document.querySelector('[role="dialog"] input') !== null));
      }),
  );
  expect(isThere).toBe(true);
  await expect(page.getByRole('combobox', { name: en.palette.search })).toBeFocused();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(search).toBeFocused();
});

test('a few letters and Enter copy a code; with Ctrl they open its entry', async ({ open, page }) => {
  const { latchkey } = await open({ entries });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('bank');
  await expect(page.getByRole('option', { selected: true })).toContainText('Bank');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => latchkey.inputsOf('codes.copy')).toMatchObject([{ which: 'current' }]);
  await expect(page.getByText('Code for Bank (ada) copied.').first()).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('git');
  await page.keyboard.press('ArrowDown');
  const chosen =
    (await page.getByRole('option', { selected: true }).locator('bdi').first().textContent()) ?? '';
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: chosen })).toBeVisible();
  expect(latchkey.inputsOf('codes.copy')).toHaveLength(1);
});

test('a command is found by other words for it, and comes first the next time', async ({ open, page }) => {
  await open({ entries });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('trash');
  await expect(page.getByRole('option', { selected: true })).toContainText(en.commands.deleted);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: en.entry.trashTitle })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: en.palette.recent }).getByRole('option')).toHaveText([
    en.commands.deleted,
  ]);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
});

test('on an entry, the palette leads to the help for codes that a site refuses', async ({ open, page }) => {
  await open({ entries });
  await page.getByRole('button', { name: 'Details of GitHub (ada)' }).click();
  await expect(page.getByRole('heading', { name: 'GitHub' })).toBeVisible();
  for (const text of ['refuses', 'code rejected', 'wrong code']) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(text);
    await expect(page.getByRole('option', { name: en.commands.clock })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('code rejected');
  await page.getByRole('option', { name: en.commands.clock }).click();
  await expect(page.getByRole('heading', { level: 1, name: en.settings.clock })).toBeVisible();
});

test('says where nothing matches, and takes the text back', async ({ open, page }) => {
  await open({ entries, preferences: { language: 'nl' } });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('qqqq');
  await expect(page.getByRole('status').filter({ hasText: 'qqqq' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: nl.commands.palette })).toBeVisible();
});

test('a setting is found in the palette, marked where it is, and has the focus', async ({ open, page }) => {
  await open({ entries });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dark mode');
  await page.keyboard.press('Enter');
  const setting = page.locator('[data-marked]');
  await expect(setting).toHaveRole('radiogroup');
  await expect(setting).toContainText(en.preferences.themeDark);
  await expect(setting.locator('input:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-marked]')).toHaveCount(0);
});

test('the palette stays away while a question or a sheet is open, and from a locked vault', async ({
  open,
  page,
}) => {
  const { latchkey } = await open({ entries });
  const palette = page.getByRole('dialog', { name: en.commands.palette });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: en.add.title })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await palette.count()).toBe(0);

  await page.keyboard.press('Control+k');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Control+l');
  await latchkey.reaches('locked');
  await expect(page.getByRole('heading', { name: en.trouble.lockedTitle })).toBeVisible();
  await expect(palette).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.getByLabel(en.trouble.passphrase, { exact: true }).fill('seven quiet otters paint');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').first()).toBeVisible();
  await expect(palette).toBeHidden();
});

test('the shortcuts of the table work from anywhere, and their list names them', async ({ open, page }) => {
  await open({ entries });
  await page.getByRole('row').first().waitFor();
  for (const keys of ['F1', 'Control+/']) {
    await page.keyboard.press(keys);
    const list = page.getByRole('dialog', { name: en.commands.shortcuts });
    await expect(list.getByRole('term').filter({ hasText: en.commands.add })).toBeVisible();
    await expect(list.getByRole('definition').filter({ hasText: 'CtrlN' })).toBeVisible();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.keyboard.press(keys);
    await expect(list).toBeHidden();
  }
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: en.settings.title })).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: en.codes.search })).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
});

test('on a Mac the keys are ⌘’s, and Ctrl’s belong to its fields', async ({ open, page }) => {
  await open({ entries, facts: { platform: 'darwin' } });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Meta+k');
  const palette = page.getByRole('dialog', { name: en.commands.palette });
  await expect(palette.getByRole('option').filter({ hasText: en.commands.add })).toContainText('⌘');
  await page.keyboard.press('Meta+k');
  await expect(palette).toBeHidden();
});

test('a vault to be read says why nothing can be added', async ({ open, page }) => {
  await open({ entries, past: async ({ makeNewer }) => makeNewer() });
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('Control+n');
  await expect(page.getByText(en.trouble.readOnly_newer).last()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').filter({ hasText: en.commands.export })).toBeVisible();
  await expect(page.getByRole('option').filter({ hasText: en.commands.add })).toBeHidden();
});
