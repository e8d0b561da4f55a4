import { violationsInBoth } from './axe.ts';
import { openState } from './fake-application.ts';
import { backupOf, backupsOff, backupsOn, kitCode, sampleOlderStates } from './made-up-safekeeping.ts';
import { expect, test } from './open.ts';
import { sampleEntries } from './sample.ts';
import { openSection } from './settings.ts';
import type { RestorePreview } from '../../src/contract/restore.ts';

const entries = sampleEntries();
const anyBackup = { name: /^\d+ \w+ 2026/ };
const day = 86_400_000;
const restore: Omit<RestorePreview, 'restoreId'> = {
  writtenAt: Date.UTC(2026, 10, 20, 12),
  entries: [
    { issuer: 'Old Bank', account: 'ada', kind: 'totp', change: 'new' },
    { issuer: 'Work VPN', account: 'a.lovelace', kind: 'hotp', change: 'trashed' },
    { issuer: 'GitHub', account: 'ada-l', kind: 'totp', change: 'differs' },
    { issuer: 'Proton', account: 'ada@proton.me', kind: 'totp', change: 'same' },
  ],
  onlyHere: [{ issuer: 'Cloudflare', account: 'ops' }],
  quarantined: 1,
};

test('a folder is checked at once, and what is wrong with it stands beside it', async ({ open }) => {
  const { page, application } = await open({
    entries,
    vault: { ...openState, kit: null },
    failures: new Map([
      ['backup.setUp', { code: 'BACKUP_FAILED', data: { trouble: 'readOnly', detail: null } }],
    ]),
  });
  await openSection(page, 'backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  const folder = page.getByLabel('Folder');
  await expect(folder).toBeFocused();
  await page.keyboard.type('drive/backups');
  await page.keyboard.press('Tab');
  await expect(page.getByText('This is not a full path.')).toBeVisible();
  await folder.fill('/media/ada/drive');
  await expect(page.getByText('This is not a full path.')).toBeHidden();
  await page.getByLabel('Passphrase of the backups').fill('paper boat on a lake');
  await page.getByLabel('The same again').fill('paper boat on a lake');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The drive can only be read.')).toBeVisible();
  await expect(folder).toHaveAttribute('aria-invalid', 'true');

  await folder.fill('/media/ada/other');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  expect(application.script.calls.findLast(({ path }) => path === 'backup.setUp')?.input).toEqual({
    folder: '/media/ada/other',
    keep: 14,
    protection: { by: 'passphrase', passphrase: 'paper boat on a lake' },
  });
});

test('where there is a recovery kit, it protects backups with nothing more to remember', async ({ open }) => {
  const { page, application } = await open({ entries });
  await openSection(page, 'backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  await expect(page.getByRole('radio', { name: /^The recovery kit/ })).toBeChecked();
  await page.getByLabel('Folder').fill('/media/ada/drive');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  expect(application.script.calls.findLast(({ path }) => path === 'backup.setUp')?.input).toMatchObject({
    protection: { by: 'recovery' },
  });
});

test('how backups are made can be changed with their protection as it is, and turned off', async ({
  open,
}) => {
  const { page, application } = await open({ entries, backup: backupsOn() });
  await openSection(page, 'backups');
  await page.getByRole('button', { name: 'Change…' }).click();
  await expect(page.getByLabel('Folder')).toHaveValue('/media/ada/drive/backups');
  await page.getByRole('button', { name: /Kept/ }).click();
  await page.getByRole('option', { name: 'the last 30' }).click();
  await page.getByRole('button', { name: 'Save and back up now' }).click();
  // The form has this text twice, for as long as it is still there.
  await expect(page.getByRole('heading', { name: 'Backups', exact: true })).toBeVisible();
  await expect(page.getByText('the last 30')).toBeVisible();
  expect(application.script.calls.findLast(({ path }) => path === 'backup.setUp')?.input).toMatchObject({
    keep: 30,
    protection: { by: 'present' },
  });
  await page.getByRole('button', { name: 'Turn off…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('No backups yet')).toBeVisible();
  expect(application.script.backup).toEqual(backupsOff);
});

test('one is made on request; the list says age, size and what opens each', async ({ open }) => {
  const { page, application } = await open({
    entries,
    backup: backupsOn({ behind: true, lastGoodAt: Date.now() - 3 * day }),
    backups: [
      backupOf({ madeAt: Date.now() - 3 * day }),
      backupOf({ madeAt: Date.now() - 9 * day, opensHere: false, protection: 'recovery', isOwn: false }),
    ],
  });
  await openSection(page, 'backups');
  await expect(page.getByText('Last good backup: 3 days ago')).toBeVisible();
  await expect(page.getByText('3 days ago · 18.4 kB · opens here')).toBeVisible();
  await expect(
    page.getByText('9 days ago · 18.4 kB · needs its recovery kit · of another vault'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  expect(application.script.calls.filter(({ path }) => path === 'backup.list').length).toBeGreaterThan(1);
});

for (const [trouble, cause, next] of [
  ['folderGone', 'The folder is not there.', 'Plug the drive in'],
  ['notAllowed', 'does not let Latchkey write', 'Give yourself the right'],
  ['readOnly', 'can only be read', 'remove its write protection'],
  ['full', 'The drive is full.', 'Make room there'],
  ['notVerified', 'did not open again', 'Choose a folder on another drive.'],
  ['failed', 'Writing in the folder failed.', 'Try again'],
] as const) {
  test(`the home screen says that backups fail (${trouble}), with the next step`, async ({ open }) => {
    const { page, application } = await open({
      entries,
      backup: backupsOn({
        warning: 'failing',
        last: { outcome: 'failed', at: Date.now(), trouble, detail: 'EIO' },
      }),
    });
    const home = page.getByText(cause);
    await expect(home).toContainText(next);
    await page.getByRole('button', { name: 'See backups' }).click();
    await expect(page.getByText(cause)).toContainText('Your vault and the backups of before are unharmed.');
    application.setBackup({ warning: null, last: null });
    await expect(page.getByText(cause)).toBeHidden();
  });
}

test('the home screen says that the last backup is old, and since when', async ({ open }) => {
  const { page } = await open({
    entries,
    backup: backupsOn({ warning: 'old', behind: true, lastGoodAt: Date.now() - 12 * day }),
  });
  await expect(page.getByText('Your last backup is old')).toBeVisible();
  await expect(page.getByText('Last good one: 12 days ago.')).toBeVisible();
});

test('a restore shows what is new, what differs and what would go; adding can be undone', async ({
  open,
}) => {
  const { page, application } = await open({ entries, backup: backupsOn(), backups: [backupOf()], restore });
  await openSection(page, 'backups');
  await page.getByRole('button', anyBackup).click();
  await expect(page.getByText('1 entry that your vault does not have')).toBeVisible();
  await expect(page.getByText('1 entry that you deleted since')).toBeVisible();
  await expect(page.getByText('1 entry with another secret or other settings')).toBeVisible();
  await expect(page.getByText('1 entry that only your vault has')).toBeVisible();
  await expect(page.getByText('1 entry that could not be understood')).toBeVisible();
  expect(application.script.calls.map(({ path }) => path)).not.toContain('restore.take');

  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByText('3 entries came in; 0 moved to Deleted.').last()).toBeVisible();
  await expect(page.getByRole('row', { name: /^Old Bank/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /^Old Bank/ })).toBeHidden();
  await expect(page.getByText('Taken back. Everything is as it was.').last()).toBeVisible();
});

test('going back entirely says how many move to Deleted', async ({ open }) => {
  const { page, application } = await open({ entries, backup: backupsOn(), backups: [backupOf()], restore });
  await openSection(page, 'backups');
  await page.getByRole('button', anyBackup).click();
  await page.getByText('Go back to it entirely').click();
  await expect(page.getByText('1 entry moves to Deleted and stays there for 30 days.')).toBeVisible();
  await page.getByRole('button', { name: 'Go back to it', exact: true }).click();
  await expect(page.getByText('4 entries came in; 1 moved to Deleted.').last()).toBeVisible();
  expect(application.script.calls.find(({ path }) => path === 'restore.take')?.input).toMatchObject({
    how: 'replace',
  });
});

test('a preview that is left is forgotten, secrets and all; one that brings nothing offers nothing', async ({
  open,
}) => {
  const { page, application } = await open({ entries, backup: backupsOn(), backups: [backupOf()] });
  await openSection(page, 'backups');
  await page.getByRole('button', anyBackup).click();
  await expect(page.getByText('No difference')).toBeVisible();
  await expect(page.getByRole('button', { name: /Add them|Go back to it/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect.poll(() => application.script.calls.map(({ path }) => path)).toContain('restore.discard');
});

test('a file from elsewhere asks for its passphrase, or the code of its recovery kit', async ({ open }) => {
  const { page } = await open({ entries, restore });
  await openSection(page, 'backups');
  await page.getByRole('button', { name: /^A file from elsewhere/ }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (
    await chooser
  ).setFiles({ name: 'old.latchkey-backup', mimeType: '', buffer: Buffer.from('sealed') });
  await expect(page.getByLabel('Passphrase of the backups')).toBeFocused();
  await page.keyboard.type('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  await page.getByText('The recovery kit', { exact: true }).click();
  await page.getByLabel('Recovery code').fill(kitCode);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^The vault of 20 Nov 2026/ })).toBeFocused();
});

test('older states: which opened instead, what was changed in each, times and entry counts, and a look before going back', async ({
  open,
}) => {
  const { page } = await open({
    entries,
    olderStates: sampleOlderStates(),
    since: [{ kind: 'added', count: 1, entries: [{ issuer: 'Bakery', account: '', was: null }] }],
    restore,
    vault: { ...openState, recoveredFrom: { generation: 40, writtenAt: Date.UTC(2026, 9, 3, 12) } },
  });
  await page.getByRole('button', { name: 'See older states' }).click();
  await expect(page.getByText('The one from 3 Oct 2026')).toBeVisible();
  const plainly = (text: string) => text.replaceAll(/[\u2068\u2069]/gu, '');
  expect(plainly(await page.getByText(/^Added/).innerText())).toBe('Added Bakery');
  expect(plainly(await page.getByText(/^Renamed/).innerText())).toBe(
    'Renamed Mail (ada) to Harbour Mail (ada) and Bank (ada) to Bank (ada, private). Deleted Old Forum and 6 more',
  );
  await expect(page.getByText('2 hours ago · 11 entries · 1 deleted')).toBeVisible();
  await expect(page.getByText('yesterday · 9 entries · 2 unreadable')).toBeVisible();
  await expect(page.getByText('Damaged; it does not open.')).toBeVisible();
  await expect(page.getByText('From before the vault got its present key')).toBeVisible();
  await page.getByText('2 hours ago').click();
  await expect(page.getByText('Nothing is changed yet.')).toBeVisible();
});

test('axe finds nothing on: backups, set-up, restore, older states', async ({ open }) => {
  test.slow();
  const { page } = await open({
    entries,
    restore,
    olderStates: sampleOlderStates(),
    backup: backupsOn({
      warning: 'failing',
      last: { outcome: 'failed', at: Date.now(), trouble: 'full', detail: null },
    }),
    backups: [backupOf(), backupOf({ madeAt: Date.now() - day, opensHere: false })],
  });
  await openSection(page, 'backups');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByLabel('Folder').fill('not full');
  await page.getByText('Another passphrase').click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', anyBackup).first().click();
  await page.getByRole('button', { name: '1 entry is the same' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', anyBackup).last().click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.getByRole('navigation').getByRole('button', { name: 'Older states' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
});
