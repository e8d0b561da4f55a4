import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { otpauth } from './rig/codes.ts';
import { expect, test, type Computer } from './rig/fixtures.ts';
import { createMovableClock } from './rig/movable-clock.ts';
import { addByText, makeVault, makeVaultWithBank, openSection } from './rig/person.ts';
import { picture } from './rig/pictures.ts';
import { addUnreadable, makeNewer } from './rig/vault-file.ts';

const DAY_MS = 24 * 60 * 60_000;
const passphrase = 'seven quiet otters paint';

test('a drive that is not mounted at the start is waited for, and is no first run', async ({ computer }) => {
  await withBank(computer);
  const drive = `${computer.dataFolder}-drive`;
  await rename(computer.dataFolder, drive);
  await mkdir(computer.dataFolder);

  const page = await computer.openLatchkey();
  await expect(page.getByRole('heading', { name: 'Your vault is not there now' })).toBeVisible();
  await expect(page.getByText('A vault was here before.')).toBeVisible();
  await picture(page, 'vault-not-mounted');
  await rm(computer.dataFolder, { recursive: true });
  await rename(drive, computer.dataFolder);
  await expect(page.getByText('Bank').first()).toBeVisible();
});

test('an entry that cannot be understood is kept, said, fixed, and taken back', async ({ computer }) => {
  await withBank(computer);
  await addUnreadable(join(computer.dataFolder, 'vault.latchkey'), passphrase);

  const page = await computer.openLatchkey();
  await expect(page.getByText('Bank').first()).toBeVisible();
  await expect(page.getByText('1 entry could not be understood.')).toBeVisible();
  await page.getByRole('button', { name: 'Take a look' }).click();
  await expect(page.getByRole('heading', { name: 'Old Forum' })).toBeVisible();
  await picture(page, 'unreadable-entries');
  await page.getByRole('button', { name: /^Fix Old Forum/u }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter 5 to 10 digits')).toBeVisible();
  await picture(page, 'unreadable-fix');
  await page.getByLabel('Digits').fill('6');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Old Forum is in your list again.').last()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: /^Discard Old Forum/u }).click();
  await picture(page, 'unreadable-drop');
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByText('Every entry of your vault is understood.')).toBeVisible();
});

test('a vault of a newer Latchkey is open for reading: codes, but nothing that would change it', async ({
  computer,
}) => {
  await withBank(computer);
  const vaultFile = join(computer.dataFolder, 'vault.latchkey');
  await makeNewer(vaultFile, passphrase);
  const before = await readFile(vaultFile);

  const page = await computer.openLatchkey();
  await expect(page.getByText('Bank').first()).toBeVisible();
  await expect(page.getByText('A newer Latchkey wrote this vault.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeHidden();
  await picture(page, 'read-only');
  await computer.quitLatchkey();
  expect((await readFile(vaultFile)).equals(before), 'the file is as it was').toBe(true);
});

test('a vault whose file and older states are all broken says so, and leads to a backup', async ({
  computer,
}) => {
  await withBank(computer);
  const files = await readdir(computer.dataFolder, { recursive: true, withFileTypes: true });
  for (const file of files.filter(({ name }) => /vault\.latchkey|\.latchkey/u.test(name))) {
    if (file.isFile()) await writeFile(join(file.parentPath, file.name), 'something else');
  }
  const page = await computer.openLatchkey({ locale: 'nl-NL' });
  await expect(page.getByRole('heading', { name: 'Je kluis is niet te lezen' })).toBeVisible();
  await page.getByRole('button', { name: 'Zet een reservekopie terug' }).click();
  await expect(page.getByText('Een reservekopie gaat in een nieuwe kluis')).toBeVisible();
  await picture(page, 'damaged-nl');
});

test('what was deleted can be removed for good before its 30 days are over, and taken back', async ({
  computer,
}) => {
  const page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await page.getByRole('button', { name: /^Details of Bank/u }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted' }).click();
  await picture(page, 'deleted');
  await page.getByRole('button', { name: 'Empty…' }).click();
  await page.getByRole('button', { name: 'Remove for good' }).click();
  await expect(page.getByText('1 entry was removed for good.').last()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText('Undone.').last()).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted' }).click();
  await page.getByRole('button', { name: /^Put back Bank/u }).click();
  await page.getByRole('button', { name: 'Close' }).first().click();
  await expect(page.getByRole('row', { name: /^Bank/u })).toBeVisible();
});

test('what was deleted a month ago is gone, and its older states are still to be gone back to', async ({
  computer,
}) => {
  await withBank(computer);
  let page = await computer.openLatchkey();
  await addByText(page, otpauth('Mail', 'ada@example.org', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'));
  await page.getByRole('button', { name: /^Details of Mail/u }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await computer.quitLatchkey();

  const clock = await createMovableClock();
  await clock.forward(31 * DAY_MS);
  page = await computer.openLatchkey({ env: clock.env });
  await expect(page.getByText('Bank').first()).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted' }).click();
  await expect(page.getByText('Nothing was deleted in the last 30 days.')).toBeVisible();
  await picture(page, 'deleted-empty');
  await page.getByRole('button', { name: 'Close' }).first().click();

  await openSection(page, 'Older states');
  await page
    .getByRole('button', { name: /· 2 entries/u })
    .first()
    .click();
  await picture(page, 'older-state');
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByText('Mail').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Mail')).toBeHidden();
  await computer.quitLatchkey();
  await clock.remove();
});

test('an entry that cannot be understood is exported after a warning, to be looked at elsewhere', async ({
  computer,
}) => {
  await withBank(computer);
  await addUnreadable(join(computer.dataFolder, 'vault.latchkey'), passphrase);
  const page = await computer.openLatchkey();
  await page.getByRole('button', { name: 'Take a look' }).click();
  await page.getByRole('button', { name: /^Export Old Forum/u }).click();
  await picture(page, 'unreadable-export');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const exported: { json: string; secrets: string } = JSON.parse(
    await readFile(await (await download).path(), 'utf8'),
  );
  expect(JSON.parse(Buffer.from(exported.json, 'base64').toString())).toMatchObject({ issuer: 'Old Forum' });
  expect(Buffer.from(exported.secrets, 'base64').toString()).toBe('12345678901234567890');
  await expect(page.getByText(/latchkey-quarantined-\w+\.json was saved/u).last()).toBeVisible();
});

/** A vault with one entry, that a passphrase opens too; Latchkey is ended again. */
async function withBank(computer: Computer): Promise<void> {
  const page: Page = await computer.openLatchkey();
  await makeVaultWithBank(page, passphrase);
  await computer.quitLatchkey();
}
