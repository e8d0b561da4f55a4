import type { Page } from '@playwright/test';
import { otpauth } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { addByText, makeVault, shownCode } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

test('someone leaves Authy site by site, over a restart, and the list ticks itself off', async ({
  computer,
}) => {
  let page = await computer.openLatchkey();
  await makeVault(page);
  await expect(page.getByRole('heading', { name: 'Add your first code' })).toBeVisible();
  await openImport(page);
  await page.getByRole('button', { name: 'Authy and Microsoft Authenticator' }).click();
  await page.getByRole('button', { name: 'Make a list' }).click();
  await page.getByLabel('Sites, one a line').fill('GitHub\nBank\nMastodon\nDropbox');
  await page.getByRole('button', { name: 'Add to the list' }).click();
  await expect(page.getByText('0 of 4 moved')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await addByText(page, otpauth('GitHub', 'ada@example.org'));
  // First the advice to make a recovery kit, which can wait.
  await page.getByRole('button', { name: 'Got it' }).click();
  await expect(page.getByText('1 of 4 sites are moved from the old app.')).toBeVisible();
  await picture(page, 'moving-reminder', { steady: true });
  await computer.quitLatchkey();

  page = await computer.openLatchkey();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await openImport(page);
  await page.getByRole('button', { name: 'Authy and Microsoft Authenticator' }).click();
  await page.getByRole('button', { name: 'Continue with the list' }).click();
  await expect(page.getByText('1 of 4 moved')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Dropbox is moved' }).click({ force: true });
  const list = page.getByRole('list', { name: 'Your list' });
  await list.getByRole('button', { name: /Bank/u }).click();
  await expect(page.getByText('2 of 4 moved')).toBeVisible();
  await picture(page, 'moving');

  await page.getByRole('button', { name: 'Add the code' }).click();
  await page.getByRole('button', { name: /^Type the key in/u }).click();
  await page.getByLabel('Key', { exact: true }).fill('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Back to your list' }).click();
  await expect(page.getByText('3 of 4 moved')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Mastodon is moved' }).click({ force: true });
  await page.getByRole('button', { name: 'Clear the list' }).click();
  await expect(page.getByText('The list is cleared. The codes stay.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await expect.poll(() => shownCode(page, 'Bank')).toMatch(/^\d{6}$/u);
});

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import from another app/u }).click();
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
}
