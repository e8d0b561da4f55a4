import { posix } from 'node:path';
import { desktopChoices } from '../../src/contract/vocabulary.ts';
import type { UpdateState } from '../../src/contract/update.ts';
import { createMemoryDesktop } from '../rig/memory-ports.ts';
import { createMemoryUpdater, signedRelease } from '../rig/memory-updater.ts';
import { settled, violationsInBoth } from './axe.ts';
import { expect, test } from './latchkey.ts';
import { everyLanguage, languages, openSection } from './settings.ts';

const linux = ['trayIcon', 'closeToTray', 'alwaysOnTop'] as const;

test('there is no section for a host that is only its window', async ({ open }) => {
  const { page } = await open();
  await openSection(page, 'general');
  await expect(page.getByRole('button', { name: languages.en.settings.desktop, exact: true })).toHaveCount(0);
});

for (const language of everyLanguage) {
  const { desktop: words, settings } = languages[language];

  test(`the section shows what this host honours and says what it does not (${language})`, async ({
    open,
  }) => {
    const { desktop } = createMemoryDesktop(linux);
    const { page, latchkey } = await open({ desktop, preferences: { language } });
    await openSection(page, 'desktop', language);
    await expect(page.getByRole('switch')).toHaveCount(3);
    await expect(page.getByText(words.picturesOpen)).toBeVisible();
    await page.getByText(words.closeToTray).click();
    await expect.poll(() => latchkey.preferences.get().closeToTray).toBe(true);
    await page.getByText(words.trayIcon).click();
    // Without an icon there is nothing to close into.
    await expect(page.getByText(words.closeToTray)).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(settings.desktop);
  });
}

for (const language of everyLanguage) {
  const { desktop: words } = languages[language];

  test(`a desktop without a tray is named, with what to do, and nothing hides there (${language})`, async ({
    open,
  }) => {
    const { desktop, told } = createMemoryDesktop(linux);
    const { page } = await open({ desktop, preferences: { language, closeToTray: true } });
    await openSection(page, 'desktop', language);
    await expect(page.getByRole('switch')).toHaveCount(3);
    told.tray(false);
    await expect(page.getByText(words.noTray, { exact: true })).toBeVisible();
    await expect(page.getByText(words.noTrayText)).toBeVisible();
    await expect(page.getByText(words.closeToTray)).toHaveCount(0);
    await settled(page);
    expect(await violationsInBoth(page)).toEqual([]);
    await page.screenshot({ path: `test-results/no-tray-${language}.png` });
    await page.getByText(words.trayIcon).click();
    await expect(page.getByText(words.noTray, { exact: true })).toHaveCount(0);
    await page.getByText(words.trayIcon).click();
    told.tray(true);
    await expect(page.getByText(words.closeToTray)).toBeVisible();
    await expect(page.getByText(words.noTray, { exact: true })).toHaveCount(0);
  });
}

test('a start without a window is offered to whoever opens Latchkey with the session', async ({ open }) => {
  const { desktop, told } = createMemoryDesktop(desktopChoices);
  const { page } = await open({ desktop });
  await openSection(page, 'desktop');
  const { desktop: words } = languages.en;
  await expect(page.getByText(words.closeToTrayText)).toBeVisible();
  await expect(page.getByText(words.startHiddenText)).toHaveCount(0);
  await page.getByText(words.openAtLogin).click();
  await page.getByText(words.startHiddenText).click();
  await expect.poll(() => [...told.inForce]).toEqual(['trayIcon', 'openAtLogin', 'startHidden']);
  await expect(page.getByText(words.picturesOpen)).toHaveCount(0);
});

test('a choice that the system refuses goes back', async ({ open }) => {
  const { desktop, told } = createMemoryDesktop(desktopChoices);
  told.refusal = new Error('read-only');
  const { page, latchkey } = await open({ desktop });
  await openSection(page, 'desktop');
  const choice = page.getByRole('switch', { name: languages.en.desktop.openAtLogin });
  await page.getByText(languages.en.desktop.openAtLogin).click();
  await expect.poll(() => latchkey.log.lines.join()).toContain('login-item');
  await expect(choice).not.toBeChecked();
  expect(latchkey.preferences.get().openAtLogin).toBe(false);
});

for (const language of everyLanguage) {
  const { update: words } = languages[language];

  test(`a newer version is offered quietly, downloaded and put in place (${language})`, async ({ open }) => {
    const { updater, told } = createMemoryUpdater();
    told.release = signedRelease('2.0.0');
    const { page, latchkey } = await open({ updater, preferences: { language } });
    latchkey.backupFolder.contents.set(posix.dirname(latchkey.vaultStore.path), new Map());
    await expect(page.getByText(words.offered.replace('{{version}}', '2.0.0'))).toBeVisible();
    await page.getByRole('button', { name: words.look, exact: true }).click();
    await page.getByRole('button', { name: words.accept, exact: true }).click();
    await page.getByRole('button', { name: words.install, exact: true }).click();
    await expect(page.getByText(words.installing.replace('{{version}}', '2.0.0'))).toBeVisible();
    expect(told).toMatchObject({ downloads: 1, installs: 1 });
  });

  test(`a version that is skipped is gone from the window (${language})`, async ({ open }) => {
    const { updater, told } = createMemoryUpdater();
    told.release = signedRelease('2.0.0');
    const { page, latchkey } = await open({ updater, preferences: { language } });
    await openSection(page, 'about', language);
    await page.getByRole('button', { name: words.refuse, exact: true }).click();
    await expect(page.getByRole('button', { name: words.check, exact: true })).toBeVisible();
    expect(latchkey.preferences.get().refusedUpdate).toBe('2.0.0');
  });
}

const shown: [UpdateState['state'] | 'quiet', Parameters<typeof createMemoryUpdater>[0], string][] = [
  ['off', { obstacle: 'notConfigured' }, languages.en.update.notConfigured],
  ['off', { obstacle: 'portable' }, languages.en.update.portable],
  ['off', { obstacle: 'installedOtherwise' }, languages.en.update.installedOtherwise],
  ['failed', { hasFailed: true }, languages.en.update.notInstalled],
];
for (const [state, facts, words] of shown) {
  test(`the settings say that updates are ${state}: ${words.slice(0, 30)}`, async ({ open }) => {
    const { updater } = createMemoryUpdater(facts);
    const { page } = await open({ updater, preferences: { checkForUpdates: false } });
    await openSection(page, 'about');
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
  });
}

test('a failure is seen above the codes', async ({ open }) => {
  const { updater, told } = createMemoryUpdater();
  told.release = { ...signedRelease('2.0.0'), version: '3.0.0' };
  const { page } = await open({ updater });
  await expect(page.getByText(languages.en.update.notSigned)).toBeVisible();
});

test('the browser host says nothing of new versions', async ({ open }) => {
  const { page } = await open();
  await openSection(page, 'about');
  await expect(page.getByText('0.1.0')).toBeVisible();
  await expect(page.getByText(languages.en.update.title)).toHaveCount(0);
});
