import { expect, type Page } from '@playwright/test';
import { otpauth } from './codes.ts';
import { picture } from './pictures.ts';

/** First run, to its second screen: what protects the codes. */
export async function toProtection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** First run with a keychain: two buttons. */
export async function makeVault(page: Page): Promise<void> {
  await toProtection(page);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
}

/** The one big action, from wherever the person is. */
export async function scanScreen(page: Page): Promise<void> {
  await openAdd(page);
  await page.getByRole('button', { name: 'Scan the screen' }).click();
}

/** To the ways of adding: they stand on the empty list, and behind *Add* on one with codes. */
export async function openAdd(page: Page): Promise<void> {
  const ways = page.getByRole('button', { name: 'Scan the screen' });
  const add = page.getByRole('button', { name: 'Add', exact: true });
  await ways.or(add).first().waitFor();
  if (!(await ways.isVisible())) await add.click();
}

/** Keeps what the preview shows. */
export async function acceptPreview(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Keep/u }).click();
  await expect(page.getByRole('heading', { name: /Added|added/u })).toBeVisible();
}

/** The digits that stand beside an entry's name, without their grouping. */
export async function shownCode(page: Page, name: string): Promise<string> {
  const row = page.getByRole('row').or(page.getByRole('option')).filter({ hasText: name });
  const text = await row.first().innerText();
  const code = /(?:\d[\s\u00a0\u2009\u202f]*){6}/u.exec(text)?.[0] ?? '';
  return code.replaceAll(/\D/gu, '');
}

/** Pastes a set-up address into the window and keeps what it shows. */
export async function addByText(page: Page, text: string): Promise<void> {
  await page
    .getByRole('button', { name: /^(?:Add|Scan the screen)$/u })
    .first()
    .waitFor();
  await page.evaluate((pasted) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
  }, text);
  await acceptPreview(page);
  await page.getByRole('button', { name: 'Done' }).click();
}

/** Opens a section of the settings. */
export async function openSection(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('button', { name: new RegExp(`^${section}`, 'u') }).click();
}

/** First run with a keychain, and a passphrase as a second way in; then one entry, "Bank". */
export async function makeVaultWithBank(page: Page, passphrase: string): Promise<void> {
  await toProtection(page);
  await page.getByText('Add a passphrase as a second way in').click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat it').fill(passphrase);
  await page.keyboard.press('Enter');
  await addByText(page, otpauth('Bank', 'ada@example.org'));
}

/** Types a new passphrase twice, and Enter. */
export async function typeNewPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('Repeat it').fill(passphrase);
  await page.keyboard.press('Enter');
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

/** Makes a kit from its reminder and checks it as its screens ask. Gives its groups, and its QR code as a PNG. */
export async function makeKit(page: Page): Promise<{ groups: string[]; qr: Buffer }> {
  await page.getByRole('button', { name: 'Make it', exact: true }).click();
  await page.getByRole('button', { name: 'Make the page' }).click();
  const items = page.getByRole('list', { name: 'Kit code' }).getByRole('listitem');
  await expect(items).toHaveCount(8);
  const lines = await items.allInnerTexts();
  const groups = lines.map((line) => line.replaceAll(/\s/gu, '').slice(1));
  const qr = await page.getByRole('img', { name: 'The kit code as a QR code' }).screenshot();
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
  return { groups, qr };
}
