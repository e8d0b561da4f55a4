import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { zbarRead } from '../rig/zbar.ts';
import { otpauth } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { addByText, makeKit, makeVault, openSection, typeNewPassphrase, unlock } from './rig/person.ts';
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
  const { groups, qr } = await makeKit(page);
  await computer.quitLatchkey();

  await computer.keyring.empty();
  page = await computer.openLatchkey();
  await expect(page.getByRole('heading', { name: 'The key to your vault is not there' })).toBeVisible();
  await typeCode(page, groups.with(3, groups[3]?.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A')) ?? ''));
  await expect(page.getByText('Look at group 4 again')).toBeVisible();
  await picture(page, 'kit-typing-mistake');
  await page.getByLabel('Kit code').fill(groups.join(' '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your vault is open again' })).toBeVisible();
  await picture(page, 'kit-opened');
  await page.getByText('With a passphrase', { exact: true }).click();
  await typeNewPassphrase(page, passphrase);
  await expect(page.getByText('Bank').first()).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByText('You locked it.')).toBeVisible();
  await unlock(page, passphrase);
  await expect(page.getByText('Bank').first()).toBeVisible();
  await computer.quitLatchkey();

  await test.step('on another computer, with a copy of the vault file and a photo of the page on the screen', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'latchkey-elsewhere-'));
    await copyFile(join(computer.dataFolder, 'vault.latchkey'), join(elsewhere, 'vault.latchkey'));
    page = await computer.openLatchkey({ env: { LATCHKEY_DATA_DIR: elsewhere } });
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await page.getByRole('button', { name: 'Use the recovery kit' }).click();
    await page.getByRole('button', { name: 'Scan the screen' }).click();
    await expect(page.getByText('No recovery kit was found')).toBeInViewport();
    await picture(page, 'kit-not-seen');
    const photo = join(elsewhere, 'photo.png');
    await writeFile(photo, qr);
    const [kit = 'no kit'] = await zbarRead(photo);
    await computer.showBeside(
      `<body style="background: #777"><img alt="" src="data:image/png;base64,${qr.toString('base64')}"
        style="margin: 80px; transform: rotate(8deg)">`,
      kit,
    );
    await page.getByRole('button', { name: 'Scan the screen' }).click();
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
  await typeNewPassphrase(page, passphrase);
  await expect(page.locator('[aria-current=true]')).toContainText('With both');
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByText('together with the keychain of this computer')).toBeVisible();

  await computer.keyring.kill();
  await unlock(page, passphrase);
  const why = page.getByText(
    /The keychain could not be used|The keychain \(Secret Service\) does not answer/u,
  );
  await expect(why.first()).toBeVisible();
  await computer.keyring.unlock();
  const again = page.getByRole('button', { name: 'Look again' });
  if (await again.isVisible()) await again.click();
  await unlock(page, passphrase);
  await expect(page.getByText('Bank').first()).toBeVisible();
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

async function typeCode(page: Page, groups: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Use the recovery kit' }).click();
  await page.getByLabel('Kit code').fill(groups.join('-'));
  await page.keyboard.press('Enter');
}
