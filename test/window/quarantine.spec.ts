import { violationsInBoth } from './axe.ts';
import { openState } from './fake-application.ts';
import { quarantinedOf } from './made-up-safekeeping.ts';
import { entryOf } from './made-up.ts';
import { expect, test } from './open.ts';
import { sampleEntries } from './sample.ts';

const entries = sampleEntries();
const nameless = quarantinedOf({
  id: 'nameless',
  from: 'trashed',
  issuer: null,
  account: null,
  kind: null,
  secretBytes: 0,
  reason: 'invalid_type at parameters.secret',
});
const two = {
  entries,
  quarantined: [quarantinedOf(), nameless],
  vault: { ...openState, quarantined: 2 },
};

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
  await expect(page.getByText('Give 5 to 10 digits')).toBeVisible();
  await expect(page.getByLabel('Digits')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Digits').fill('6');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Acme Mail is in your list again.').last()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Acme Mail' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Acme Mail' })).toBeVisible();
});

test('one is exported only after it is said that the file holds the secret', async ({ open }) => {
  const { page, application } = await open(two);
  await page.getByRole('button', { name: 'Take a look' }).click();
  await page.getByRole('button', { name: 'Export Acme Mail (ada@example.org)' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question.getByText('The file holds the secret, not encrypted.')).toBeVisible();
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(application.script.calls.map(({ path }) => path)).not.toContain('quarantine.export');
  const download = page.waitForEvent('download');
  await question.getByRole('button', { name: 'Export' }).click();
  expect((await download).suggestedFilename()).toBe('latchkey-entry-a1b2c3.json');
  await expect(page.getByText('c2VjcmV0')).toHaveCount(0);
});

test('one is dropped after a question that names the site, with Undo', async ({ open }) => {
  const { page } = await open(two);
  await page.getByRole('button', { name: 'Take a look' }).click();
  await page.getByRole('button', { name: 'Drop No name' }).click();
  await expect(page.getByText('Two-step verification stays on at the site.')).toBeVisible();
  await page.getByRole('button', { name: 'Drop it' }).click();
  await expect(page.getByRole('heading', { name: 'No name', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'No name', exact: true })).toBeVisible();
});

test('what was deleted says that MFA is still on; it is emptied after a question, with Undo', async ({
  open,
}) => {
  const { page, application } = await open({
    entries,
    trash: [{ ...entryOf({ issuer: 'Dropbox' }), deletedAt: Date.now() }],
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
  expect(application.script.trash).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => application.script.trash.length).toBe(1);
});

test('axe finds nothing on: unreadable entries, fixing one, dropping one, emptying Deleted', async ({
  open,
}) => {
  test.slow();
  const { page } = await open({
    ...two,
    trash: [{ ...entryOf({ issuer: 'Dropbox' }), deletedAt: Date.now() }],
  });
  await page.getByRole('button', { name: 'Take a look' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Fix Acme Mail (ada@example.org)' }).click();
  await page.keyboard.press('Enter');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Drop No name' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Back to the codes' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Deleted' }).click();
  await page.getByRole('button', { name: 'Empty…' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
});
