import { codeOf, entryOf, spoken } from './rig/entries.ts';
import { listen } from './rig/heard.ts';
import { locked, noKit } from './rig/worlds.ts';
import { expect, test } from './latchkey.ts';

test('a copy is said once, by mouse and by keyboard', async ({ open, page }) => {
  const heard = await listen(page);
  await open({ ...noKit, entries: [entryOf(), entryOf({ issuer: 'Bank' })] });
  const said = (name: string) => heard.times(`Code for ${name} (ada@example.org) copied.`);
  await page.getByRole('row', { name: 'GitHub' }).click();
  await expect.poll(() => said('GitHub')).toBe(1);
  await page.getByRole('row', { name: 'Bank' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => said('Bank')).toBe(1);
  // The same once more is another copy.
  await page.keyboard.press('Enter');
  await expect.poll(() => said('Bank')).toBe(2);
  expect(await said('GitHub')).toBe(1);
});

test('a row is described by its code, digit by digit; the next code is not said to who stays there', async ({
  open,
  page,
}) => {
  const entry = entryOf({ period: 3 });
  const heard = await listen(page);
  const { latchkey } = await open({ ...noKit, entries: [entry, entryOf({ issuer: 'Bank' })] });
  const row = page.getByRole('row', { name: 'GitHub' });
  await expect(async () => {
    const { code } = codeOf(entry, latchkey.clock.now());
    await expect(row).toHaveAccessibleDescription(spoken(code), { timeout: 500 });
  }).toPass();
  await row.focus();
  await heard.forget();
  // A screen reader says each change of what describes the element with the focus: there is none to say.
  await expect(row).toHaveAccessibleDescription('');
  const code = row.getByRole('gridcell').nth(1);
  await expect(code).not.toHaveText((await code.textContent()) ?? '');
  expect(await heard.all()).toEqual([]);
  await page.getByRole('row', { name: 'Bank' }).focus();
  await expect(row).toHaveAccessibleDescription(/^\d \d \d, \d \d \d$/u);
});

test('what is wrong with a field is said by the field alone', async ({ open, page }) => {
  const heard = await listen(page);
  await open({ ...noKit, ...locked, entries: [entryOf()] });
  const field = page.getByLabel('Passphrase', { exact: true });
  await field.fill('not this one');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(field).toHaveAccessibleDescription(/That is not the passphrase/u);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toBeFocused();
  expect(await heard.times('That is not the passphrase')).toBe(0);
});

test('what is said while a dialog is open stands outside of what the dialog makes inert', async ({
  open,
  page,
}) => {
  const heard = await listen(page);
  await open({ ...noKit, entries: [entryOf()] });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: /^Type the key in/ }).click();
  await page.getByLabel('Key', { exact: true }).fill('JBSWY3DPEHPK3PXP');
  await page.getByLabel('Site or service').fill('Bank');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Added' })).toBeVisible();
  // The first code, as soon as there is one.
  await expect
    .poll(async () => (await heard.all()).filter((line) => /^Bank: \d \d \d, \d \d \d$/u.test(line)).length)
    .toBe(1);
  const region = page.locator('[aria-live=polite]');
  expect(await region.evaluate((element) => element.closest('[inert], [aria-hidden=true]') === null)).toBe(
    true,
  );
});

test('the number of matches is said once, when the person pauses', async ({ open, page }) => {
  const heard = await listen(page);
  await open({ ...noKit, entries: [entryOf(), entryOf({ issuer: 'Bank' })] });
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox').pressSequentially('bank');
  await expect.poll(() => heard.times('1 match')).toBe(1);
});
