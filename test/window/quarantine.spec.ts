import { text } from 'node:stream/consumers';
import { violationsInBoth } from './axe.ts';
import { trashedOf, unreadableOf } from './rig/entries.ts';
import { expect, test } from './latchkey.ts';
import { sampleEntries } from './rig/sample.ts';

const entries = sampleEntries();
const nameless = unreadableOf({ kind: 'trashed', issuer: null, account: null, parameters: null });
const two = { entries, quarantine: [unreadableOf(), nameless] };

test('unreadable entries are said on the home screen, and seen with what is wrong', async ({ open }) => {
  const { page } = await open(two);
  await expect(page.getByText('2 entries could not be understood. They are kept as they are.')).toBeVisible();
  await page.getByRole('button', { name: 'Take a look' }).click();
  await expect(page.getByText('the number of digits')).toBeVisible();
  await expect(page.getByText('too_big at parameters.digits')).toBeVisible();
  await expect(page.getByText('there, 20 bytes')).toBeVisible();
  await expect(page.getByText('among the deleted entries')).toBeVisible();
  await expect(page.getByText('not there, so no codes can be made of it')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fix No name' })).toHaveCount(0);
});

test('one is fixed by what the person fills in; what is out of range is said beside its field', async ({
  open,
}) => {
  const { page } = await open(two);
  await page.getByRole('button', { name: 'Take a look' }).click();
  await page.getByRole('button', { name: 'Fix Acme Mail (ada@example.org)' }).click();
  await expect(page.getByLabel('Site or service')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter 5 to 10 digits')).toBeVisible();
  await expect(page.getByLabel('Digits')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Digits').fill('6');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Acme Mail is in your list again.').last()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Acme Mail' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Acme Mail' })).toBeVisible();
});

test('one is exported only after it is said that the file holds the key', async ({ open }) => {
  const { page, latchkey } = await open(two);
  await page.getByRole('button', { name: 'Take a look' }).click();
  await page.getByRole('button', { name: 'Export Acme Mail (ada@example.org)' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByText('The file holds the key, not encrypted.')).toBeVisible();
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(latchkey.paths()).not.toContain('quarantine.export');
  const download = page.waitForEvent('download');
  await question.getByRole('button', { name: 'Export' }).click();
  expect((await download).suggestedFilename()).toMatch(/^latchkey-quarantined-[\da-f]{8}\.json$/);
  const secret = Buffer.from(unreadableOf().secrets).toString('base64');
  expect(await text(await (await download).createReadStream())).toContain(secret);
  await expect(page.getByText(secret)).toHaveCount(0);
});

test('one is dropped after a question that names the site, with Undo', async ({ open }) => {
  const { page } = await open(two);
  await page.getByRole('button', { name: 'Take a look' }).click();
  await page.getByRole('button', { name: 'Discard No name' }).click();
  await expect(page.getByText('Two-step verification stays on at the site.')).toBeVisible();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page.getByRole('heading', { name: 'No name', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'No name', exact: true })).toBeVisible();
});

test('what was deleted says that MFA is still on; it is emptied after a question, with Undo', async ({
  open,
}) => {
  const { page, latchkey } = await open({
    entries,
    trash: [trashedOf({ issuer: 'Dropbox', deletedAt: Date.now() })],
  });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted' }).click();
  await expect(page.getByText('Two-step verification is still on at these sites.')).toBeVisible();
  await expect(page.getByText('30 days left')).toBeVisible();
  await page.getByRole('button', { name: 'Empty…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove 1 entry for good?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await question.getByRole('button', { name: 'Remove for good' }).click();
  await expect(page.getByText('1 entry was removed for good.').last()).toBeVisible();
  expect(await latchkey.trash()).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(latchkey.trash).toHaveLength(1);
});

test('axe finds nothing on: unreadable entries, fixing one, dropping one, emptying Deleted', async ({
  open,
}) => {
  test.slow();
  const { page } = await open({
    ...two,
    trash: [trashedOf({ issuer: 'Dropbox', deletedAt: Date.now() })],
  });
  await page.getByRole('button', { name: 'Take a look' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Fix Acme Mail (ada@example.org)' }).click();
  await page.keyboard.press('Enter');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Discard No name' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted' }).click();
  await page.getByRole('button', { name: 'Empty…' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
});
