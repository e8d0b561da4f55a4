import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { otpauth } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { addByText, makeVault } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

const passphrase = 'seven quiet otters paint';

test('a recovery kit, made, checked and used: when the keychain is emptied, and on another computer', async ({
  computer,
}) => {
  let page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await expect(page.getByText('Make a recovery kit')).toBeVisible();
  await picture(page, 'kit-reminder');
  const groups = await makeKit(page);
  await computer.quitLatchkey();

  await computer.keyring.empty();
  page = await computer.openLatchkey();
  await expect(page.getByRole('heading', { name: 'The key to your vault is not there' })).toBeVisible();
  await typeCode(page, groups.with(3, groups[3]?.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A')) ?? ''));
  await expect(page.getByText('Look at group 4 again')).toBeVisible();
  await picture(page, 'kit-typing-mistake');
  await page.getByLabel('Recovery code').fill(groups.join(' '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeVisible();
  await picture(page, 'kit-opened');
  await page.getByText('With a passphrase', { exact: true }).click();
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bank').first()).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByText('You locked it.')).toBeVisible();
  await unlock(page);
  await expect(page.getByText('Bank').first()).toBeVisible();
  await computer.quitLatchkey();

  await test.step('on another computer, with a copy of the vault file', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'latchkey-elsewhere-'));
    await copyFile(join(computer.dataFolder, 'vault.latchkey'), join(elsewhere, 'vault.latchkey'));
    page = await computer.openLatchkey({ env: { LATCHKEY_DATA_DIR: elsewhere } });
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await typeCode(page, groups);
    await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeVisible();
    await page.getByRole('button', { name: 'Not now: show my codes' }).click();
    await expect(page.getByText('Bank').first()).toBeVisible();
    await computer.quitLatchkey();
    await rm(elsewhere, { recursive: true });
  });
});

test('keychain and passphrase together: with a keychain that is killed in the middle, neither is enough', async ({
  computer,
}) => {
  const page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await openSection(page, 'Security');
  await picture(page, 'security');
  await page.getByText('With both', { exact: true }).click();
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: /^With both/u })).toBeChecked();
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByText('together with the keychain of this computer')).toBeVisible();

  await computer.keyring.kill();
  await unlock(page);
  const why = page.getByText(
    /The keychain did not do its part|The keychain \(Secret Service\) does not answer/u,
  );
  await expect(why.first()).toBeVisible();
  await computer.keyring.unlock();
  const again = page.getByRole('button', { name: 'Look again' });
  if (await again.isVisible()) await again.click();
  await unlock(page);
  await expect(page.getByText('Bank').first()).toBeVisible();
});

test('backups: set up and proved; a folder that goes away is said on the home screen; a restore and its undo', async ({
  computer,
}) => {
  const folder = join(await mkdtemp(join(tmpdir(), 'latchkey-drive-')), 'backups');
  await mkdir(folder);
  const page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await openSection(page, 'Backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  await page.getByLabel('Folder').fill(`${folder}-that-is-not-there`);
  await page.getByLabel('Passphrase of the backups').fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.keyboard.press('Enter');
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

test('a vault that was damaged opens from the state before it, says so, and shows its older states', async ({
  computer,
}) => {
  const vaultFile = join(computer.dataFolder, 'vault.latchkey');
  let page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await addByText(page, otpauth('Mail', 'ada@example.org', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'));
  await computer.quitLatchkey();
  const bytes = await readFile(vaultFile);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
  await writeFile(vaultFile, bytes);

  page = await computer.openLatchkey();
  await expect(page.getByText('The newest copy of your vault was damaged.')).toBeVisible();
  await expect(page.getByText('Bank').first()).toBeVisible();
  await page.getByRole('button', { name: 'See older states' }).click();
  await expect(page.getByText(/now · 1 entry|ago · 1 entry/u).first()).toBeVisible();
  await picture(page, 'older-states');
});

async function openSection(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('button', { name: new RegExp(`^${section}`, 'u') }).click();
}

/** Makes a kit and checks it as its screens ask. Gives its groups. */
async function makeKit(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await page.getByRole('button', { name: 'Make the page' }).click();
  const items = page.getByRole('list', { name: 'Recovery code' }).getByRole('listitem');
  await expect(items).toHaveCount(8);
  const lines = await items.allInnerTexts();
  const groups = lines.map((line) => line.replaceAll(/\s/gu, '').slice(1));
  await picture(page, 'kit-page');
  await page.getByRole('button', { name: 'I have it on paper' }).click();
  // The page itself has labels of the same names; it may still be there for a moment.
  await expect(page.getByRole('heading', { name: 'Check the page' })).toBeVisible();
  for (const [index, group] of groups.entries()) {
    const field = page.getByRole('textbox', { name: `Group ${index + 1}`, exact: true });
    if (await field.isVisible()) await field.fill(group.toLowerCase());
  }
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('Ready for the day you need it')).toBeVisible();
  await picture(page, 'kit-checked');
  return groups;
}

async function typeCode(page: Page, groups: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByLabel('Recovery code').fill(groups.join('-'));
  await page.keyboard.press('Enter');
}

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}
