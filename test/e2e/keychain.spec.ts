import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from '../integration/keychain/asking.ts';
import { otpauth } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { addByText, makeVault, makeVaultWithBank, toProtection, unlock } from './rig/person.ts';
import { picture } from './rig/pictures.ts';
import { keepElsewhere, keychainItem } from './rig/vault-file.ts';

const passphrase = 'seven quiet otters paint';

test('a vault whose key is gone from the keychain shows the way back and stays untouched', async ({
  computer,
}) => {
  const vaultFile = join(computer.dataFolder, 'vault.latchkey');
  let page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await computer.quitLatchkey();
  const before = await readFile(vaultFile);

  await computer.keyring.empty();
  page = await computer.openLatchkey();
  await expect(page.getByRole('heading', { name: 'The key to your vault is not there' })).toBeVisible();
  await picture(page, 'key-missing');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('Still the same.')).toBeVisible();
  expect((await readFile(vaultFile)).equals(before), 'the vault file is as it was').toBe(true);

  await test.step('the last way: set aside, asked twice, never deleted', async () => {
    await page.getByRole('button', { name: 'Start without these codes' }).click();
    await page.getByRole('button', { name: 'Set it aside…' }).click();
    await expect(page.getByRole('button', { name: 'Set it aside and start empty' })).toBeDisabled();
    await page.getByText('I understand that my codes will not be there').click();
    await picture(page, 'set-aside');
    await page.getByRole('button', { name: 'Set it aside and start empty' }).click();
    await expect(page.getByRole('heading', { name: 'Your codes, on your own computer' })).toBeVisible();
  });
  const recorded = await computer.recorded();
  expect(
    recorded.some(({ bytes }) => bytes.equals(before)),
    'the old vault is kept',
  ).toBe(true);
});

test('a locked keychain is said to be locked, and the codes are back once it is unlocked', async ({
  computer,
}) => {
  let page = await computer.openLatchkey();
  await makeVault(page);
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await computer.quitLatchkey();

  await computer.keyring.lock();
  page = await computer.openLatchkey();
  await expect(page.getByText('The keychain (Secret Service) is locked.')).toBeVisible();
  await picture(page, 'keychain-locked');
  await computer.keyring.unlock();
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('Bank').first()).toBeVisible();
});

test('without a keychain the first run says so and offers a passphrase, which opens the vault again', async ({
  computer,
}) => {
  await computer.keyring.kill();
  let page = await computer.openLatchkey();
  await toProtection(page);
  await expect(page.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
  await picture(page, 'first-run-passphrase');

  await page.getByLabel('Passphrase', { exact: true }).fill('short');
  await page.getByLabel('Repeat it').fill('short');
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText('7 more characters').first()).toBeVisible();
  for (const label of ['Passphrase', 'Repeat it']) {
    await page.getByLabel(label, { exact: true }).fill('passwordpassword');
  }
  await expect(page.getByText('Many people use this one.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat it').fill(passphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await addByText(page, otpauth('Bank', 'ada@example.org'));
  await computer.quitLatchkey();

  page = await computer.openLatchkey();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await picture(page, 'locked');
  await unlock(page, 'seven quiet otters point');
  await expect(page.getByText('That is not the passphrase')).toBeVisible();
  await unlock(page, passphrase);
  await expect(page.getByText('Bank').first()).toBeVisible();
  await computer.quitLatchkey();
  for (const { name, bytes } of await computer.recorded()) {
    expect(bytes.includes(Buffer.from(passphrase)), `the passphrase stands in ${name}`).toBe(false);
  }
});

test('a passphrase beside the keychain opens the vault when the keychain is gone, and locks it', async ({
  computer,
}) => {
  let page = await computer.openLatchkey();
  await makeVaultWithBank(page, passphrase);

  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Lock now' }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByText('Bank')).toBeHidden();
  await unlock(page, passphrase);
  await expect(page.getByText('Bank').first()).toBeVisible();
  await computer.quitLatchkey();

  await computer.keyring.empty();
  page = await computer.openLatchkey();
  await unlock(page, passphrase);
  await expect(page.getByText('Bank').first()).toBeVisible();
  await computer.quitLatchkey();

  // The key was put back into the keychain, so that it opens the vault by itself again.
  page = await computer.openLatchkey();
  await expect(page.getByText('Bank').first()).toBeVisible();
});

test('a keychain that lets nobody in, is not there, or has another vault’s key: each says so and is passed', async ({
  computer,
}) => {
  const vaultFile = join(computer.dataFolder, 'vault.latchkey');
  let page = await computer.openLatchkey();
  await makeVaultWithBank(page, passphrase);
  await computer.quitLatchkey();
  const before = await readFile(vaultFile);
  const title = { name: 'The key to your vault is not there' };

  await test.step('denied', async () => {
    await computer.keyring.deny();
    page = await computer.openLatchkey();
    await expect(page.getByRole('heading', title)).toBeVisible();
    await expect(page.getByText('did not let Latchkey read the key')).toBeVisible();
    await picture(page, 'keychain-denied');
    await computer.keyring.unlock();
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(page.getByText('Bank').first()).toBeVisible();
    await computer.quitLatchkey();
  });

  await test.step('not there, in Dutch', async () => {
    await computer.keyring.kill();
    page = await computer.openLatchkey({ locale: 'nl-NL' });
    await expect(page.getByText('De sleutelhanger (Secret Service) antwoordt niet.')).toBeVisible();
    await picture(page, 'keychain-unavailable-nl');
    await computer.keyring.unlock();
    await page.getByRole('button', { name: 'Kijk opnieuw' }).click();
    await expect(page.getByText('Bank').first()).toBeVisible();
    await computer.quitLatchkey();
  });

  await test.step('the key of another vault', async () => {
    const item = await keychainItem(vaultFile);
    const service = { KEYCHAIN_SERVICE: 'Latchkey' };
    const right = await ask({ ...computer.keyring.env, ...service }, 'read', item);
    const other = Buffer.alloc(32, 7).toString('base64');
    await ask({ ...computer.keyring.env, ...service }, 'write', item, other);
    page = await computer.openLatchkey();
    await expect(page.getByText('it is the one of another vault')).toBeVisible();
    await picture(page, 'keychain-wrong-key');
    await ask({ ...computer.keyring.env, ...service }, 'write', item, String(right['secret']));
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(page.getByText('Bank').first()).toBeVisible();
    await computer.quitLatchkey();
  });
  expect((await readFile(vaultFile)).equals(before), 'the vault file is as it was').toBe(true);

  await test.step('the key was given to another keychain; the passphrase gives it to this one', async () => {
    await keepElsewhere(vaultFile, passphrase, 'macOS Keychain');
    await computer.keyring.empty();
    page = await computer.openLatchkey();
    await expect(page.getByText('The key was given to macOS Keychain')).toBeVisible();
    await picture(page, 'keychain-changed');
    await unlock(page, passphrase);
    await expect(page.getByText('Bank').first()).toBeVisible();
    await computer.quitLatchkey();
    page = await computer.openLatchkey();
    await expect(page.getByText('Bank').first()).toBeVisible();
  });
});

test('a first run whose keychain lets nobody in, or is locked, says so and offers a passphrase', async ({
  computer,
}) => {
  await computer.keyring.deny();
  const page = await computer.openLatchkey();
  await toProtection(page);
  await expect(page.getByText('did not let Latchkey in')).toBeVisible();
  await picture(page, 'first-run-denied');
  await computer.keyring.lock();
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(
    page.getByText('Still the same.').or(page.getByText('is locked. Unlock it')).first(),
  ).toBeVisible();
  await computer.keyring.unlock();
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText('Secret Service, the keychain of this computer')).toBeVisible();
});
