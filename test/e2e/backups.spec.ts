import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from '@playwright/test';
import { closeFolder } from '../rig/close-folder.ts';
import { otpauth } from './rig/codes.ts';
import { createDrive } from './rig/drive.ts';
import { expect, test } from './rig/fixtures.ts';
import { createMovableClock } from './rig/movable-clock.ts';
import { addByText, makeVault, openSection } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

const passphrase = 'the one of the backups';
const secrets = ['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U'];
const DAY_MS = 24 * 60 * 60_000;

test('backups: set up and proved; a folder that goes away is said on the home screen; a restore and its undo', async ({
  computer,
}) => {
  const folder = join(await mkdtemp(join(tmpdir(), 'latchkey-drive-')), 'backups');
  await mkdir(folder);
  const page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await askForBackups(page, `${folder}-that-is-not-there`);
  await expect(page.getByText('The folder is not there.')).toBeVisible();
  await picture(page, 'backup-folder-gone');
  await page.getByLabel('Folder').fill(folder);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  expect(await readdir(folder)).toHaveLength(1);
  await picture(page, 'backups');

  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await addByText(page, otpauth('Mail', 'ada@example.org', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'));
  await test.step('the drive is unplugged', async () => {
    await openSection(page, 'Backups');
    await rm(folder, { recursive: true });
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('The last backup failed')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the codes' }).click();
    await expect(page.getByText('Backups are failing')).toBeVisible();
    await picture(page, 'backups-failing');
  });

  await test.step('and plugged in again', async () => {
    await mkdir(folder);
    await page.getByRole('button', { name: 'See backups' }).click();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('The last backup failed')).toBeHidden();
    await page.getByRole('button', { name: 'Back to the codes' }).click();
  });

  await test.step('going back to it, and taking that back', async () => {
    await addByText(page, otpauth('Shop', 'ada@example.org', 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U'));
    await openSection(page, 'Backups');
    await page.getByRole('button', { name: /opens here/u }).click();
    await expect(page.getByText('1 entry that only your vault has')).toBeVisible();
    await picture(page, 'restore');
    await expect(page.getByText('Your list becomes this one. 1 entry moves to Deleted')).toBeVisible();
    await page.getByRole('button', { name: 'Go back to it', exact: true }).click();
    await expect(page.getByText('Mail').first()).toBeVisible();
    await expect(page.getByText('Shop')).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Shop').first()).toBeVisible();
  });
  await rm(join(folder, '..'), { recursive: true });
});

test('a folder is found by Browse, and a backup lands in it; another is typed with ~, and made', async ({
  computer,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'latchkey-home-'));
  await mkdir(join(home, 'Drive', 'Backups'), { recursive: true });
  await writeFile(join(home, 'Drive', 'letter.txt'), 'of a person');
  await mkdir(join(home, '.hidden'));
  const page = await computer.openLatchkey({ env: { HOME: home } });
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await openSection(page, 'Backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  await page.getByRole('button', { name: 'Browse…' }).click();
  const options = page.getByRole('option');
  await expect(options).toHaveText(['Drive']);
  await page.keyboard.press('Enter');
  await expect(options).toHaveText(['Backups']);
  await picture(page, 'backup-browse');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There are no folders in this one.')).toBeFocused();
  await page.getByRole('button', { name: 'Use this folder' }).click();
  await expect(page.getByLabel('Folder')).toHaveValue(join(home, 'Drive', 'Backups'));
  await page.getByLabel('Passphrase of the backups').fill(passphrase);
  await page.getByLabel('Repeat it').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  expect(await readdir(join(home, 'Drive', 'Backups'))).toHaveLength(1);

  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByLabel('Folder').fill('~/Drive/More/');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make this folder' }).click();
  await expect(page.getByText(join(home, 'Drive', 'More'), { exact: true })).toBeVisible();
  expect(await readdir(join(home, 'Drive', 'More'))).toHaveLength(1);
  await computer.quitLatchkey();
  await rm(home, { recursive: true });
});

test('a drive that is full, or can only be read, fails the backup and nothing else, until it is better', async ({
  computer,
}) => {
  const drive = await createDrive(64);
  const page = await computer.openLatchkey({ on: drive.on });
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await setUpBackups(page, drive.folder);
  const before = await drive.names(computer.pid());
  expect(before).toHaveLength(1);

  await test.step('full', async () => {
    await drive.fill(computer.pid());
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('The drive is full.')).toBeVisible();
    await picture(page, 'backup-full');
    await drive.empty(computer.pid());
    expect(await drive.names(computer.pid()), 'nothing half-written stays').toEqual(before);
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('The drive is full.')).toBeHidden();
  });

  await test.step('to be read only', async () => {
    drive.protect(computer.pid());
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('The drive can only be read.')).toBeVisible();
    await picture(page, 'backup-read-only');
    await page.getByRole('button', { name: 'Back to the codes' }).click();
    await expect(page.getByText('Backups are failing')).toBeVisible();
    await addByText(page, otpauth('Mail', 'ada@example.org', secrets[0]));
    drive.unprotect(computer.pid());
    await page.getByRole('button', { name: 'See backups' }).click();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('It has everything.')).toBeVisible();
  });
  await computer.quitLatchkey();
  await drive.remove();
});

test('a folder that may not be written to says so, and is used once it may', async ({ computer }) => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-closed-'));
  const page = await computer.openLatchkey({ locale: 'nl-NL' });
  await page.getByRole('button', { name: 'Verder', exact: true }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Instellingen' }).click();
  await page.getByRole('button', { name: /^Reservekopie/u }).click();
  await page.getByRole('button', { name: 'Stel reservekopieën in' }).click();
  const release = await closeFolder(folder);
  try {
    await page.getByLabel('Map').fill(folder);
    await page.getByLabel('Wachtzin van de reservekopieën').fill(passphrase);
    await page.getByLabel('Nog een keer').fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByText('laat Latchkey niet in de map schrijven', { exact: false })).toBeVisible();
    await picture(page, 'backup-not-allowed-nl');
  } finally {
    await release();
  }
  expect(await readdir(folder)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Laatste goede kopie: nu')).toBeVisible();
  await computer.quitLatchkey();
  await rm(folder, { recursive: true });
});

test('a week of changes without a backup is said on the home screen', async ({ computer }) => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-drive-'));
  let page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await setUpBackups(page, folder);
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  // Killed before the two quiet minutes after which the change would be backed up; an orderly end would do it.
  await addByText(page, otpauth('Mail', 'ada@example.org', secrets[0]));
  process.kill(computer.pid(), 'SIGKILL');
  await computer.quitLatchkey();

  const clock = await createMovableClock();
  await clock.forward(8 * DAY_MS);
  page = await computer.openLatchkey({ env: clock.env, at: Date.now() + 8 * DAY_MS });
  await expect(page.getByText('Your last backup is old')).toBeVisible();
  await expect(page.getByText('Last good one: 8 days ago')).toBeVisible();
  await picture(page, 'backup-old');
  await page.getByRole('button', { name: 'See backups' }).click();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('It has everything.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect(page.getByText('Your last backup is old')).toBeHidden();
  await computer.quitLatchkey();
  await clock.remove();
  await rm(folder, { recursive: true });
});

test('a backup of another computer is chosen as a file, opened with its passphrase, added, and taken back', async ({
  computer,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-drive-'));
  const elsewhere = join(computer.dataFolder, 'another-computer');
  await mkdir(elsewhere);
  let page = await computer.openLatchkey({ env: { LATCHKEY_DATA_DIR: elsewhere } });
  await makeVault(page);
  await addByText(page, otpauth('Mail', 'ada@example.org', secrets[0]));
  await setUpBackups(page, folder);
  await computer.quitLatchkey();
  const [name = ''] = await readdir(folder);

  page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await openSection(page, 'Backups');
  await page.getByRole('button', { name: /^A file from elsewhere/u }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(join(folder, name));
  await page.getByLabel('Passphrase of the backups').fill('the one of something else');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the passphrase')).toBeVisible();
  await picture(page, 'backup-passphrase');
  await page.getByLabel('Passphrase of the backups').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 entry that your vault does not have')).toBeVisible();
  await picture(page, 'restore-merge');
  await page.getByRole('button', { name: 'Add them' }).click();
  for (const shown of ['Bank', 'Mail']) await expect(page.getByText(shown).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Mail')).toBeHidden();
  await expect(page.getByText('Bank').first()).toBeVisible();
  await computer.quitLatchkey();
  await rm(folder, { recursive: true });
});

async function setUpBackups(page: Page, folder: string): Promise<void> {
  await askForBackups(page, folder);
  await expect(page.getByText('Last good backup: now')).toBeVisible();
}

async function askForBackups(page: Page, folder: string): Promise<void> {
  await openSection(page, 'Backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  await page.getByLabel('Folder').fill(folder);
  await page.getByLabel('Passphrase of the backups').fill(passphrase);
  await page.getByLabel('Repeat it').fill(passphrase);
  await page.keyboard.press('Enter');
}
