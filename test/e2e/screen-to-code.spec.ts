import { canary, expectCodeOfNow, otpauth, pageWithCodes, spellings } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { acceptPreview, makeVault, scanScreen, shownCode } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

test('a QR code on the screen becomes a code that an independent program agrees with, and stays', async ({
  computer,
}) => {
  let page = await computer.openLatchkey();
  await expect(page.getByRole('heading', { name: 'Your codes, on your own computer' })).toBeVisible();
  await picture(page, 'first-run');
  await makeVault(page);
  await expect(page.getByRole('heading', { name: 'No codes yet' })).toBeVisible();
  await picture(page, 'empty');

  await computer.showBeside(await pageWithCodes(otpauth('Example Bank', 'ada@example.org')));
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
