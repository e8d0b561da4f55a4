import type { Page } from '@playwright/test';
import { directTransfers } from '../rig/direct-transfers.ts';
import { settled, violationsInBoth } from './axe.ts';
import { addressOf, codeOf, entryOf, spoken } from './rig/entries.ts';
import {
  costlyFile,
  dropFile,
  encryptedFile,
  migrationSet,
  plainFile,
  unmarkedFile,
  type ExportFile,
} from './rig/export-files.ts';
import { expect, test } from './latchkey.ts';

const wide = { width: 1_180, height: 820 };

/** Opens the import from the list. */
async function toImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Import from another app' }).click();
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
}

async function choose(page: Page, ...files: ExportFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
}

/** The rows of the dry run, without the head. */
const rowsOf = (page: Page) =>
  page.getByRole('grid', { name: 'What would come in' }).locator('[id^=import-row]');

test('a plain export comes in: what is new, what is here already, and importing it twice brings nothing', async ({
  open,
}) => {
  const [here, mail, shop] = [entryOf(), entryOf({ issuer: 'Mail' }), entryOf({ issuer: 'Shop', digits: 8 })];
  const { page, latchkey } = await open({ entries: [here] });
  const file = plainFile([here, mail, shop]);
  await toImport(page);
  await choose(page, file);
  await expect(page.getByText('export.txt')).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page.getByRole('row', { name: 'GitHub (ada@example.org). Here already' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Shop (ada@example.org). New' })).toContainText('8 digits');
  expect(await latchkey.entries()).toHaveLength(1);

  await page.getByRole('radio', { name: 'Here already 1' }).check({ force: true });
  await expect(rowsOf(page)).toHaveCount(1);
  await page.getByRole('radio', { name: 'All 3' }).check({ force: true });
  await page.getByRole('button', { name: 'Bring in 2' }).click();
  await expect(page.getByText('2 entries added and 1 here already.').first()).toBeVisible();
  expect(await latchkey.entries()).toHaveLength(3);

  await page.getByRole('button', { name: 'Import more' }).click();
  await choose(page, file);
  await expect(page.getByText('Nothing is new')).toBeVisible();
  await expect(page.getByRole('button', { name: /Bring in \d/ })).toBeHidden();
  await page.getByRole('button', { name: 'Go to the list' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
});

test('an encrypted export asks for its passphrase in place; a wrong one is said at the field', async ({
  open,
}) => {
  const entries = [entryOf({ issuer: 'Bank' }), entryOf({ issuer: 'Forge' })];
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await toImport(page);
  await choose(page, await encryptedFile(entries, 'open sesame'), plainFile([entryOf({ issuer: 'Plain' })]));
  const field = page.getByLabel('Passphrase of bitwarden.json');
  await expect(field).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(1);
  await field.fill('wrong');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('That passphrase does not open it.')).toBeVisible();
  await page.getByLabel('Passphrase of bitwarden.json').fill('open sesame');
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page.getByText('Bitwarden', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Bring in 3' }).click();
  await expect(page.getByText('3 entries added.').first()).toBeVisible();
  expect(await latchkey.entries()).toHaveLength(4);
});

test('a file that nothing marks is unknown, until the person says that it has a passphrase', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await toImport(page);
  await choose(page, unmarkedFile('open sesame'));
  await expect(page.getByText('Latchkey does not know this kind of file.', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Passphrase of otp_accounts.bin')).toBeHidden();
  await page.getByRole('button', { name: 'It has a passphrase' }).click();
  await page.getByLabel('Passphrase of otp_accounts.bin').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That passphrase does not open it.')).toBeVisible();
  await page.getByLabel('Passphrase of otp_accounts.bin').fill('open sesame');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: 'Old (ada). New' })).toBeVisible();
  await expect(page.getByText('andOTP', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Bring in 1' }).click();
  await expect.poll(latchkey.entries).toHaveLength(2);
});

test('a file that would take too much to open says so, and gives nothing', async ({ open }) => {
  const { page } = await open({ entries: [entryOf()] });
  await toImport(page);
  await choose(page, await costlyFile(), plainFile([entryOf({ issuer: 'Plain' })]));
  await page.getByLabel('Passphrase of ente.txt').fill('open sesame');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('Opening it takes more memory or time than Latchkey can spare here.'),
  ).toBeVisible();
  await expect(page.getByLabel('Passphrase of ente.txt')).toBeHidden();
  await expect(rowsOf(page)).toHaveCount(1);
});

test('a set of QR codes is read over two screens, which say how many are read', async ({ open }) => {
  const set = migrationSet([entryOf({ issuer: 'First' }), entryOf({ issuer: 'Second' })]);
  const { page, latchkey } = await open({ entries: [entryOf()], sees: [set.slice(0, 1)] });
  await toImport(page);
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByText('1 of 2 QR codes read')).toBeVisible();
  latchkey.decoder.sees = [set.slice(1)];
  await page.getByRole('button', { name: 'Scan the next one' }).click();
  await expect(rowsOf(page)).toHaveCount(2);
  await expect(page.getByText('QR codes read')).toBeHidden();
  await expect(page.getByText('Google Authenticator', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Bring in 2' }).click();
  await expect(page.getByText('2 entries added.').first()).toBeVisible();
  expect(await latchkey.entries()).toHaveLength(3);
});

test('what is being opened goes on while more is scanned and another file is opened', async ({ open }) => {
  const set = migrationSet([entryOf({ issuer: 'First' }), entryOf({ issuer: 'Second' })]);
  const { page, latchkey } = await open({ entries: [entryOf()], sees: [set.slice(0, 1)] });
  const slow = Promise.withResolvers<void>();
  latchkey.transfers.read = async (...job) => {
    if (job[1] === 'slow words') await slow.promise;
    return directTransfers.read(...job);
  };
  await toImport(page);
  const locked = await encryptedFile([entryOf({ issuer: 'Slow' })], 'slow words');
  const other = await encryptedFile([entryOf({ issuer: 'Quick' })], 'quick words');
  await choose(page, locked, { ...other, name: 'other.json' });
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await expect(page.getByText('1 of 2 QR codes read')).toBeVisible();

  await page.getByLabel('Passphrase of bitwarden.json').fill('slow words');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar', { name: 'Opening bitwarden.json' })).toBeVisible();
  latchkey.decoder.sees = [set.slice(1)];
  await page.getByRole('button', { name: 'Scan the next one' }).click();
  await expect(rowsOf(page)).toHaveCount(2);
  await page.getByLabel('Passphrase of other.json').fill('quick words');
  await page.keyboard.press('Enter');
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page.getByRole('progressbar', { name: 'Opening bitwarden.json' })).toBeVisible();
  // What is kept now would not have it.
  await expect(page.getByRole('button', { name: 'Bring in 3' })).toBeDisabled();
  slow.resolve();
  await expect(rowsOf(page)).toHaveCount(4);
  await page.getByRole('button', { name: 'Bring in 4' }).click();
  await expect(page.getByText('4 entries added.').first()).toBeVisible();
});

test('questions are answered for all and for one, a row is left out, and all of it is undone', async ({
  open,
}) => {
  const [corrected, replaced, doubled] = ['Corrected', 'Replaced', 'Doubled'].map((issuer) =>
    entryOf({ issuer }),
  );
  if (!corrected || !replaced || !doubled) throw new Error('there are three');
  const file = plainFile([
    entryOf({ issuer: 'Corrected', digits: 8, secret: corrected.parameters.secret }),
    entryOf({ issuer: 'Replaced' }),
    entryOf({ issuer: 'Doubled' }),
    entryOf({ issuer: 'Unwanted' }),
    entryOf({ issuer: 'Wanted' }),
  ]);
  const { page, latchkey } = await open({ entries: [corrected, replaced, doubled] });
  await toImport(page);
  await choose(page, file);
  const bring = page.getByRole('button', { name: /^Bring in \d/ });
  await expect(page.getByText('3 rows wait for your answer.')).toBeVisible();
  await expect(bring).toBeDisabled();
  await page.getByText('Correct the entries that are here').click();
  await page.getByText('Replace the old ones, which go to Deleted').click();
  await expect(bring).toBeEnabled();
  await expect(
    page.getByRole('row', { name: 'Corrected (ada@example.org). Corrects the entry' }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Details of Doubled (ada@example.org)' }).click();
  await page
    .getByRole('row', { name: /^Doubled/ })
    .getByText('Keep both', { exact: true })
    .click();
  await expect(page.getByRole('row', { name: 'Doubled (ada@example.org). Kept beside' })).toBeVisible();
  await page
    .getByRole('row', { name: /^Unwanted/ })
    .locator('label')
    .click();
  await expect(page.getByRole('row', { name: 'Unwanted (ada@example.org). Left out' })).toBeVisible();
  await page.getByRole('button', { name: 'Bring in 4' }).click();
  await expect(
    page.getByText('2 entries added, 1 corrected, 1 replaced and 1 left out.').first(),
  ).toBeVisible();
  const now = await latchkey.entries();
  expect(now.map(({ issuer }) => issuer).toSorted()).toEqual([
    'Corrected',
    'Doubled',
    'Doubled',
    'Replaced',
    'Wanted',
  ]);
  expect(now.find(({ issuer }) => issuer === 'Corrected')).toMatchObject({ digits: 8 });
  expect(await latchkey.trash()).toMatchObject([{ issuer: 'Replaced' }]);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone. Everything is as it was.').first()).toBeVisible();
  const before = await latchkey.entries();
  expect(before.map(({ issuer }) => issuer).toSorted()).toEqual(['Corrected', 'Doubled', 'Replaced']);
  expect(before.find(({ issuer }) => issuer === 'Corrected')).toMatchObject({ digits: 6 });
});

test('replacing the list says how many entries go to Deleted, and keeps what the import has too', async ({
  open,
}) => {
  const here = entryOf({ issuer: 'Here' });
  const { page, latchkey } = await open({ entries: [here, entryOf({ issuer: 'Going' })] });
  await toImport(page);
  await choose(page, plainFile([here, entryOf({ issuer: 'Coming' })]));
  await page.getByText('Replace your list').click();
  await expect(page.getByText('1 entry goes to Deleted and stays there for 30 days')).toBeVisible();
  await expect(page.getByRole('row', { name: 'Here (ada@example.org). Here already, stays' })).toBeVisible();
  await page.getByRole('button', { name: 'Replace the list' }).click();
  await expect(page.getByText('1 moved to Deleted').first()).toBeVisible();
  const now = await latchkey.entries();
  expect(now.map(({ issuer }) => issuer)).toEqual(['Here', 'Coming']);
});

test('a key and a code of a row are fetched when the person asks, and not before', async ({ open }) => {
  const entry = entryOf({ issuer: 'Shown', secret: Buffer.from('12345678901234567890') });
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await toImport(page);
  await choose(page, plainFile([entry]));
  await page.getByRole('button', { name: /^Details of Shown/ }).click();
  await expect(page.getByRole('button', { name: 'Show the key' })).toBeVisible();
  expect(latchkey.paths().filter((path) => /secret|code$/.test(path))).toEqual([]);
  await page.getByRole('button', { name: 'Show the key' }).click();
  await expect(page.getByText('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')).toBeVisible();
  await page.getByRole('button', { name: 'Show a code' }).click();
  await expect(async () => {
    const { code } = codeOf(entry, latchkey.clock.now());
    await expect(page.getByText(spoken(code))).toBeAttached({ timeout: 1 });
  }).toPass();
  await page.getByRole('button', { name: 'Hide the key' }).click();
  await expect(page.getByText('GEZD GNBV')).toBeHidden();
});

test('a file that is dropped on the list opens the import with it; one of no known kind says so', async ({
  open,
}) => {
  const { page } = await open({ entries: [entryOf()] });
  await expect(page.getByRole('row')).toBeVisible();
  await dropFile(page, plainFile([entryOf({ issuer: 'Dropped' })], 'codes.txt'));
  await expect(page.getByRole('row', { name: /^Dropped/ })).toBeVisible();
  await dropFile(page, { name: 'letter.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
  await expect(page.getByText('Latchkey does not know this kind of file.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Dropped/ })).toBeVisible();
  await page.getByRole('button', { name: 'Authy and Microsoft Authenticator' }).click();
  await expect(page.getByText('These two let nobody export.')).toBeVisible();
});

test('leaving makes the application forget the import, and asks first if something was decided', async ({
  open,
}) => {
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await toImport(page);
  await choose(page, plainFile([entryOf({ issuer: 'One' }), entryOf({ issuer: 'Two' })]));
  await page.getByRole('row', { name: /^One/ }).locator('label').click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(page.getByRole('row', { name: 'One (ada@example.org). Left out' })).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect.poll(latchkey.paths).toContain('imports.discard');
});

test('a reading that takes long can be stopped', async ({ open }) => {
  const { page } = await open({ entries: [entryOf()], sees: ['searching'] });
  await toImport(page);
  await page.getByRole('button', { name: 'Scan the screen' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
});

test('500 rows: only those in sight are drawn, and the keyboard alone goes through them and brings them in', async ({
  open,
}) => {
  const entries = Array.from({ length: 500 }, (_, at) => entryOf({ issuer: `Site ${at}`, account: 'ada' }));
  const { page, latchkey } = await open({ entries: [entryOf()] });
  await expect(page.getByRole('row')).toBeVisible();
  await dropFile(page, plainFile(entries));
  const grid = page.getByRole('grid', { name: 'What would come in' });
  await expect(grid).toHaveAttribute('aria-rowcount', '501');
  expect(await rowsOf(page).count()).toBeLessThan(60);

  const first = page.getByRole('row', { name: 'Site 0 (ada). New' });
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(first).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('Space');
  await expect(page.getByRole('row', { name: 'Site 0 (ada). Left out' })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('row', { name: 'Site 499 (ada). New' })).toBeFocused();
  await expect(page.getByRole('row', { name: 'Site 499 (ada). New' })).toBeInViewport();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('row', { name: 'Site 498 (ada). New' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Show the key' })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByRole('row', { name: 'Site 0 (ada). Left out' })).toBeFocused();
  const bring = page.getByRole('button', { name: 'Bring in 499' });
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(bring).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('Enter');
  await expect(page.getByText('499 entries added and 1 left out.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go to the list' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(latchkey.entries).toHaveLength(500);
});

test('the bar with the buttons ends with the rows, and covers nothing that is said', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 600 });
  await open({ entries: [entryOf()] });
  await toImport(page);
  const locked = await encryptedFile([entryOf({ issuer: 'Bank' })], 'open sesame');
  const plain = plainFile(Array.from({ length: 40 }, (_, at) => entryOf({ issuer: `Site ${at}` })));
  await choose(page, plain, { ...plain, name: 'again.txt' }, { ...plain, name: 'third.txt' }, locked);
  await page.getByLabel('Passphrase of bitwarden.json').fill('wrong');
  await page.keyboard.press('Enter');
  const said = page.getByText('That passphrase does not open it.');
  await expect(said).toBeVisible();
  await expect(page.getByLabel('Passphrase of bitwarden.json')).toBeFocused();
  await settled(page);
  const isCovered = await said.evaluate((text) => {
    const { left, bottom } = text.getBoundingClientRect();
    return !text.contains(document.elementFromPoint(left + 5, bottom - 3));
  });
  expect(isCovered).toBe(false);

  for (const width of [360, 1_000, 1_023, 1_024, 1_280]) {
    await page.setViewportSize({ width, height: 600 });
    const bar = await page
      .getByRole('button', { name: /^Bring in/ })
      .locator('..')
      .boundingBox();
    const grid = await page.getByRole('grid', { name: 'What would come in' }).boundingBox();
    const ends = [bar?.x, (bar?.x ?? 0) + (bar?.width ?? 0)];
    const rows = [grid?.x, (grid?.x ?? 0) + (grid?.width ?? 0)];
    expect(ends, String(width)).toEqual(rows);
  }
});

test('the first run leads to the import, if the person has codes elsewhere', async ({ open }) => {
  const { page } = await open({ hasVault: false });
  await page.getByRole('button', { name: 'Import from another app' }).click();
  await page.getByText('After the start, bring codes from another app').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible();
});

for (const [name, size] of [
  ['narrow', { width: 360, height: 740 }],
  ['wide', wide],
] as const) {
  test(`axe finds nothing, nothing is cut off: every state of the import, ${name}`, async ({
    open,
    page,
  }) => {
    test.slow();
    await page.setViewportSize(size);
    const here = entryOf({ issuer: 'Here' });
    const locked = await encryptedFile([entryOf()], 'open sesame');
    await open({ entries: [here, entryOf({ issuer: 'Doubled' })] });
    await toImport(page);
    const check = async (state: string) => {
      await settled(page);
      expect(await violationsInBoth(page), state).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, state).toBeLessThanOrEqual(0);
    };
    await check('nothing read');
    const text = [
      entryOf({ issuer: 'A site with a very long name that has no end at all', account: 'a'.repeat(70) }),
      entryOf({ issuer: 'Doubled' }),
      entryOf({ issuer: 'Steam', kind: 'steam' }),
      here,
      here,
    ].map(addressOf);
    await choose(
      page,
      { ...locked, name: 'an-export-with-a-very-long-name-that-has-no-end.json' },
      {
        name: 'list.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(`${text.join('\n')}\notpauth://totp/Broken?secret=1`),
      },
      { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
    );
    await expect(rowsOf(page)).toHaveCount(6);
    await page.getByRole('button', { name: /^Details of Doubled/ }).click();
    await page.getByRole('button', { name: 'Show the key' }).click();
    await check('dry run');
    await page.getByText('Replace the old ones, which go to Deleted').click();
    await page.getByRole('button', { name: /^Bring in/ }).click();
    await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
    await check('result');
  });
}
