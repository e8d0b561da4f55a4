import { canary, expectCodeOfNow, otpauth, spellings } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { acceptPreview, makeVault, scanScreen, shownCode, toProtection } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

test('a QR code on the screen becomes a code that an independent program agrees with, and stays', async ({
  computer,
}) => {
  let page = await computer.openLatchkey();
  await expect(page.getByRole('heading', { name: 'Your codes, on your own computer' })).toBeVisible();
  await picture(page, 'first-run');
  await toProtection(page);
  await picture(page, 'first-run-protection');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Add your first code' })).toBeVisible();
  await picture(page, 'empty');

  await computer.showCodes(otpauth('Example Bank', 'ada@example.org'));
  // The application takes the picture; the browser's picker is not asked.
  await page.evaluate(() => {
    navigator.mediaDevices.getDisplayMedia = () => Promise.reject(new Error('the picker was asked'));
  });
  await scanScreen(page);
  await expect(page.getByRole('heading', { name: 'Keep this one?' })).toBeVisible();
  await expect(page.getByLabel('Site or service')).toHaveValue('Example Bank');
  await expect(page.getByRole('textbox', { name: 'Account' })).toHaveValue('ada@example.org');
  await picture(page, 'preview');
  await acceptPreview(page);
  await picture(page, 'added');
  await page.getByRole('button', { name: 'Done' }).click();
  await expectCodeOfNow(() => shownCode(page, 'Example Bank'));
  await picture(page, 'codes');

  await computer.quitLatchkey();
  page = await computer.openLatchkey();
  await expectCodeOfNow(() => shownCode(page, 'Example Bank'));
  await computer.quitLatchkey();

  const recorded = await computer.recorded();
  expect(recorded.some(({ name }) => name.endsWith('vault.latchkey'))).toBe(true);
  expect(recorded.filter(({ name }) => name.startsWith('frame')).length).toBeGreaterThan(10);
  for (const { name, bytes } of recorded) {
    for (const spelling of spellings(canary)) {
      expect(bytes.includes(spelling), `the secret stands in ${name}`).toBe(false);
    }
  }
});

test('without a desktop that the application reaches, the window shares the screen and copies', async ({
  computer,
}) => {
  const page = await computer.openLatchkey({ env: { DISPLAY: '' } });
  await makeVault(page);
  await computer.showCodes(otpauth('Example Bank', 'ada@example.org'));
  await scanScreen(page);
  await expect(page.getByRole('heading', { name: 'Keep this one?' })).toBeVisible();
  await acceptPreview(page);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('This window clears copied codes.')).toBeVisible();
  await page.getByRole('row', { name: /Example Bank/u }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  await expectCodeOfNow(async () => page.evaluate(() => navigator.clipboard.readText()));
});
