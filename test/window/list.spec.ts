import type { Page } from '@playwright/test';
import { noDesktop } from '../../src/adapters/desktop/none.ts';
import { violationsInBoth } from './axe.ts';
import { entryOf } from './rig/entries.ts';
import { expect, test } from './latchkey.ts';
import { passphrase } from './rig/latchkey.ts';

const row = (page: Page, name: string) => page.getByRole('row', { name });
const named = (issuer: string, parts: Parameters<typeof entryOf>[0] = {}) =>
  entryOf({ issuer, account: '', ...parts });
const names = (page: Page) =>
  page.getByRole('row').evaluateAll((rows) => rows.map((one) => one.getAttribute('aria-label')));
const marked = (page: Page) => page.locator('mark').allTextContents();
const fromMenu = async (page: Page, item: string, role: 'menuitem' | 'menuitemradio' = 'menuitem') => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole(role, { name: item }).click();
};
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });
const bar = (page: Page) => page.getByRole('region', { name: 'Selected codes' });

test('the search forgives a slip, puts what matches exactly first, and marks what it found', async ({
  open,
}) => {
  const entries = [
    named('Bankhaus', { account: 'ada@example.org', lastUsedAt: 9 }),
    named('Bänk', { account: 'ada@example.org' }),
    named('Mail', { tags: ['banking'], note: 'once\nupon a time' }),
    named('Other'),
  ];
  const { page } = await open({ entries });
  await expect(row(page, 'Other')).toBeVisible();
  await page.keyboard.type('bank');
  await expect
    .poll(() => names(page))
    .toEqual(['Bänk (ada@example.org)', 'Bankhaus (ada@example.org)', 'Mail']);
  expect(await marked(page)).toEqual(['Bänk', 'Bank', 'bank']);
  await expect(row(page, 'Mail')).toContainText('banking');
  const line = await page
    .locator('mark')
    .first()
    .evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  expect(line).toBe('underline');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/list-marks.png' });

  await page.getByRole('searchbox').fill('ada bnakhaus');
  await expect.poll(() => names(page)).toEqual(['Bankhaus (ada@example.org)']);
  expect(await marked(page)).toEqual(['Bankhaus', 'ada']);
  await page.getByRole('searchbox').fill('upon');
  await expect.poll(() => names(page)).toEqual(['Mail']);
  await expect(row(page, 'Mail')).toContainText('once upon a time');
  await page.getByRole('searchbox').fill('');
  await expect(page.locator('mark')).toHaveCount(0);
});

test('the order is chosen in the menu, by keyboard, and kept', async ({ open, page }) => {
  const entries = [named('Beta', { lastUsedAt: 3 }), named('Alpha', { lastUsedAt: 2 }), named('Gamma')];
  const { latchkey, server } = await open({ entries });
  await expect.poll(() => names(page)).toEqual(['Beta', 'Alpha', 'Gamma']);
  await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'By last use' })).toBeChecked();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.keyboard.type('By name');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['Alpha', 'Beta', 'Gamma']);
  await expect.poll(() => latchkey.inputsOf('preferences.set')).toEqual([{ listOrder: 'name' }]);
  await page.goto(server.startUrl());
  // The start page leads on to the window: a look in between fails.
  await expect(async () => expect(await names(page)).toEqual(['Alpha', 'Beta', 'Gamma'])).toPass();
});

test('the order by use stays as it was when the list opened, whatever is used or added', async ({ open }) => {
  const entries = [
    named('One', { lastUsedAt: 3 }),
    named('Two', { lastUsedAt: 2 }),
    named('Three', { lastUsedAt: 1 }),
  ];
  const { page, latchkey } = await open({ entries });
  await expect.poll(() => names(page)).toEqual(['One', 'Two', 'Three']);
  await row(page, 'Three').click();
  await expect
    .poll(async () => (await latchkey.entries()).find(({ issuer }) => issuer === 'Three')?.lastUsedAt)
    .toBeGreaterThan(3);
  const { previews } = await latchkey.client.scan.text({
    text: 'otpauth://totp/Four?secret=GEZDGNBVGY3TQOJQ',
  });
  const { previewId = '' } = previews[0] ?? {};
  await latchkey.client.previews.accept({ previewId, issuer: 'Four', account: '' });
  await expect(row(page, 'Four')).toBeVisible();
  expect(await names(page)).toEqual(['One', 'Two', 'Three', 'Four']);
  // Another look at the list is a new one.
  await fromMenu(page, 'Settings');
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect.poll(() => names(page)).toEqual(['Three', 'One', 'Two', 'Four']);
});

test.describe('by hand', () => {
  const world = () => ({
    entries: [named('A'), named('B'), named('C'), named('P', { pinned: true }), named('Q', { pinned: true })],
    preferences: { listOrder: 'hand' as const },
  });
  const stored = async (latchkey: { entries: () => Promise<{ issuer: string }[]> }) =>
    (await latchkey.entries()).map(({ issuer }) => issuer).join('');

  test('the keyboard moves a row, says where it is, and keeps the focus on it; Undo takes it back', async ({
    open,
  }) => {
    const { page, latchkey } = await open(world());
    await expect.poll(() => names(page)).toEqual(['P', 'Q', 'A', 'B', 'C']);
    await row(page, 'A').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => names(page)).toEqual(['P', 'Q', 'B', 'A', 'C']);
    await expect(row(page, 'A')).toBeFocused();
    await expect(page.getByText('A is now number 4 of 5.')).toBeAttached();
    expect(await stored(latchkey)).toBe('BACPQ');
    await page.keyboard.press('Alt+End');
    await expect.poll(() => names(page)).toEqual(['P', 'Q', 'B', 'C', 'A']);
    await expect(row(page, 'A')).toBeFocused();
    await page.keyboard.press('Alt+Home');
    await expect.poll(() => names(page)).toEqual(['P', 'Q', 'A', 'B', 'C']);
    // What is pinned stays above.
    await page.keyboard.press('Alt+ArrowUp');
    await row(page, 'Q').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => names(page)).toEqual(['Q', 'P', 'A', 'B', 'C']);
    expect(latchkey.inputsOf('list.move')).toHaveLength(4);
    await expect(messages(page).getByRole('button', { name: 'Undo' })).toHaveCount(1);
    await messages(page).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => names(page)).toEqual(['P', 'Q', 'A', 'B', 'C']);
  });

  test('the mouse drags a row by its handle; Escape gives it up; a press on the handle copies nothing', async ({
    open,
  }) => {
    const { page, latchkey } = await open(world());
    await expect.poll(() => names(page)).toEqual(['P', 'Q', 'A', 'B', 'C']);
    const grip = async (name: string) => {
      const box = await row(page, name).locator('[data-grip]').boundingBox();
      if (box === null) throw new Error('not on the page');
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [from, over] = [await grip('C'), await grip('A')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(over.x, over.y - 20, { steps: 4 });
    await page.screenshot({ path: 'test-results/list-drag.png' });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await stored(latchkey)).toBe('ABCPQ');

    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(over.x, over.y - 20, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => names(page)).toEqual(['P', 'Q', 'C', 'A', 'B']);
    await expect(row(page, 'C')).toBeFocused();
    await expect(messages(page).getByText('C was moved.')).toBeVisible();

    // Below what is pinned, and nowhere above it.
    const up = await grip('B');
    await page.mouse.move(up.x, up.y);
    await page.mouse.down();
    await page.mouse.move(up.x, (await grip('P')).y, { steps: 4 });
    await page.mouse.up();
    expect(await stored(latchkey)).toBe('CABPQ');
    expect(latchkey.paths()).not.toContain('codes.copy');
  });

  test('the menu of a row moves it, too, and a search leaves the order alone', async ({ open }) => {
    const { page } = await open(world());
    await row(page, 'B').click({ button: 'right' });
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Move up' }).click();
    await expect.poll(() => names(page)).toEqual(['P', 'Q', 'B', 'A', 'C']);
    await row(page, 'B').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Move down' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Move up' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('b');
    await expect.poll(() => names(page)).toEqual(['B']);
    await expect(page.locator('[data-grip]')).toHaveCount(0);
  });
});

test('tags filter the list, alone and with a search, and are there only if an entry has one', async ({
  open,
}) => {
  const { page, latchkey } = await open({
    entries: [named('Plain', { lastUsedAt: 9 }), named('Job'), named('Both')],
  });
  await expect(row(page, 'Plain')).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Filter by tag' })).toHaveCount(0);
  const [plain, job, both] = (await latchkey.entries()).map(({ id }) => id);
  if (plain === undefined || job === undefined || both === undefined) throw new Error('not there');
  await latchkey.client.list.tag({ ids: [job, both], add: ['Work'], remove: [] });
  await latchkey.client.list.tag({ ids: [both], add: ['home'], remove: [] });
  const chips = page.getByRole('radiogroup', { name: 'Filter by tag' });
  await expect(chips.getByRole('radio')).toHaveText(['All', 'home', 'Work', 'Untagged']);
  await chips.getByRole('radio', { name: 'Work' }).click();
  await expect.poll(() => names(page)).toEqual(['Both', 'Job']);
  expect(await violationsInBoth(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['Plain']);
  await page.getByRole('searchbox').fill('job');
  await expect(page.getByRole('heading', { name: 'No code here matches “job”' })).toBeVisible();
  await page.getByRole('button', { name: 'Search all codes' }).click();
  await expect.poll(() => names(page)).toEqual(['Job']);
  await page.getByRole('searchbox').fill('');

  // A tag that goes takes its filter along.
  await chips.getByRole('radio', { name: 'home' }).click();
  await expect.poll(() => names(page)).toEqual(['Both']);
  await latchkey.client.list.tag({ ids: [both], add: [], remove: ['home'] });
  await expect.poll(() => names(page)).toEqual(['Plain', 'Both', 'Job']);
  await expect(chips.getByRole('radio', { name: 'All' })).toBeChecked();
});

test.describe('a selection', () => {
  const world = () => ({
    entries: ['A', 'B', 'C', 'D'].map((issuer, at) => named(issuer, { lastUsedAt: 9 - at })),
  });
  const selected = (page: Page) =>
    page
      .getByRole('row', { selected: true })
      .evaluateAll((rows) => rows.map((one) => one.getAttribute('aria-label')).join(''));

  test('by mouse: from the menu, with Ctrl, over a range; a press copies nothing then', async ({ open }) => {
    const { page, latchkey } = await open(world());
    await fromMenu(page, 'Select codes');
    await expect(bar(page).getByRole('status')).toHaveText('0 selected');
    await row(page, 'A').click();
    await row(page, 'C').click({ modifiers: ['Shift'] });
    await expect.poll(() => selected(page)).toBe('ABC');
    await row(page, 'B').click();
    await expect.poll(() => selected(page)).toBe('AC');
    await expect(bar(page).getByRole('status')).toHaveText('2 selected');
    expect(await violationsInBoth(page)).toEqual([]);
    await bar(page).getByRole('button', { name: 'End the selection' }).click();
    await expect(bar(page)).toBeHidden();
    await row(page, 'D').click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(() => selected(page)).toBe('D');
    // What a search hides stays selected.
    await page.getByRole('searchbox').fill('a');
    await row(page, 'A').click();
    await page.getByRole('searchbox').fill('');
    await expect.poll(() => selected(page)).toBe('AD');
    expect(latchkey.paths()).not.toContain('codes.copy');
  });

  test('by keyboard alone', async ({ open }) => {
    const { page, latchkey } = await open(world());
    await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
    await page.keyboard.type('Select');
    await page.keyboard.press('Enter');
    await expect(row(page, 'A')).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => selected(page)).toBe('ABD');
    await page.keyboard.press('ControlOrMeta+a');
    await expect.poll(() => selected(page)).toBe('ABCD');
    await page.keyboard.press('ControlOrMeta+a');
    await expect(bar(page).getByRole('status')).toHaveText('0 selected');
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
    expect(latchkey.paths()).not.toContain('codes.copy');
  });

  test('by a long press with a finger; the mouse has its menu as before', async ({ open }) => {
    const { page } = await open(world());
    await row(page, 'B').evaluate((one) =>
      one.dispatchEvent(
        new PointerEvent('contextmenu', { bubbles: true, cancelable: true, pointerType: 'touch' }),
      ),
    );
    await expect.poll(() => selected(page)).toBe('B');
    await row(page, 'C').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Select', exact: true }).click();
    await expect.poll(() => selected(page)).toBe('BC');
  });

  test('is tagged in one step, which can be undone', async ({ open }) => {
    const { entries } = world();
    const { page, latchkey } = await open({
      entries: entries.map((entry) => (entry.issuer === 'A' ? { ...entry, tags: ['Mail', 'Old'] } : entry)),
    });
    const tags = async () => (await latchkey.entries()).map((entry) => entry.tags.join('+'));
    await row(page, 'A').click({ modifiers: ['ControlOrMeta'] });
    await row(page, 'B').click();
    await bar(page).getByRole('button', { name: 'Change their tags' }).click();
    const sheet = page.getByRole('dialog', { name: 'Tags of 2 entries' });
    const mail = sheet.getByRole('checkbox', { name: 'Mail' });
    expect(await mail.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
    expect(await violationsInBoth(page)).toEqual([]);
    await mail.click();
    await expect(mail).toBeChecked();
    await sheet.getByRole('checkbox', { name: 'Old' }).click();
    await sheet.getByRole('checkbox', { name: 'Old' }).click();
    await sheet.getByLabel('New tag').fill(' Work ');
    await page.keyboard.press('Enter');
    await expect(sheet.getByRole('checkbox', { name: 'Work' })).toBeChecked();
    // One that is there already is not made again.
    await sheet.getByLabel('New tag').fill('mail');
    await page.keyboard.press('Enter');
    await expect(sheet.getByRole('checkbox')).toHaveCount(3);
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect.poll(tags).toEqual(['Mail+Work', 'Mail+Work', '', '']);
    await expect(bar(page)).toBeHidden();
    await messages(page).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(tags).toEqual(['Mail+Old', '', '', '']);
    expect(latchkey.inputsOf('list.tag')).toHaveLength(1);
  });

  test('is deleted after one question, and comes back with one Undo', async ({ open }) => {
    const { page, latchkey } = await open(world());
    await row(page, 'A').click({ modifiers: ['ControlOrMeta'] });
    await row(page, 'C').click();
    await bar(page).getByRole('button', { name: 'Delete them' }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete 2 entries?' });
    await expect(question.getByRole('listitem')).toHaveText(['A', 'C']);
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    expect(await violationsInBoth(page)).toEqual([]);
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => names(page)).toEqual(['B', 'D']);
    expect((await latchkey.trash()).map(({ issuer }) => issuer)).toEqual(['A', 'C']);
    await messages(page).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => names(page)).toEqual(['A', 'B', 'C', 'D']);
    expect(await latchkey.trash()).toEqual([]);
  });

  test('leads into the export with these chosen', async ({ open }) => {
    const { page } = await open(world());
    await row(page, 'B').click({ modifiers: ['ControlOrMeta'] });
    await row(page, 'D').click();
    await bar(page).getByRole('button', { name: 'Export them' }).click();
    await expect(page.getByText('2 chosen')).toBeVisible();
    await expect(page.getByRole('row', { name: 'B' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('row', { name: 'A' })).toHaveAttribute('aria-selected', 'false');
  });

  test('ends with a lock', async ({ open }) => {
    const { page, latchkey } = await open(world());
    await row(page, 'A').click({ modifiers: ['ControlOrMeta'] });
    await expect(bar(page)).toBeVisible();
    await latchkey.client.vault.lock();
    await expect(bar(page)).toBeHidden();
    await latchkey.client.vault.unlock({ passphrase });
    await expect(row(page, 'A')).toBeVisible();
    await expect(bar(page)).toBeHidden();
  });
});

test('the section “List” changes rows and digits at once; compact rows show at least 14 codes', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 440, height: 720 });
  const entries = Array.from({ length: 30 }, (_, at) => named(`Site ${at}`, { account: 'ada@example.org' }));
  await open({ entries });
  await expect(page.getByRole('row').first()).toBeVisible();
  const inSight = () =>
    page.getByRole('row').evaluateAll((rows) => {
      const box = rows[0]?.closest('[data-density]')?.getBoundingClientRect();
      if (box === undefined) return 0;
      return rows.filter((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= box.top && bottom <= box.bottom;
      }).length;
    });
  const digits = () =>
    page
      .locator('.digits')
      .first()
      .evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const [before, size] = [await inSight(), await digits()];
  await fromMenu(page, 'Settings');
  await page.getByRole('button', { name: /^List/ }).click();
  await page.getByRole('heading', { level: 1, name: 'List' }).waitFor();
  await page.getByText('Compact', { exact: true }).click();
  await page.getByText('Large', { exact: true }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect(page.getByRole('row').first()).toBeVisible();
  expect(before).toBeLessThan(14);
  await expect.poll(inSight).toBeGreaterThanOrEqual(14);
  expect(await digits()).toBeGreaterThan(size);
  expect(await violationsInBoth(page)).toEqual([]);
});

test('the window hides after copying where the host can and the person chose it', async ({ open }) => {
  const { page, latchkey } = await open({
    entries: [named('A')],
    preferences: { hideAfterCopy: true },
    desktop: { ...noDesktop, choices: ['hideAfterCopy'] },
  });
  latchkey.windows.focused = 'main';
  await row(page, 'A').click();
  await expect.poll(() => latchkey.windows.focused).toBe('other');
  await fromMenu(page, 'Settings');
  await page.getByRole('button', { name: /^Desktop/ }).click();
  await page.getByText('Hide the window after copying').click();
  await expect.poll(() => latchkey.inputsOf('preferences.set')).toEqual([{ hideAfterCopy: false }]);
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  latchkey.windows.focused = 'main';
  await row(page, 'A').click();
  await expect.poll(() => latchkey.paths().filter((path) => path === 'codes.copy')).toHaveLength(2);
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(latchkey.windows.focused).toBe('main');
});
