import type { BrowserContext, Page } from '@playwright/test';
import { createMemoryShortcut } from '../rig/memory-ports.ts';
import { settled, violationsInBoth } from './axe.ts';
import { expect, test } from './latchkey.ts';
import { codeOf, entryOf } from './rig/entries.ts';
import { passphrase, type World } from './rig/latchkey.ts';
import { sampleEntries } from './rig/sample.ts';
import { locked, noKit } from './rig/worlds.ts';
import { everyLanguage } from './settings.ts';

/** The size of the quick find's window. */
const size = { width: 640, height: 480 };

type Open = (world?: World) => Promise<{
  latchkey: Awaited<ReturnType<typeof import('./rig/latchkey.ts').startLatchkey>>;
  server: { startUrl(page?: 'main' | 'quickFind'): string };
}>;

/** Opens the quick find as its shortcut does: it has the focus, and another program had it before. */
async function openQuickFind(open: Open, context: BrowserContext, world?: World) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { latchkey, server } = await open(world);
  latchkey.windows.focused = 'quickFind';
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.goto(server.startUrl('quickFind'));
  await expect(page.getByRole('combobox').or(page.getByRole('button'))).toBeFocused();
  return { page, latchkey };
}

const field = (page: Page) => page.getByRole('combobox', { name: 'Find a code' });
const chosen = (page: Page) => page.getByRole('option', { selected: true });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('a few letters find an entry, Enter copies its code, and the focus goes back', async ({
  open,
  context,
}) => {
  const { page, latchkey } = await openQuickFind(open, context, { entries: sampleEntries() });
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole('option')).toHaveCount(11);
  await page.keyboard.type('git');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(chosen(page)).toHaveAccessibleName(/^GitHub ada-l \d \d \d, \d \d \d$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => latchkey.windows.focused).toBe('other');
  await expect(page.getByRole('option')).toHaveCount(0);
  const kept = (await latchkey.entries()).find(({ issuer }) => issuer === 'GitHub');
  expect(kept?.lastUsedAt).toBeGreaterThan(Date.now() - 3_600_000);
});

test('the code that is copied is the one on the screen; Shift+Enter copies the next one', async ({
  open,
  context,
}) => {
  const entry = entryOf({ issuer: 'GitHub' });
  const { page, latchkey } = await openQuickFind(open, context, {
    entries: [entry, entryOf({ issuer: 'Other' })],
  });
  const periods = () => [-30_000, 0, 30_000].map((later) => codeOf(entry, latchkey.clock.now() + later).code);
  await page.keyboard.type('hub');
  await page.keyboard.press('Enter');
  await expect.poll(() => latchkey.windows.focused).toBe('other');
  const [before, now] = periods();
  expect([before, now]).toContain(await copied(page));

  latchkey.openLink('latchkey://find');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await page.keyboard.type('hub');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => latchkey.windows.focused).toBe('other');
  const [, current, next] = periods();
  expect([current, next]).toContain(await copied(page));
});

test('arrows and pages choose, within the list, and stay in sight', async ({ open, context }) => {
  const entries = Array.from({ length: 1_000 }, (_, at) =>
    entryOf({ issuer: `Site ${String(at).padStart(4, '0')}` }),
  );
  const { page } = await openQuickFind(open, context, { entries });
  await expect(chosen(page)).toHaveAccessibleName(/^Site 0000/);
  await page.keyboard.press('ArrowUp');
  await expect(chosen(page)).toHaveAccessibleName(/^Site 0000/);
  for (let times = 0; times < 9; times += 1) await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveAccessibleName(/^Site 0009/);
  await expect(chosen(page)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('PageDown');
  await expect(chosen(page)).toHaveAccessibleName(/^Site 0015/);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await expect(chosen(page)).toHaveAccessibleName(/^Site 0003/);
  await expect(chosen(page)).toBeInViewport({ ratio: 1 });
  await expect(chosen(page)).toHaveAttribute('aria-setsize', '1000');
  await expect(chosen(page)).toHaveAttribute('aria-posinset', '4');
  const active = await field(page).getAttribute('aria-activedescendant');
  await expect(chosen(page)).toHaveId(active ?? '');
  await page.keyboard.type('0999');
  await expect(chosen(page)).toHaveAccessibleName(/^Site 0999/);
  await page.screenshot({ path: 'test-results/quick-find-1000.png' });
});

test('Escape hides it and copies nothing, and nothing of a code is left on its page', async ({
  open,
  context,
}) => {
  const { page, latchkey } = await openQuickFind(open, context, { entries: [entryOf()] });
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await expect(chosen(page)).toHaveAccessibleName(/\d/);
  await page.keyboard.press('Escape');
  await expect.poll(() => latchkey.windows.focused).toBe('other');
  await expect(page.getByRole('combobox')).toHaveCount(0);
  expect(await page.locator('main').textContent()).toBe('Quick find');
  expect(await copied(page)).toBe('before');
});

test('a counter-based entry makes its next code and copies it; Steam Guard copies its characters', async ({
  open,
  context,
}) => {
  const counting = entryOf({ issuer: 'Work VPN', kind: 'hotp', counter: 41 });
  const { page, latchkey } = await openQuickFind(open, context, {
    entries: [counting, entryOf({ issuer: 'Steam', kind: 'steam' })],
  });
  await page.keyboard.type('vpn');
  await expect(chosen(page)).toHaveAccessibleName('Work VPN ada@example.org Makes a code on request');
  await page.keyboard.press('Enter');
  await expect.poll(() => latchkey.windows.focused).toBe('other');
  expect(await copied(page)).toBe(codeOf(counting, 0).code);

  latchkey.openLink('latchkey://find');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('steam');
  await expect(chosen(page)).toHaveAccessibleName(/^Steam ada@example.org (?:[A-Z0-9] ){4}[A-Z0-9]$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => latchkey.windows.focused).toBe('other');
  expect(await copied(page)).toMatch(/^[A-Z0-9]{5}$/);
});

test('what can’t be copied is said, and the window stays', async ({ open, context }) => {
  const { page, latchkey } = await openQuickFind(open, context, {
    entries: [entryOf({ kind: 'hotp' })],
  });
  latchkey.failures.set('codes.advance', { code: 'VAULT_READ_ONLY' });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(field(page)).toBeFocused();
  expect(latchkey.windows.focused).toBe('quickFind');
});

test('covered codes stay covered until the person types or chooses', async ({ open, context }) => {
  const { page } = await openQuickFind(open, context, {
    entries: sampleEntries(),
    preferences: { hideCodes: true },
  });
  await expect(page.getByRole('option', { name: /Code hidden$/ })).not.toHaveCount(0);
  expect((await page.locator('.digits:not(.ring-seconds)').allTextContents()).join('')).toMatch(/^•+$/);
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveAccessibleName(/\d \d \d, \d \d \d$/);
  await page.screenshot({ path: 'test-results/quick-find-covered.png' });
});

test.describe('where there is nothing to find', () => {
  const cases: { name: string; world: World; says: string; button: string }[] = [
    { name: 'locked', world: locked, says: 'Latchkey is locked', button: 'Unlock Latchkey' },
    { name: 'new', world: { hasVault: false }, says: 'Latchkey is not set up yet', button: 'Open Latchkey' },
    { name: 'empty', world: { entries: [] }, says: 'No codes yet', button: 'Open Latchkey' },
    {
      name: 'damaged',
      world: {
        ...noKit,
        found: ({ vaultStore }) => vaultStore.writeElsewhere(Buffer.from('LATCHKEY\0\x01')),
      },
      says: 'The vault could not be opened',
      button: 'Open Latchkey',
    },
  ];
  for (const { name, world, says, button } of cases) {
    test(`${name}: it says so, and Enter leads to the window`, async ({ open, context }) => {
      const { page, latchkey } = await openQuickFind(open, context, world);
      await expect(page.getByRole('heading', { name: says })).toBeVisible();
      await expect(page.getByRole('button', { name: button })).toBeFocused();
      expect(await violationsInBoth(page)).toEqual([]);
      await page.screenshot({ path: `test-results/quick-find-${name}.png` });
      await page.keyboard.press('Enter');
      await expect.poll(() => latchkey.windows.focused).toBe('main');
    });
  }

  test('no entry of that name: it says so', async ({ open, context }) => {
    const { page } = await openQuickFind(open, context, { entries: sampleEntries() });
    await page.keyboard.type('nothing like it');
    await expect(page.getByText('Nothing matches “nothing like it”').last()).toBeVisible();
    await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
    expect(await violationsInBoth(page)).toEqual([]);
  });
});

const longNames = [
  'A'.repeat(256),
  'Rijksdienst voor het Wegverkeer en aanverwante voertuigregistraties Nederland',
  'بنك الراجحي',
  'x',
].map((issuer) =>
  entryOf({ issuer, account: 'a.very.long.address.of.a.person@subdomain.of.a.long.example.org' }),
);

for (const language of everyLanguage) {
  test(`it looks right with 1 and 7 entries and long names, and axe finds nothing (${language})`, async ({
    open,
    context,
  }) => {
    for (const [name, entries] of [
      ['one', sampleEntries().slice(0, 1)],
      ['seven', sampleEntries().slice(0, 7)],
      ['long', longNames],
    ] as const) {
      const { page } = await openQuickFind(open, context, { entries, preferences: { language } });
      await expect(page.getByRole('option')).toHaveCount(entries.length);
      await settled(page);
      expect(await violationsInBoth(page)).toEqual([]);
      for (const theme of ['light', 'dark']) {
        await page.evaluate((one) => document.documentElement.setAttribute('data-theme', one), theme);
        await page.screenshot({ path: `test-results/quick-find-${name}-${theme}-${language}.png` });
      }
      await page.close();
    }
  });
}

test('a search from outside filters the list, also one that came while the vault was locked', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: sampleEntries() });
  await expect(page.getByRole('row')).toHaveCount(11);
  latchkey.openLink('latchkey://search?q=git');
  await expect(page.getByRole('row')).toHaveCount(1);
  await expect(page.getByRole('searchbox')).toHaveValue('git');
  await latchkey.client.vault.lock();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible();
  latchkey.openLink('latchkey://search?q=drop');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox')).toHaveValue('drop');
  expect(latchkey.windows.shown).toEqual(['main', 'main']);
});

test.describe('its settings', () => {
  const toSettings = async (page: Page) => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    await page.getByRole('button', { name: /^Quick find/ }).click();
  };

  test('take keys, show them in force, and say when they arrive and when another program has them', async ({
    open,
  }) => {
    const shortcut = createMemoryShortcut();
    const { page, latchkey } = await open({ entries: sampleEntries(), shortcut });
    await toSettings(page);
    await expect(page.getByText('None chosen')).toBeVisible();
    await page.getByRole('button', { name: 'Choose keys…' }).click();
    const keys = page.getByRole('textbox', { name: 'Press the keys now' });
    await expect(keys).toBeFocused();
    await page.keyboard.press('Shift+K');
    await expect(page.getByRole('alert')).toContainText('can’t be a shortcut');
    await page.keyboard.press('Control+Shift+Space');
    await expect(page.getByText('Active: System Control+Shift+Space')).toBeVisible();
    expect(latchkey.preferences.get().quickFindShortcut).toBe('Control+Shift+Space');
    await expect(page.getByText('Not tried yet.', { exact: false })).toBeVisible();
    shortcut.press();
    await expect(page.getByText('The keys arrive.')).toBeVisible();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.screenshot({ path: 'test-results/quick-find-settings.png' });

    shortcut.trouble = 'taken';
    await page.getByRole('button', { name: 'Change…' }).click();
    await page.keyboard.press('Control+Alt+K');
    await expect(page.getByText('Another program has these keys')).toBeVisible();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByText('None chosen')).toBeVisible();
    expect(latchkey.preferences.get().quickFindShortcut).toBeNull();
  });

  test('name the command and where to bind it, where Latchkey can register no keys', async ({
    open,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { page } = await open({ entries: sampleEntries() });
    await toSettings(page);
    await expect(page.getByRole('button', { name: 'Choose keys…' })).toHaveCount(0);
    for (const name of ['GNOME', 'KDE Plasma', 'Xfce']) await expect(page.getByText(name)).toBeVisible();
    await page.getByRole('button', { name: 'Copy the command' }).click();
    await expect.poll(() => copied(page)).toBe('latchkey toggle');
    expect(await violationsInBoth(page)).toEqual([]);
    await page.screenshot({ path: 'test-results/quick-find-command.png' });
  });
});
