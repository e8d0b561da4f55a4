import type { Page } from '@playwright/test';
import { otpauth } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { addByText, makeVaultWithBank, openSection, unlock } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

const passphrase = 'seven quiet otters paint';

test('two Latchkeys on one vault see each other’s changes, lose none, and follow a change of what opens it', async ({
  computer,
}) => {
  const one = await computer.openLatchkey();
  await makeVaultWithBank(one, passphrase);
  const other = await computer.openLatchkey();
  await expect(other.getByText('Bank').first()).toBeVisible();

  await test.step('both add at the same time', async () => {
    await Promise.all([
      addByText(one, otpauth('Mail', 'ada@example.org', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')),
      addByText(other, otpauth('Shop', 'ada@example.org', 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U')),
    ]);
    for (const page of [one, other]) {
      for (const name of ['Bank', 'Mail', 'Shop']) await expect(page.getByText(name).first()).toBeVisible();
    }
  });

  await test.step('one gives the vault a new key: the keychain has it, and the other goes on', async () => {
    await openSection(one, 'Security');
    await one.getByRole('button', { name: 'New key…' }).click();
    await one.getByLabel('Current passphrase').fill(passphrase);
    await one.getByRole('button', { name: 'Make a new key' }).click();
    await expect(one.getByText('The vault has a new key.').last()).toBeVisible();
    await rename(other, 'Shop', 'Market');
    await one.getByRole('button', { name: 'Back to the codes' }).click();
    await expect(one.getByText('Market').first()).toBeVisible();
  });

  await test.step('one lets only the passphrase open it: the other is locked, and says why', async () => {
    await openSection(one, 'Security');
    await one.getByText('With a passphrase', { exact: true }).click();
    await one.getByLabel('Current passphrase').fill(passphrase);
    await one.keyboard.press('Enter');
    await expect(one.getByText('Changed. Only this opens the vault from now on.').last()).toBeVisible();
    await expect(other.getByText('Its key was changed in another window')).toBeVisible();
    await picture(other, 'locked-elsewhere');
    await unlock(other, passphrase);
    await expect(other.getByText('Market').first()).toBeVisible();
  });
});

async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `Details of ${from}` }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Site or service').fill(to);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: to })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
}
