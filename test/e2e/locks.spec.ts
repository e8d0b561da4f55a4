import type { Page } from '@playwright/test';
import { startScreenLocker } from '../integration/desktop/bus.ts';
import { expect, test } from './rig/fixtures.ts';
import { createMovableClock } from './rig/movable-clock.ts';
import { makeVaultWithBank, openSection, typeNewPassphrase, unlock } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

const passphrase = 'seven quiet otters paint';
const MINUTE_MS = 60_000;

test('the vault locks with the screen, with a sleep and when nobody is there, and says which it was', async ({
  computer,
}) => {
  const locker = await startScreenLocker(computer.keyring.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  const clock = await createMovableClock();
  const page = await computer.openLatchkey({ env: clock.env });
  await makeVaultWithBank(page, passphrase);
  await openSection(page, 'Security');
  await page.getByText('Lock with the screen').scrollIntoViewIfNeeded();
  await expect(page.getByRole('switch', { name: 'Lock with the screen' })).toBeChecked();
  await picture(page, 'locks');

  await test.step('the screen', async () => {
    locker.lockScreen();
    await isLocked(page, 'It was locked together with the screen.');
    await picture(page, 'locked-screen');
    locker.unlockScreen();
    await unlock(page, passphrase);
    await expect(page.getByText('Bank').first()).toBeVisible();
  });

  await test.step('a sleep of a minute, seen when the computer wakes up', async () => {
    await clock.forward(MINUTE_MS);
    await isLocked(page, 'It was locked because the computer went to sleep.');
    await picture(page, 'locked-sleep');
    await unlock(page, passphrase);
    await expect(page.getByText('Bank').first()).toBeVisible();
  });

  await test.step('nobody there for the time that was chosen', async () => {
    await openSection(page, 'Security');
    await page.getByText('Lock when the computer goes to sleep').click();
    await page.getByRole('button', { name: /Lock when I am away/u }).click();
    await page.getByRole('option', { name: 'After 5 minutes' }).click();
    await page.getByRole('button', { name: 'Back to the codes' }).click();
    await clock.forward(6 * MINUTE_MS);
    await isLocked(page, 'It was locked because you were away for a while.', 45_000);
    await picture(page, 'locked-away');
  });
  await computer.quitLatchkey();
  await locker.stop();
  await clock.remove();
});

test('what opens the vault is changed from one to the next, the passphrase and the key too; wrong ones cost time', async ({
  computer,
}) => {
  const next = 'nine brave herons whistle';
  const page = await computer.openLatchkey();
  await makeVaultWithBank(page, passphrase);

  await test.step('a passphrase alone', async () => {
    await openSection(page, 'Security');
    await page.getByText('With a passphrase', { exact: true }).click();
    await page.getByLabel('Current passphrase').fill(passphrase);
    await picture(page, 'security-passphrase');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Changed. Only this opens the vault from now on.').last()).toBeVisible();
  });

  await test.step('another passphrase', async () => {
    await page.getByRole('button', { name: 'Change it…' }).click();
    await page.getByLabel('Current passphrase').fill('not this one');
    await typeNewPassphrase(page, next);
    await expect(page.getByText('That is not the passphrase')).toBeVisible();
    await picture(page, 'passphrase-change');
    await page.getByLabel('Current passphrase').fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText('The passphrase was changed.').last()).toBeVisible();
  });

  await test.step('a new key', async () => {
    await page.getByRole('button', { name: 'New key…' }).click();
    await page.getByLabel('Current passphrase').fill(next);
    await picture(page, 'new-key');
    await page.getByRole('button', { name: 'Make a new key' }).click();
    await expect(page.getByText('The vault has a new key.').last()).toBeVisible();
  });

  await test.step('the old passphrase opens nothing, and guessing takes longer and longer', async () => {
    await page.keyboard.press('Control+l');
    await isLocked(page, 'You locked it.');
    const wait = page.getByRole('button', { name: /Tried in (?:[3-9]|\d\d) seconds/u });
    for (let guess = 0; guess < 12 && !(await wait.isVisible()); guess += 1) {
      await unlock(page, passphrase);
      await expect(page.getByText(/That is not the passphrase|Tried in/u).first()).toBeVisible();
    }
    await picture(page, 'passphrase-wait');
    // The right one, typed at once: it is tried by itself when the wait is over, 4 s, or 8 or 16 where a guess came in
    // before the last wait was seen.
    await unlock(page, next);
    await expect(page.getByText('Bank').first()).toBeVisible({ timeout: 60_000 });
  });

  await test.step('the session again, and no passphrase', async () => {
    await openSection(page, 'Security');
    await page.getByText('With your session', { exact: true }).click();
    await page.getByText('Keep the passphrase as a second way in').click();
    await page.getByLabel('Current passphrase').fill(next);
    await page.keyboard.press('Enter');
    await expect(page.getByText('None is set.')).toBeVisible();
  });
  await computer.quitLatchkey();
  const again = await computer.openLatchkey({ locale: 'nl-NL' });
  await expect(again.getByText('Bank').first()).toBeVisible();
  await computer.quitLatchkey();
  for (const { name, bytes } of await computer.recorded()) {
    for (const secret of [passphrase, next]) {
      expect(bytes.includes(Buffer.from(secret)), `a passphrase stands in ${name}`).toBe(false);
    }
  }
});

async function isLocked(page: Page, why: string, timeout = 15_000): Promise<void> {
  await expect(page.getByText(why)).toBeVisible({ timeout });
  await expect(page.getByText('Bank')).toBeHidden();
}
