import { addressOf, codeOf, entryOf, spoken } from './rig/entries.ts';
import { listen } from './rig/heard.ts';
import { locked, noKit, passphrase } from './rig/worlds.ts';
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

test('what a scan of the screen finds is said once, and the keyboard stays in the dialog', async ({
  open,
  page,
}) => {
  const heard = await listen(page);
  await open({ ...noKit, entries: [entryOf()], sees: [[addressOf(entryOf({ issuer: 'Bank' }))]] });
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Scan the screen' }).press('Enter');
  await expect.poll(() => heard.times('Keep this one?')).toBe(1);
  expect(await page.getByRole('dialog').evaluate((one) => one.contains(document.activeElement))).toBe(true);
});

test('the number of matches is said once, when the person pauses', async ({ open, page }) => {
  const heard = await listen(page);
  await open({ ...noKit, entries: [entryOf(), entryOf({ issuer: 'Bank' })] });
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox').pressSequentially('bank');
  await expect.poll(() => heard.times('1 match')).toBe(1);
});

test('a lock is said once, and so is that the codes are there again', async ({ open, page }) => {
  const heard = await listen(page);
  await open({ ...noKit, entries: [entryOf(), entryOf({ issuer: 'Bank' })] });
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+l');
  await expect.poll(() => heard.times('Locked')).toBe(1);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect.poll(() => heard.times('The vault is open: 2 codes.')).toBe(1);
  // Only then: not whenever the list comes back.
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row')).toHaveCount(2);
  expect(await heard.times('The vault is open')).toBe(1);
});

test('a page that opens with the codes, or locked, says nothing by itself', async ({ open, page }) => {
  const heard = await listen(page);
  await open({ ...noKit, ...locked, entries: [entryOf()] });
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  expect(await heard.times('Locked')).toBe(0);
});

test('the last screen of a first run is said by its heading', async ({ open, page }) => {
  await open({ hasVault: false });
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'What protects your codes' })).toBeFocused();
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Add your first code' })).toBeFocused();
});

test('an entry that covers the list is said by its heading; from its forms the focus goes back to their buttons', async ({
  open,
  page,
}) => {
  await open({ ...noKit, entries: [entryOf()] });
  await page.getByRole('button', { name: 'Details of GitHub' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'GitHub' })).toBeFocused();
  const edit = page.getByRole('button', { name: 'Edit' });
  await edit.press('Enter');
  await page.getByLabel('Site or service').fill('Forge');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Forge' })).toBeVisible();
  await expect(edit).toBeFocused();
  const settings = page.getByRole('button', { name: 'Change settings' });
  await settings.press('Enter');
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(settings).toBeFocused();
});
