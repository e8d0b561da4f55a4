import { randomBytes } from 'node:crypto';
import { sealVault, unsealVault } from '../../src/core/vault/seal.ts';
import { keyCheck } from '../../src/core/vault/slots.ts';
import { violationsInBoth } from './axe.ts';
import { expect, test } from './latchkey.ts';
import { entryOf, unreadableOf } from './rig/entries.ts';
import { sampleEntries } from './rig/sample.ts';
import {
  backsUp,
  backupElsewhere,
  folder,
  noKit,
  passphrase,
  type Latchkey,
  type World,
} from './rig/worlds.ts';
import { openSection } from './settings.ts';

const entries = sampleEntries();
/** A backup or an older state in a list, by its time. */
const dated = { name: /^\d+ \w+ \d{4}/ };
const hour = 3_600_000;
const day = 24 * hour;

/** The drive has two folders. */
async function plugIn({ backupFolder }: Latchkey): Promise<void> {
  for (const one of ['/media/ada/drive', '/media/ada/other']) backupFolder.contents.set(one, new Map());
}

/** Backups are set up, and the last one was made so long ago. */
function backedUp(ago: number, world: World = {}): World {
  return { entries, since: Date.now() - ago, past: backsUp(), ...world };
}

test('a folder is checked at once, and what is wrong with it stands beside it', async ({ open }) => {
  const { page, latchkey } = await open({
    entries,
    ...noKit,
    found: async (found) => {
      await plugIn(found);
      found.backupFolder.trouble = 'readOnly';
    },
  });
  await openSection(page, 'backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  const field = page.getByLabel('Folder');
  await expect(field).toBeFocused();
  await page.keyboard.type('drive/backups');
  await page.keyboard.press('Tab');
  await expect(page.getByText('This is not a full path.')).toBeVisible();
  await field.fill('~ada/backups');
  await page.keyboard.press('Tab');
  await expect(page.getByText('This is not a full path.')).toBeVisible();
  for (const full of ['~', '~/backups', '"~/backups"', '"/media/ada"', 'file:///media/ada']) {
    await field.fill(full);
    await page.keyboard.press('Tab');
    await expect(page.getByText('This is not a full path.')).toBeHidden();
  }
  await field.fill('/media/ada/drive');
  await expect(page.getByText('This is not a full path.')).toBeHidden();
  await page.getByLabel('Passphrase of the backups').fill('paper boat on a lake');
  await page.getByLabel('Repeat it').fill('paper boat on a lake');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The drive can only be read.')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');

  latchkey.backupFolder.trouble = null;
  await field.fill('/media/ada/other');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  expect(latchkey.inputsOf('backup.setUp').at(-1)).toEqual({
    folder: '/media/ada/other',
    make: false,
    keep: 14,
    protection: { by: 'passphrase', passphrase: 'paper boat on a lake' },
  });
  expect(latchkey.backupFolder.contents.get('/media/ada/other')?.size).toBe(1);
});

test('a folder is chosen with the keyboard alone, through an empty and a closed one', async ({ open }) => {
  const { page, latchkey } = await open({
    entries,
    found: ({ backupFolder }) => {
      for (const name of ['Backups', 'Closed', 'Documents'])
        backupFolder.contents.set(`/home/ada/${name}`, new Map());
      backupFolder.closed.add('/home/ada/Closed');
    },
  });
  await openSection(page, 'backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  const press = (key: string) => page.keyboard.press(key);
  const focused = page.locator(':focus');
  await press('Tab');
  await expect(focused).toHaveText('Browse…');
  await press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Choose a folder' });
  const option = (name: string) => sheet.getByRole('option', { name });
  const button = (name: string) => sheet.getByRole('button', { name });
  await expect(option('Backups')).toBeFocused();

  await test.step('an empty one: on to the buttons by Tab', async () => {
    await press('Enter');
    await expect(sheet.getByText('There are no folders in this one.')).toBeFocused();
    await press('Tab');
    await expect(button('Cancel')).toBeFocused();
    await press('Tab');
    await expect(button('Use this folder')).toBeFocused();
    await press('Shift+Tab');
    await press('Shift+Tab');
    await press('Shift+Tab');
    await expect(button('Up')).toBeFocused();
    await press('Enter');
    await expect(option('Backups')).toBeVisible();
    await expect(button('Up')).toBeFocused();
  });

  await test.step('one that is closed, by typing its name', async () => {
    await press('Tab');
    await press('Tab');
    await expect(option('Backups')).toBeFocused();
    await page.keyboard.type('cl');
    await expect(option('Closed')).toBeFocused();
    await press('Enter');
    await expect(sheet.getByText('does not let Latchkey look into this folder')).toBeFocused();
    await expect(button('Use this folder')).toBeDisabled();
  });

  await test.step('up to the root, where it ends, and home', async () => {
    for (const folder of ['/home/ada', '/home', '/']) {
      await button('Up').focus();
      await press('Enter');
      await expect(sheet.getByText(folder, { exact: true })).toBeVisible();
    }
    await expect(option('home')).toBeFocused();
    await press('Shift+Tab');
    await expect(button('Your own folder')).toBeFocused();
    await press('Enter');
    await expect(option('Documents')).toBeVisible();
  });

  await test.step('left, nothing is chosen; used, it stands in the field', async () => {
    await press('Escape');
    await expect(sheet).toBeHidden();
    await expect(focused).toHaveText('Browse…');
    await expect(page.getByLabel('Folder')).toHaveValue('');
    await press('Enter');
    await expect(option('Backups')).toBeFocused();
    await press('Enter');
    await expect(sheet.getByText('There are no folders in this one.')).toBeFocused();
    await press('Tab');
    await press('Tab');
    await press('Enter');
    await expect(sheet).toBeHidden();
    await expect(page.getByLabel('Folder')).toHaveValue('/home/ada/Backups');
  });
  await page.getByRole('button', { name: 'Save and back up now' }).click();
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  expect(latchkey.backupFolder.contents.get('/home/ada/Backups')?.size).toBe(1);
});

test('a folder with more folders than are shown says so', async ({ open }) => {
  const { page } = await open({
    entries,
    found: ({ backupFolder }) => {
      for (let number = 0; number <= 1_000; number++)
        backupFolder.contents.set(`/home/ada/folder ${number}`, new Map());
    },
  });
  await openSection(page, 'backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  await page.getByRole('button', { name: 'Browse…' }).click();
  await expect(
    page.getByText(/^These are the first .?1,000.?\. To use another one, type its path\.$/u),
  ).toBeVisible();

  // Not all thousand are drawn, and the last one is reached all the same.
  const options = page.getByRole('dialog').getByRole('option');
  await expect(options.first()).toBeFocused();
  expect(await options.count()).toBeLessThan(100);
  await page.keyboard.press('End');
  await expect(options.last()).toBeFocused();
  await expect(options.last()).toHaveAttribute('aria-posinset', '1000');
});

test('a folder that is not there is made on request', async ({ open }) => {
  const { page, latchkey } = await open({ entries });
  await openSection(page, 'backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  await page.getByLabel('Folder').fill('~/Backups');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The folder is not there.')).toBeVisible();
  await page.getByRole('button', { name: 'Make this folder' }).click();
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  expect(latchkey.inputsOf('backup.setUp').at(-1)).toMatchObject({ folder: '~/Backups', make: true });
  expect(latchkey.backupFolder.contents.get('/home/ada/Backups')?.size).toBe(1);
});

test('where there is a recovery kit, it protects backups with nothing more to remember', async ({ open }) => {
  const { page, latchkey } = await open({ entries, found: plugIn });
  await openSection(page, 'backups');
  await page.getByRole('button', { name: 'Set up backups' }).click();
  await expect(page.getByRole('radio', { name: /^The recovery kit/ })).toBeChecked();
  await page.getByLabel('Folder').fill('/media/ada/drive');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  expect(latchkey.inputsOf('backup.setUp')).toMatchObject([{ protection: { by: 'recovery' } }]);
});

test('how backups are made can be changed with their protection as it is, and turned off', async ({
  open,
}) => {
  const { page, latchkey } = await open(backedUp(3 * hour));
  await openSection(page, 'backups');
  await page.getByRole('button', { name: 'Change…' }).click();
  await expect(page.getByLabel('Folder')).toHaveValue(folder);
  await page.getByRole('button', { name: /Kept/ }).click();
  await page.getByRole('option', { name: 'the last 30' }).click();
  await page.getByRole('button', { name: 'Save and back up now' }).click();
  // The form has this text twice, for as long as it is still there.
  await expect(page.getByRole('heading', { name: 'Backups', exact: true })).toBeVisible();
  await expect(page.getByText('the last 30')).toBeVisible();
  expect(latchkey.inputsOf('backup.setUp')).toMatchObject([{ keep: 30, protection: { by: 'present' } }]);
  await page.getByRole('button', { name: 'Turn off…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('No backups yet')).toBeVisible();
  await expect(latchkey.client.backup.run()).rejects.toMatchObject({ code: 'BACKUP_OFF' });
});

test('one is made on request; the list says age, size and what opens each', async ({ open }) => {
  const other = await backupElsewhere('recovery', { since: Date.now() - 9 * day });
  const { page, latchkey } = await open(
    backedUp(3 * day, {
      found: ({ backupFolder, edit }) => {
        backupFolder.contents.get(folder)?.set(other.name, other.bytes);
        edit(() => ({ entries: [...entries, entryOf()] }));
      },
    }),
  );
  await openSection(page, 'backups');
  await expect(page.getByText('Last good backup: 3 days ago')).toBeVisible();
  await expect(page.getByText(/^3 days ago · [\d.]+ kB · opens here$/)).toBeVisible();
  await expect(
    page.getByText(/^9 days ago · [\d.]+ kB · needs its recovery kit · of another vault$/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByText('Last good backup: now')).toBeVisible();
  await expect(page.getByRole('button', dated)).toHaveCount(3);
  expect(latchkey.backupFolder.contents.get(folder)?.size).toBe(3);
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
    const { page, latchkey } = await open(
      backedUp(3 * hour, {
        before: async ({ backupFolder, client }) => {
          backupFolder.trouble = trouble;
          await expect(client.backup.run()).rejects.toMatchObject({ code: 'BACKUP_FAILED' });
        },
      }),
    );
    const home = page.getByText(cause);
    await expect(home).toContainText(next);
    await page.getByRole('button', { name: 'See backups' }).click();
    await expect(page.getByText(cause)).toContainText('Your vault and the earlier backups are unharmed.');
    latchkey.backupFolder.trouble = null;
    await latchkey.client.backup.run();
    await expect(page.getByText(cause)).toBeHidden();
  });
}

test('the home screen says that the last backup is old, and since when', async ({ open }) => {
  const { page } = await open(
    backedUp(12 * day, { found: ({ edit }) => edit(() => ({ entries: [...entries, entryOf()] })) }),
  );
  await expect(page.getByText('Your last backup is old')).toBeVisible();
  await expect(page.getByText('Last good one: 12 days ago.')).toBeVisible();
});

const oldBank = entryOf({ issuer: 'Old Bank', account: 'ada' });
const vpn = entryOf({ issuer: 'Work VPN', account: 'a.lovelace', kind: 'hotp', counter: 4 });
const gitHub = entryOf({ issuer: 'GitHub', account: 'ada-l' });
const proton = entryOf({ issuer: 'Proton', account: 'ada@proton.me' });

/** A backup that differs from the vault in every way there is. */
function differing(): World {
  return backedUp(3 * hour, {
    entries: [oldBank, vpn, gitHub, proton],
    quarantine: [unreadableOf()],
    found: ({ edit }) =>
      edit(() => ({
        entries: [
          entryOf({ id: gitHub.id, issuer: 'GitHub', account: 'ada-l' }),
          proton,
          entryOf({ issuer: 'Cloudflare', account: 'ops' }),
        ],
        trash: [{ ...vpn, deletedAt: Date.now() - hour }],
        quarantine: [],
      })),
  });
}

test('a restore shows what is new, what differs and what would go; adding can be undone', async ({
  open,
}) => {
  const { page, latchkey } = await open(differing());
  await openSection(page, 'backups');
  await page.getByRole('button', dated).click();
  await expect(page.getByText('1 entry that your vault does not have')).toBeVisible();
  await expect(page.getByText('1 entry that you deleted since')).toBeVisible();
  await expect(page.getByText('1 entry with another key or other settings')).toBeVisible();
  await expect(page.getByText('1 entry that only your vault has')).toBeVisible();
  await expect(page.getByText('1 entry that could not be understood')).toBeVisible();
  expect(latchkey.paths()).not.toContain('restore.take');

  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByText('3 entries came in; 0 moved to Deleted.').last()).toBeVisible();
  await expect(page.getByRole('row', { name: /^Old Bank/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /^Old Bank/ })).toBeHidden();
  await expect(page.getByText('Undone. Everything is as it was.').last()).toBeVisible();
});

test('going back entirely says how many move to Deleted, and so many do', async ({ open }) => {
  const { page, latchkey } = await open(differing());
  await openSection(page, 'backups');
  await page.getByRole('button', dated).click();
  await page.getByText('Go back to it entirely').click();
  // The one that only the vault has, and the present one of the two that differ.
  await expect(page.getByText('2 entries move to Deleted and stay there for 30 days.')).toBeVisible();
  await page.getByRole('button', { name: 'Go back to it', exact: true }).click();
  await expect(page.getByText(/entries came in; 2 moved to Deleted\.$/).last()).toBeVisible();
  expect(latchkey.inputsOf('restore.take')).toMatchObject([{ how: 'replace' }]);
  expect((await latchkey.trash()).map(({ issuer }) => issuer)).toEqual(['Cloudflare', 'GitHub']);
});

test('a preview that is left is forgotten, secrets and all; one that brings nothing offers nothing', async ({
  open,
}) => {
  const { page, latchkey } = await open(backedUp(3 * hour));
  await openSection(page, 'backups');
  await page.getByRole('button', dated).click();
  await expect(page.getByText('No difference')).toBeVisible();
  await expect(page.getByRole('button', { name: /Add them|Go back to it/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect.poll(() => latchkey.paths()).toContain('restore.discard');
});

for (const by of ['passphrase', 'recovery'] as const) {
  test(`a file from elsewhere asks for what protects it: ${by}`, async ({ open }) => {
    const since = Date.UTC(2026, 10, 20, 12);
    const { name, bytes, latchkey: other } = await backupElsewhere(by, { since });
    const { page } = await open({ entries });
    await openSection(page, 'backups');
    await page.getByRole('button', { name: /^A file from elsewhere/ }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
    if (by === 'passphrase') {
      await expect(page.getByLabel('Passphrase of the backups')).toBeFocused();
      await page.keyboard.type('not this one');
      await page.keyboard.press('Enter');
      await expect(page.getByText('That is not the passphrase.')).toBeVisible();
      await page.getByLabel('Passphrase of the backups').fill(passphrase);
    } else {
      await page.getByLabel('Kit code').fill(other.kit?.groups.join('-') ?? '');
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^The vault as of 20 Nov 2026/ })).toBeFocused();
  });
}

/** Older states: of another key, spoilt, with much in it, after changes; and the present one is spoilt. */
function withOlderStates(): World {
  const forum = Array.from({ length: 7 }, (_, at) =>
    entryOf({ issuer: at === 0 ? 'Old Forum' : `Forum ${at}`, account: '' }),
  );
  const mail = entryOf({ issuer: 'Mail', account: 'ada' });
  const bank = entryOf({ issuer: 'Bank', account: 'ada' });
  const quarantine = [unreadableOf(), unreadableOf({ issuer: 'Another' })];
  return {
    ...noKit,
    since: Date.now() - 80 * hour,
    entries: [mail, bank],
    async past({ vaultStore, keychain, clock }) {
      const own = Buffer.from([...keychain.items.values()][0] ?? '', 'base64');
      const { header, document } = unsealVault(vaultStore.bytes() ?? new Uint8Array(), own);
      const sealed = (change: Partial<typeof document>, at: number, key: Buffer = own) =>
        sealVault(
          { ...header, writtenAt: at, keyCheck: keyCheck(key, header.vaultId) },
          { ...document, ...change },
          key,
        );
      const write = async (bytes: Uint8Array, at: number) => {
        clock.moveTo(at);
        await vaultStore.update(
          () => ({ bytes, presentIsBroken: false }),
          () => {},
        );
      };
      const now = clock.now() + 80 * hour;
      const [much, changed] = [now - 26 * hour, now - 2 * hour];
      vaultStore.writeElsewhere(sealed({}, clock.now(), randomBytes(32)));
      await write(Buffer.from('spoilt'), now - 50 * hour);
      await write(sealed({ entries: [mail, bank, ...forum], quarantine }, much), much);
      const entries = [
        { ...mail, issuer: 'Harbour Mail' },
        { ...bank, account: 'ada, private' },
      ];
      const trash = forum.map((entry) => ({ ...entry, deletedAt: changed }));
      await write(sealed({ entries, trash, quarantine }, changed), changed);
      await write(Buffer.from('spoilt'), now - 60_000);
    },
  };
}

test('older states: which opened instead, what was changed in each, times and entry counts, and a look before going back', async ({
  open,
}) => {
  const { page } = await open({
    ...withOlderStates(),
    async before({ client }) {
      const { preview } = await client.scan.typed({
        secret: 'JBSWY3DPEHPK3PXP',
        issuer: 'Bakery',
        account: '',
        kind: 'totp',
        algorithm: 'SHA1',
        digits: 6,
        period: 30,
        counter: 0,
      });
      await client.previews.accept({ previewId: preview.previewId, issuer: 'Bakery', account: '' });
    },
  });
  await page.getByRole('button', { name: 'See older states' }).click();
  await expect(page.getByText(/^The one from \d+ \w+ \d{4}/)).toBeVisible();
  const plainly = (text: string) => text.replaceAll(/[\u2068\u2069]/gu, '');
  expect(plainly(await page.getByText(/^Added/).innerText())).toBe('Added Bakery');
  expect(plainly(await page.getByText(/^Deleted/).innerText())).toBe(
    'Deleted Old Forum, Forum 1, Forum 2, Forum 3, Forum 4, and 2 more. Renamed Mail (ada) to Harbour Mail (ada) and Bank (ada) to Bank (ada, private)',
  );
  await expect(page.getByText('2 hours ago · 2 entries · 7 deleted · 2 unreadable')).toBeVisible();
  await expect(page.getByText('yesterday · 9 entries · 2 unreadable')).toBeVisible();
  await expect(page.getByText('Damaged; it does not open.')).toBeVisible();
  await expect(page.getByText('From before the vault got its current key')).toBeVisible();
  await page.getByText('2 hours ago').click();
  await expect(page.getByText('Nothing is changed yet.')).toBeVisible();
});

test('axe finds nothing on: backups, set-up, restore, older states', async ({ open }) => {
  test.slow();
  const other = await backupElsewhere('passphrase', { since: Date.now() - day });
  const { page } = await open({
    ...differing(),
    before: async ({ backupFolder, client }) => {
      backupFolder.contents.get(folder)?.set(other.name, other.bytes);
      backupFolder.trouble = 'full';
      await expect(client.backup.run()).rejects.toMatchObject({ code: 'BACKUP_FAILED' });
      backupFolder.trouble = null;
    },
  });
  await openSection(page, 'backups');
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByLabel('Folder').fill('not full');
  await page.getByText('Another passphrase').click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', dated).first().click();
  await page.getByRole('button', { name: '1 entry is the same' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', dated).last().click();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.getByRole('navigation').getByRole('button', { name: 'Older states' }).click();
  expect(await violationsInBoth(page)).toEqual([]);
});
