import type { Page } from '@playwright/test';
import { readTransfer } from '../../src/core/transfer/formats.ts';
import { en } from '../../src/renderer/words/en/words.ts';
import { nl } from '../../src/renderer/words/nl/words.ts';
import { directTransfers } from '../rig/direct-transfers.ts';
import { entryOf } from './rig/entries.ts';
import { choose, expectNoKeys, keyOf, prove, savedFile, toExport } from './rig/exporting.ts';
import { passphrase } from './rig/worlds.ts';
import { expect, test } from './latchkey.ts';
import { openSection, reading } from './settings.ts';

const fileWords = 'nine green turtles dance';
const [bank, mail, shop, game] = ['Bank', 'Mail', 'Shop', 'Game'].map((issuer) =>
  entryOf({
    issuer,
    ...(issuer === 'Game' && { kind: 'steam' }),
    ...(issuer === 'Shop' && { note: 'a note' }),
  }),
);
if (!bank || !mail || !shop || !game) throw new Error('there are four');
const entries = [bank, mail, shop, game];

const makeFile = (page: Page) => page.getByRole('button', { name: 'Make the file' });

async function typePassphrase(page: Page, words: string, again = words): Promise<void> {
  await page.getByLabel('New passphrase for the file').fill(words);
  await page.getByLabel('Repeat it').fill(again);
}

test('an encrypted backup takes a good passphrase of its own and the one of the vault, and opens again', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries });
  await openSection(page, 'general');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Export To another app' }).click();
  await choose(page, 'Encrypted backup');
  await expect(page.getByText('All 4 entries are exported.')).toBeVisible();
  await expect(page.getByText('Nothing protects this')).toBeHidden();

  await typePassphrase(page, 'password1234');
  await page.getByLabel('Passphrase of this vault').fill(passphrase);
  await makeFile(page).click();
  await expect(page.getByText(/easy to guess|Many people use this one/)).toBeVisible();
  await typePassphrase(page, fileWords, 'another');
  await makeFile(page).click();
  await expect(page.getByText('These two differ.')).toBeVisible();
  // One that the window still judged was sent, and the application refused it.
  const sent = latchkey.inputsOf('exports.make');
  expect(sent).not.toContainEqual(expect.objectContaining({ passphrase: fileWords }));

  await typePassphrase(page, fileWords);
  await page.getByLabel('Passphrase of this vault').fill('not this one');
  await makeFile(page).click();
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  const download = page.waitForEvent('download');
  await prove(page, 'Make the file');
  const { name, bytes } = await savedFile(download);
  expect(name).toMatch(/\.latchkey$/);
  expect(bytes.toString('latin1')).not.toContain('Bank');
  const { entries: read } = await readTransfer(bytes, fileWords);
  expect(read.map(({ issuer }) => issuer)).toEqual(['Bank', 'Mail', 'Shop', 'Game']);

  await expect(page.getByRole('heading', { name: 'Exported' })).toBeVisible();
  await expect(page.getByText('holds 4 entries').first()).toBeVisible();
  await expect(page.getByText('Only its passphrase opens it.')).toBeVisible();
  await expect(page.getByText('Delete it when the move is done')).toBeHidden();
  await expectNoKeys(page, entries);
});

test('a plain file of some entries is named as unprotected; the recovery kit proves who one is', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries });
  await toExport(page);
  await page.getByText('A selection').click();
  await expect(page.getByRole('button', { name: /^Text list/ })).toBeDisabled();
  await page.getByRole('searchbox').fill('ban');
  await page.getByRole('row', { name: /^Bank/ }).click();
  await page.getByRole('searchbox').fill('sho');
  await expect(page.getByRole('row')).toHaveCount(1);
  await page.getByRole('button', { name: 'Choose these too' }).click();
  await expect(page.getByText('2 chosen')).toBeVisible();
  await choose(page, 'Text list');
  await expect(page.getByText('Nothing protects this')).toBeVisible();
  await expect(page.getByText('All 2 entries are exported.')).toBeVisible();
  await expect(page.getByText('Notes stay behind.')).toBeVisible();
  await expect(page.getByText('Shop (ada@example.org)')).toBeVisible();
  await expectNoKeys(page, entries);

  await page.getByRole('button', { name: 'Use the recovery kit instead' }).click();
  const groups = latchkey.kit?.groups ?? [];
  await page.getByLabel('Kit code').fill(groups.with(0, groups[1] ?? '').join('-'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Look at group 1 again')).toBeVisible();
  await page.getByLabel('Kit code').fill(groups.join('-'));
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const { name, bytes } = await savedFile(download);
  expect(name).toBe('otpauth.txt');
  const text = bytes.toString();
  expect(text).toContain(keyOf(bank));
  expect(text).toContain(keyOf(shop));
  expect(text).not.toContain(keyOf(mail));
  await expect(page.getByText('Delete it when the move is done')).toBeVisible();
  await expectNoKeys(page, entries);

  const again = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save again' }).click();
  expect((await savedFile(again)).bytes).toEqual(bytes);
  await page.getByRole('button', { name: 'Export more' }).click();
  await expect(page.getByText('2 chosen')).toBeVisible();
});

for (const [title, expected] of [
  ['Aegis, encrypted', ['Bank', 'Mail', 'Shop', 'Game']],
  ['Aegis, unprotected', ['Bank', 'Mail', 'Shop', 'Game']],
  ['Another password manager', ['Bank', 'Mail', 'Shop']],
] as const) {
  test(`a file for another application says what it leaves out, and holds the rest: ${title}`, async ({
    open,
  }) => {
    const { page } = await open({ entries });
    await toExport(page);
    await choose(page, title);
    const isEncrypted = title.endsWith(', encrypted');
    if (isEncrypted) await typePassphrase(page, fileWords);
    const isWhole = expected.length === entries.length;
    await expect(
      page.getByText(isWhole ? 'All 4 entries are exported.' : '3 of 4 entries are exported.'),
    ).toBeVisible();
    await expect(page.getByText('Game (ada@example.org)')).toBeVisible({ visible: !isWhole });
    const download = page.waitForEvent('download');
    await prove(page, 'Make the file');
    const { bytes } = await savedFile(download);
    const { entries: read } = await readTransfer(bytes, isEncrypted ? fileWords : undefined);
    expect(read.map(({ issuer }) => issuer)).toEqual(expected);
  });
}

test('where only the keychain opens the vault, that is asked, and nothing leaves if it refuses', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries, hasPassphrase: false, hasKit: false });
  await toExport(page);
  await choose(page, 'Text list');
  await expect(page.getByText('Secret Service is asked for the key once more')).toBeVisible();
  await expect(page.getByLabel('Passphrase of this vault')).toBeHidden();
  latchkey.keychain.refusal = { outcome: 'denied' };
  await makeFile(page).click();
  await expect(page.getByText('The keychain could not be used')).toBeVisible();
  await expectNoKeys(page, entries);
  latchkey.keychain.refusal = null;
  const download = page.waitForEvent('download');
  await makeFile(page).click();
  expect((await savedFile(download)).bytes.toString()).toContain(keyOf(bank));
});

test('with nothing to export, nothing is offered; what fits nowhere is said before the proof', async ({
  open,
}) => {
  const { page, latchkey } = await open();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Export codes' })).toBeHidden();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Export To another app' }).click();
  await expect(page.getByText('There is nothing to export yet')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Text list/ })).toBeHidden();

  latchkey.edit(() => ({ entries: [game] }));
  await choose(page, 'Another password manager');
  await expect(page.getByText('None of these entries can be exported this way.')).toBeVisible();
  await expect(makeFile(page)).toBeHidden();
  await expect(page.getByLabel('Passphrase of this vault')).toBeHidden();
});

test('a vault that is open for reading only gives its codes all the same', async ({ open }) => {
  const { page } = await open({
    entries,
    found: ({ vaultStore }) => {
      vaultStore.troubles.write = 'EROFS';
    },
  });
  await toExport(page);
  await choose(page, 'Text list');
  const download = page.waitForEvent('download');
  await prove(page, 'Make the file');
  expect((await savedFile(download)).bytes.toString()).toContain(keyOf(game));
});

test('a lock in the middle leaves nothing of it, and no file comes afterwards', async ({ open }) => {
  const { page, latchkey } = await open({ entries });
  await toExport(page);
  await choose(page, 'Text list');
  let isSaved = false;
  page.on('download', () => {
    isSaved = true;
  });
  latchkey.transfers.write = async (...job) => {
    const written = await directTransfers.write(...job);
    await latchkey.client.vault.lock();
    return written;
  };
  await prove(page, 'Make the file');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expectNoKeys(page, entries);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row')).toHaveCount(4);
  await expect(page.getByRole('heading', { name: 'Text list' })).toBeHidden();
  expect(isSaved).toBe(false);
});

for (const [language, words] of [
  ['en', en],
  ['nl', nl],
] as const) {
  test(`from the list to the file by keyboard alone: ${language}`, async ({ open }) => {
    const { page } = await open({ entries, ...reading(language) });
    const tabTo = async (name: string | RegExp, role: 'button' | 'radio' = 'button') => {
      await expect(async () => {
        await page.keyboard.press('Tab');
        await expect(page.getByRole(role, { name }).first()).toBeFocused({ timeout: 1 });
      }).toPass({ intervals: [0] });
    };
    const { exports, firstRun } = words;
    await expect(page.getByRole('row')).toHaveCount(4);
    await tabTo(words.codes.menu);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: exports.menu })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: exports.title })).toBeFocused();
    await tabTo(exports.all_other.replace('{{count, number}}', '4'), 'radio');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('row')).toHaveCount(4);
    await page.keyboard.press('Tab');
    await page.keyboard.type('mail');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('row', { name: /^Mail/ })).toBeVisible();
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(page.getByRole('row', { name: /^Mail/ })).toBeFocused({ timeout: 1 });
    }).toPass({ intervals: [0] });
    await page.keyboard.press('Space');
    await expect(page.getByRole('row', { name: /^Mail/ })).toHaveAttribute('aria-selected', 'true');
    await tabTo(new RegExp(`^${exports['to_aegis-encrypted']}`));
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(exports.passphrase)).toBeFocused();
    await page.keyboard.type(fileWords);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel(firstRun.repeat)).toBeFocused();
    await page.keyboard.type(fileWords);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel(exports.proofPassphrase)).toBeFocused();
    await page.keyboard.type(passphrase);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const { entries: read } = await readTransfer((await savedFile(download)).bytes, fileWords);
    expect(read.map(({ issuer }) => issuer)).toEqual(['Mail']);
    await expect(page.getByRole('button', { name: words.imports.toList })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row')).toHaveCount(4);
  });
}
