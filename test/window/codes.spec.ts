import type { Page } from '@playwright/test';
import { codeOf, entryOf, spoken, trashedOf } from './rig/entries.ts';
import { expect, test } from './latchkey.ts';
import { passphrase } from './rig/latchkey.ts';
import { sampleEntries } from './rig/sample.ts';
import { everyLanguage } from './settings.ts';

const row = (page: Page, name: string) => page.getByRole('row', { name });
const names = (page: Page) =>
  page.getByRole('row').evaluateAll((rows) => rows.map((one) => one.getAttribute('aria-label')));

test('a code is shown in groups and spoken digit by digit, with account and time left beside it', async ({
  open,
}) => {
  const entry = entryOf();
  const { page, latchkey } = await open({ entries: [entry] });
  const cells = row(page, 'GitHub (ada@example.org)').getByRole('gridcell');
  await expect(cells.nth(2)).toContainText(/\d+ seconds? left/);
  // A period may end between two looks.
  await expect(async () => {
    const { code } = codeOf(entry, latchkey.clock.now());
    expect(await cells.nth(1).textContent()).toContain(spoken(code));
    expect(await page.getByText(code.slice(0, 3), { exact: true }).isVisible()).toBe(true);
  }).toPass();
});

test('pinned comes first, then by use; and using a code does not move it away under the hand', async ({
  open,
}) => {
  const entries = [
    entryOf({ issuer: 'Never' }),
    entryOf({ issuer: 'Old', lastUsedAt: 1 }),
    entryOf({ issuer: 'New', lastUsedAt: 2 }),
    entryOf({ issuer: 'Pinned', pinned: true }),
  ];
  const { page } = await open({ entries });
  const order = ['Pinned', 'New', 'Old', 'Never'].map((issuer) => `${issuer} (ada@example.org)`);
  await expect.poll(() => names(page)).toEqual(order);
  await row(page, order[3] ?? '').click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await names(page)).toEqual(order);
});

test('typing filters at once, over names without accents and in any order of words', async ({ open }) => {
  const { page } = await open({
    entries: [...sampleEntries(), entryOf({ issuer: 'Café Zürich', account: 'ada' })],
  });
  await expect(row(page, 'GitHub (ada-l)')).toBeVisible();
  await page.keyboard.type('ada zurich');
  await expect.poll(() => names(page)).toEqual(['Café Zürich (ada)']);
  await page.keyboard.press('Escape');
  await expect(row(page, 'GitHub (ada-l)')).toBeVisible();
  await page.keyboard.type('no such');
  await expect(page.getByRole('heading', { name: 'Nothing matches “no such”' })).toBeVisible();
});

test('the keyboard alone finds and copies a code, and comes back to the search', async ({
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const entries = sampleEntries();
  const { page, latchkey } = await open({ entries });
  await expect(row(page, 'GitHub (ada-l)')).toBeVisible();
  const google = entries.find(({ issuer }) => issuer === 'Google') ?? entryOf();
  const before = codeOf(google, latchkey.clock.now()).code;
  await page.keyboard.type('google');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect([before, codeOf(google, latchkey.clock.now()).code]).toContain(copied);

  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'GitHub (ada-l)')).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => latchkey.calls.at(-1)?.input).toMatchObject({ which: 'next' });
  await page.keyboard.press('End');
  await expect(page.getByRole('row').last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('hidden codes are uncovered one at a time', async ({ open }) => {
  const { page } = await open({
    entries: sampleEntries(),
    preferences: { language: 'en', hideCodes: true },
  });
  await expect(page.getByText('Code hidden').first()).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { selected: true }).getByText('Code hidden')).toHaveCount(0);
  expect(await page.getByText('Code hidden').count()).toBeGreaterThan(3);
});

test('a counter-based entry shows a code only on request, with its counter, which can be set', async ({
  open,
}) => {
  const { page, latchkey } = await open({
    entries: [entryOf({ issuer: 'VPN', kind: 'hotp', counter: 41 })],
  });
  await expect(row(page, 'VPN (ada@example.org)')).toBeVisible();
  expect(latchkey.paths()).not.toContain('codes.advance');
  await page.getByRole('button', { name: 'Next code: VPN' }).click();
  await expect(page.getByText('Counter 41')).toBeVisible();

  await page.getByRole('button', { name: 'Details of VPN' }).click();
  await page.getByRole('button', { name: 'Change the counter' }).click();
  await page.getByLabel('Next counter').fill('7');
  await page.keyboard.press('Enter');
  await expect.poll(latchkey.entries).toMatchObject([{ counter: 7 }]);
});

test('entries of the same name show what tells them apart, in the list and to a screen reader', async ({
  open,
}) => {
  const added = Date.UTC(2026, 10, 20, 12);
  const twins = [
    entryOf({ issuer: 'GitHub', lastUsedAt: 9 }),
    entryOf({ issuer: 'github', digits: 8, algorithm: 'SHA256', lastUsedAt: 8 }),
    entryOf({ issuer: 'Bank', addedAt: added, lastUsedAt: 7 }),
    entryOf({ issuer: 'Bank', addedAt: added + 86_400_000, lastUsedAt: 6 }),
    entryOf({ issuer: 'Alone', lastUsedAt: 5 }),
  ];
  const { page } = await open({ entries: twins });
  await expect
    .poll(() => names(page))
    .toEqual([
      'GitHub (ada@example.org), 6 digits · new every 30 seconds',
      'github (ada@example.org), 8 digits · new every 30 seconds · SHA-256',
      expect.stringMatching(/^Bank .*, Added .*20/),
      expect.stringMatching(/^Bank .*, Added .*21/),
      'Alone (ada@example.org)',
    ]);
  const mark = page.getByText('8 digits · new every 30 seconds · SHA-256');
  await expect(mark).toBeVisible();
  for (const width of [360, 420, 800, 1200]) {
    await page.setViewportSize({ width, height: 700 });
    const cut = await mark.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(cut, `cut at ${width} px`).toBe(0);
  }
});

test('an entry is renamed, pinned, deleted with a warning, and brought back', async ({ open }) => {
  const { page, latchkey } = await open({ entries: [entryOf(), entryOf({ issuer: 'Google' })] });
  await page.getByRole('button', { name: 'Details of GitHub' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Site or service').fill('GitHub Work');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'GitHub Work' })).toBeVisible();
  await page.getByRole('button', { name: 'Pin to the top' }).click();
  await expect(page.getByRole('button', { name: 'Unpin' })).toBeVisible();

  await page.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByText('Two-step verification stays on at the site.')).toBeVisible();
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'GitHub Work (ada@example.org)')).toBeHidden();
  // There may be another one, for the new name.
  const deleted = page.getByRole('region', { name: 'Messages' }).locator('div', { hasText: 'deleted' });
  await deleted.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'GitHub Work (ada@example.org)')).toBeVisible();
  expect(await latchkey.trash()).toEqual([]);
});

test('what was deleted can be put back from the menu', async ({ open }) => {
  const { page } = await open({
    entries: [entryOf()],
    trash: [trashedOf({ issuer: 'Dropbox', deletedAt: Date.now() - 4 * 86_400_000 })],
  });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted' }).click();
  await expect(page.getByText('26 days left')).toBeVisible();
  await page.getByRole('button', { name: 'Put back Dropbox' }).click();
  await page.keyboard.press('Escape');
  await expect(row(page, 'Dropbox (ada@example.org)')).toBeVisible();
});

test('what was deleted under one name is told apart', async ({ open }) => {
  const deletedAt = Date.now() - 4 * 86_400_000;
  const deleted = (digits: number) => trashedOf({ issuer: 'Dropbox', digits, deletedAt });
  const { page } = await open({ entries: [entryOf()], trash: [deleted(6), deleted(8)] });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted' }).click();
  await expect(page.getByRole('button', { name: /^Put back Dropbox.*, 6 digits/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Put back Dropbox.*, 8 digits/ })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Dropbox' }).getByText('8 digits')).toBeVisible();
  await page.screenshot({ path: 'test-results/trash-twins.png' });
});

for (const width of [420, 1_000]) {
  for (const language of everyLanguage) {
    test(`the sign to copy the next code keeps off a long name at ${width} px (${language})`, async ({
      open,
      page,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      const long = 'a-name-that-goes-on-for-a-while@a-company-with-a-long-name.example.org';
      await open({ entries: [entryOf({ account: long })], preferences: { language } });
      const account = page.getByRole('row').locator('bdi', { hasText: long });
      const sign = page.getByRole('row').locator('.shown-late.copy-sign');
      await expect(sign).toBeAttached();
      await page.screenshot({ path: `test-results/copy-sign-${width}-${language}.png` });
      const [left, right] = [await account.boundingBox(), await sign.boundingBox()];
      if (left === null || right === null) throw new Error('not on the page');
      const isAbove = left.y + left.height <= right.y;
      expect(isAbove || left.x + left.width <= right.x).toBe(true);
    });
  }
}

for (const [period, shown, spokenTime] of [
  [30, /^\d{1,2}$/, /^\d+ seconds? left$/],
  [3_600, /^\d{1,2}m?$/, /^\d+ (?:minutes?|seconds?) left$/],
  [86_400, /^\d{1,2}[hm]?$/, /^\d+ (?:hours?|minutes?|seconds?) left$/],
] as const) {
  test(`the time left of ${period} s fits into its ring`, async ({ open }) => {
    const { page } = await open({ entries: [entryOf({ period })] });
    await page.getByRole('button', { name: /^Details of/ }).click();
    const text = page.locator('.ring-seconds').last();
    await expect(text).toHaveText(shown);
    await expect(page.locator('.ring-spoken').last()).toHaveText(spokenTime);
    await page.screenshot({ path: `test-results/ring-${period}.png` });
    const ring = await page.locator('.ring-time').last().boundingBox();
    const figures = await text.boundingBox();
    // The ring's own line is a tenth of it on each side.
    expect(figures?.width).toBeLessThan(0.7 * (ring?.width ?? 0));
  });
}

test('a new period shows the code that stood below as the next one', async ({ open }) => {
  const entry = entryOf({ period: 15 });
  const { page, latchkey } = await open({ entries: [entry] });
  const codeCell = row(page, 'GitHub (ada@example.org)').getByRole('gridcell').nth(1);
  await expect(codeCell).toBeVisible();
  const { next } = codeOf(entry, latchkey.clock.now());
  await expect(codeCell.locator('.sr-only').first()).toHaveText(spoken(next), { timeout: 60_000 });
});

test('codes are followed only while the window can be seen', async ({ open }) => {
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await expect(page.getByRole('row')).toBeVisible();
  const follows = () => latchkey.calls.filter((call) => call.path === 'codes.watch').length;
  const before = follows();
  const setHidden = (hidden: boolean) =>
    page.evaluate((is) => {
      Object.defineProperty(document, 'hidden', { value: is, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await setHidden(true);
  // Whatever it asked when it was hidden came before this.
  await page.getByRole('row').click();
  await expect.poll(() => latchkey.paths()).toContain('codes.copy');
  expect(follows()).toBe(before);
  await setHidden(false);
  await expect.poll(follows).toBe(before + 1);
});

test('10,000 entries: few rows exist, before a filter and after it', async ({ open }) => {
  const entries = Array.from({ length: 10_000 }, (_, at) =>
    entryOf({ issuer: `Site ${at}`, account: `person${at}@example.org`, lastUsedAt: 20_000 - at }),
  );
  const { page } = await open({ entries });
  await expect(row(page, 'Site 0 (person0@example.org)')).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(30);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(row(page, 'Site 9999 (person9999@example.org)')).toBeFocused();

  // What a key press costs until the next frame is ready, of the input's own work and React's.
  await page.getByRole('searchbox').focus();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    document.addEventListener(
      'keydown',
      () => {
        const start = performance.now();
        requestAnimationFrame(() => times.push(performance.now() - start));
      },
      { capture: true },
    );
  });
  await page.keyboard.type('person999', { delay: 60 });
  await expect(row(page, 'Site 999 (person999@example.org)')).toBeVisible();
  const times = await page.evaluate((): number[] => Reflect.get(window, 'times'));
  const took = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Infinity;
  test.info().annotations.push({ type: 'filter', description: `${took.toFixed(1)} ms` });
  // The figure goes with the report: what a busy machine makes of it is not the window's fault.
  expect(times).toHaveLength('person999'.length);
  expect(await page.getByRole('row').count()).toBeLessThan(30);
});

test('the last five seconds are plain to see: another colour, and the seconds in figures', async ({
  open,
}) => {
  const { page } = await open({ entries: [entryOf({ period: 8 })] });
  const left = page.getByRole('row').locator('.ring-seconds');
  await expect(left).toBeVisible();
  await expect(left).toHaveText(/^[1-5]$/);
  await expect(page.getByRole('row')).toHaveAttribute('data-late', '');
  await expect(left).toBeHidden();
});

test('a clipboard that takes nothing is said so, and the code is shown large instead', async ({
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const entry = entryOf({ issuer: 'Bank' });
  const { page, latchkey } = await open({ entries: [entry] });
  await expect(page.getByText('This window clears copied codes.')).toBeVisible();
  // As a desktop does that reports success and writes nothing.
  await page.evaluate(() => {
    navigator.clipboard.writeText = async () => undefined;
  });
  const before = codeOf(entry, latchkey.clock.now()).code;
  await row(page, 'Bank (ada@example.org)').click();
  const messages = page.getByRole('region', { name: 'Messages' });
  await expect(messages.getByText('It could not be copied')).toBeVisible();
  await expect(page.getByText('Copied', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Show it large' }).click();
  const sheet = page.getByRole('dialog', { name: 'Bank (ada@example.org)' });
  const either = [before, codeOf(entry, latchkey.clock.now()).code].map(spoken).join('|');
  await expect(sheet.getByText(new RegExp(`^(?:${either})$`, 'u'))).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('a lock clears what the window copied, but not what was copied since', async ({ open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // Never by time: only the lock clears here.
  const preferences = { clearClipboardAfter: 0 };
  const { page, latchkey } = await open({ entries: [entryOf({ issuer: 'Bank' })], preferences });
  const held = () => page.evaluate(() => navigator.clipboard.readText());
  const bank = row(page, 'Bank (ada@example.org)');
  await bank.click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await held()).toMatch(/^\d{6}$/u);
  await latchkey.client.vault.lock();
  await expect.poll(held).toBe('');

  await latchkey.client.vault.unlock({ passphrase });
  await bank.click();
  await expect.poll(held).toMatch(/^\d{6}$/u);
  await page.evaluate(() => navigator.clipboard.writeText('a letter'));
  await latchkey.client.vault.lock();
  await expect(bank).toBeHidden();
  expect(await held()).toBe('a letter');
});
