import type { Page } from '@playwright/test';
import { readMigrationPayload } from '../../src/core/transfer/migration-payload.ts';
import { settled, violationsInBoth } from './axe.ts';
import { addressOf, entryOf } from './rig/entries.ts';
import { choose, expectNoKeys, keyOf, prove, readQr, savedFile, toExport } from './rig/exporting.ts';
import { sampleEntries } from './rig/sample.ts';
import { passphrase } from './rig/worlds.ts';
import { expect, test } from './latchkey.ts';
import { everyLanguage, languages, reading } from './settings.ts';

const twelve = Array.from({ length: 12 }, (_, at) => entryOf({ issuer: `Site ${at + 1}` }));
const grouped = (key: string) => key.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** Shows the set of QR codes. */
async function toSet(page: Page): Promise<void> {
  await toExport(page);
  await choose(page, 'QR codes for a phone');
  await prove(page, 'Show the QR codes');
  await expect(page.getByRole('img', { name: /^QR code 1 of/ })).toBeVisible();
}

/** Shows the printable list. */
async function toPaper(page: Page): Promise<void> {
  await toExport(page);
  await choose(page, 'Paper');
  await prove(page, 'Show the page');
}

/** How many sheets of 1,017 pixels the list takes, if no row of it is cut. */
async function sheetsNeeded(page: Page): Promise<number> {
  const tops = await page.getByRole('listitem').evaluateAll((items) => {
    const { top } = document.querySelector('article')?.getBoundingClientRect() ?? { top: 0 };
    const rows = new Map(
      items.map((item) => item.getBoundingClientRect()).map((box) => [box.top, box.bottom]),
    );
    return [...rows].map(([from, to]) => ({ from: from - top, to: to - top }));
  });
  let sheets = 1;
  let start = 0;
  for (const { from, to } of tops) {
    if (to - start <= 1_017) continue;
    sheets += 1;
    start = from;
  }
  return sheets;
}

/** Opens the sheet with an entry's QR code and key, up to the proof. */
async function toKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Details of ${name}` }).click();
  await page.getByRole('button', { name: 'Show QR code and key' }).click();
}

test('a set of QR codes is turned over by keys, is read off the screen, and asks whether it arrived', async ({
  open,
}) => {
  const { page } = await open({ entries: twelve });
  await toExport(page);
  await choose(page, 'QR codes for a phone');
  await expect(page.getByText('All 12 entries are exported. They fit into 2 QR codes.')).toBeVisible();
  await prove(page, 'Show the QR codes');
  await page.emulateMedia({ colorScheme: 'dark' });
  const read = async (name: string) => {
    const place = page.getByRole('img', { name });
    let text = '';
    await expect(async () => {
      text = await readQr(place);
      expect(text).toMatch(/^otpauth-migration:/);
    }).toPass();
    return readMigrationPayload(Buffer.from(new URL(text).searchParams.get('data') ?? '', 'base64'));
  };
  const first = await read('QR code 1 of 2');
  expect(first).toMatchObject({ batchSize: 2, batchIndex: 0 });
  await page.keyboard.press('ArrowRight');
  const second = await read('QR code 2 of 2');
  expect(second).toMatchObject({ batchSize: 2, batchIndex: 1, batchId: first?.batchId });
  const issuers = [...(first?.otps ?? []), ...(second?.otps ?? [])].map(({ issuer }) => issuer);
  expect(issuers).toEqual(twelve.map(({ issuer }) => issuer));

  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('img', { name: 'QR code 1 of 2' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('img', { name: 'QR code 1 of 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Does the phone show 12 new entries?' })).toBeFocused();
  await expectNoKeys(page, twelve);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('img', { name: 'QR code 2 of 2' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'No, show the QR codes again' }).click();
  await expect(page.getByRole('img', { name: 'QR code 1 of 2' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Yes, done' }).click();
  await expect(page.getByRole('row')).toHaveCount(12);
});

test('a QR code is as big as the window allows, and in sight whole, whatever the window’s shape', async ({
  open,
}) => {
  const { page } = await open({ entries: twelve });
  await toSet(page);
  for (const [width, height, least] of [
    [360, 740, 300],
    [420, 700, 360],
    [1_280, 800, 630],
    [1_600, 1_000, 680],
  ] as const) {
    await page.setViewportSize({ width, height });
    const picture = page.getByRole('img', { name: 'QR code 1 of 2' });
    await expect(picture).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Next' })).toBeInViewport({ ratio: 1 });
    const box = await picture.boundingBox();
    expect(box?.width, `${width} × ${height}`).toBeGreaterThanOrEqual(least);
    expect(Math.abs((box?.width ?? 0) - (box?.height ?? 0))).toBeLessThan(1);
    await page.screenshot({ path: `test-results/export-set-${width}.png` });
    expect(await readQr(picture), `${width} × ${height}`).toMatch(/^otpauth-migration:/);
  }
});

test('a picture of a QR code is saved only after the warning', async ({ open }) => {
  const { page } = await open({ entries: twelve });
  await toSet(page);
  const downloads: string[] = [];
  page.on('download', (file) => downloads.push(file.suggestedFilename()));
  await page.getByRole('button', { name: 'Save this QR code as a picture…' }).click();
  await expect(page.getByText('Anybody who gets the picture')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('img', { name: 'QR code 1 of 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Save this QR code as a picture…' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the picture' }).click();
  const { name, bytes } = await savedFile(download);
  expect(name).toBe('google-1-of-2.png');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(downloads).toEqual(['google-1-of-2.png']);
});

test('one entry is shown with its QR code and key; the key is copied; leaving removes both', async ({
  open,
}) => {
  const entry = entryOf({ issuer: 'Bank', digits: 8, algorithm: 'SHA256', period: 60 });
  const { page, latchkey } = await open({ entries: [entry] });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await toKey(page, 'Bank');
  await expectNoKeys(page, [entry]);
  await page.getByLabel('Passphrase of this vault').fill('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  await expectNoKeys(page, [entry]);
  await page.getByLabel('Passphrase of this vault').fill(passphrase);
  await page.keyboard.press('Enter');
  const picture = page.getByRole('img', { name: 'QR code of Bank (ada@example.org)' });
  await expect(picture).toBeVisible();
  await settled(page);
  expect(await readQr(picture)).toBe(addressOf(entry));
  await expect(page.getByText(grouped(keyOf(entry)))).toBeVisible();
  await expect(page.getByRole('dialog').getByText('SHA-256')).toBeVisible();

  await page.getByRole('button', { name: 'Copy the key' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(async () => navigator.clipboard.readText())).toBe(keyOf(entry));
  expect(latchkey.inputsOf('codes.copyKey')).toEqual([{ key: keyOf(entry) }]);
  await page.keyboard.press('Escape');
  await expect(picture).toBeHidden();
  await expectNoKeys(page, [entry]);
  await page.getByRole('button', { name: 'Show QR code and key' }).click();
  await expect(page.getByLabel('Passphrase of this vault')).toHaveValue('');
});

test('a key that nobody closes closes by itself', async ({ open, page }) => {
  await page.clock.install();
  const entry = entryOf({ issuer: 'Bank' });
  await open({ entries: [entry] });
  await toKey(page, 'Bank');
  await prove(page, 'Show');
  await expect(page.getByText('Closes by itself after 5 minutes.')).toBeVisible();
  await page.clock.fastForward(299_000);
  await expect(page.getByText(grouped(keyOf(entry)))).toBeVisible();
  await page.clock.fastForward(2_000);
  await expect(page.getByText(grouped(keyOf(entry)))).toBeHidden();
  await expectNoKeys(page, [entry]);
});

test('the printed list has each entry whole on one page, its key and QR code, and nothing of the window', async ({
  open,
}) => {
  const entries = [...sampleEntries(), entryOf({ issuer: 'Long', secret: Buffer.alloc(64, 7) }), ...twelve];
  const { page } = await open({ entries });
  await toPaper(page);
  await expect(page.getByRole('article').getByRole('listitem')).toHaveCount(entries.length);
  await expect(page.getByRole('button', { name: 'Print…' })).toBeEnabled();
  // Whoever may print gets all of it, at once.
  expect(await page.getByRole('img', { name: /^QR code of/ }).count()).toBe(entries.length);
  const pdf = await page.pdf({ format: 'A4', path: 'test-results/list.pdf' });
  // The width of an A4 sheet without its margins.
  await page.setViewportSize({ width: 688, height: 1_017 });
  await page.emulateMedia({ media: 'print' });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(sheets).toHaveLength(await sheetsNeeded(page));
  await expect(page.getByRole('button', { name: 'Print…' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Print this list' })).toBeHidden();
  for (const line of await page.getByRole('listitem').all())
    await expect(line).toHaveCSS('break-inside', 'avoid');
  const [proton] = entries;
  if (proton === undefined) throw new Error('there are several');
  expect(await readQr(page.getByRole('img', { name: 'QR code of Proton' }))).toBe(addressOf(proton));
  await expect(page.getByText(grouped(keyOf(proton)))).toBeVisible();
  await expect(page.getByText('counter 41')).toBeVisible();

  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 420, height: 700 });
  await page.getByRole('button', { name: 'Go to the list' }).click();
  await expect(page.getByRole('row').first()).toBeVisible();
  await expectNoKeys(page, entries);
});

test('500 entries on paper: the window answers while they are drawn, and all of them are', async ({
  open,
}) => {
  const entries = Array.from({ length: 500 }, (_, at) => entryOf({ issuer: `Site ${at}` }));
  const { page } = await open({ entries });
  const parts = await page.evaluateHandle(() => {
    const seen = new Set<string>();
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('button'))
        if (textContent.endsWith(' of 500 drawn')) seen.add(textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return seen;
  });
  await toPaper(page);
  await expect(page.getByRole('button', { name: 'Print…' })).toBeVisible();
  await expect(page.getByRole('article').getByRole('listitem')).toHaveCount(500);
  // Each part is a step of its own, and whatever the person does comes between two of them.
  expect(await parts.evaluate((seen) => seen.size)).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Export' })).toBeVisible();
  await expectNoKeys(page, entries.slice(0, 3));
});

for (const [what, show] of [
  ['a set of QR codes', toSet],
  ['the printable list', toPaper],
  [
    'a key',
    async (page: Page) => {
      await toKey(page, 'Site 1 (');
      await prove(page, 'Show');
    },
  ],
] as const) {
  test(`a lock takes it off the screen, and an unlock does not bring it back: ${what}`, async ({ open }) => {
    const { page, latchkey } = await open({ entries: twelve });
    await show(page);
    await expect(page.getByRole('img', { name: /^QR code/ }).first()).toBeVisible();
    await latchkey.client.vault.lock();
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expectNoKeys(page, twelve);
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row')).toHaveCount(12);
    await expectNoKeys(page, twelve);
  });
}

for (const language of everyLanguage) {
  for (const [name, size] of [
    ['narrow', { width: 360, height: 740 }],
    ['wide', { width: 1_280, height: 800 }],
  ] as const) {
    test(`axe finds nothing, nothing is cut off: every state of the export, ${language}, ${name}`, async ({
      open,
      page,
    }) => {
      test.slow();
      await page.setViewportSize(size);
      const { exports, recovery, entry: entryWords } = languages[language];
      const entries = [
        ...sampleEntries(),
        entryOf({ issuer: 'A site with a very long name that has no end at all', account: 'a'.repeat(70) }),
      ];
      await open({ entries, ...reading(language) });
      const check = async (state: string) => {
        await settled(page);
        expect(await violationsInBoth(page), state).toEqual([]);
        await page.screenshot({ path: `test-results/export-${language}-${name}-${state}-dark.png` });
        await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
        await settled(page);
        await page.screenshot({ path: `test-results/export-${language}-${name}-${state}.png` });
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, state).toBeLessThanOrEqual(0);
      };
      const to = async (title: string) => page.getByRole('button', { name: title }).click();
      const proven = async (button: string) => {
        await page.getByLabel(exports.proofPassphrase).fill(passphrase);
        await page.getByRole('button', { name: button }).click();
      };
      await toExport(page, language);
      await page.getByText(exports.some).click();
      await page.getByRole('row').first().click();
      await check('start');
      await page.getByText(exports.all_other.replace('{{count, number}}', String(entries.length))).click();

      await to(exports.to_latchkey);
      await page.getByLabel(exports.passphrase).fill('short');
      await check('encrypted');
      await page.getByRole('button', { name: entryWords.cancel }).click();

      await to(exports.to_otpauth);
      await page.getByRole('button', { name: exports.proofKit }).click();
      await check('plain');
      await page.getByRole('button', { name: exports.proofNoKit }).click();
      await proven(exports.do_file);
      await page.getByRole('heading', { name: exports.savedTitle }).waitFor();
      await check('saved');
      await page.getByRole('button', { name: exports.more }).click();

      await to(exports.to_google);
      await check('before-set');
      await proven(exports.do_set);
      await page.getByRole('img').waitFor();
      await check('set');
      const question = page.getByRole('button', { name: exports.arrivedYes });
      while (!(await question.isVisible())) await page.keyboard.press('ArrowRight');
      await check('arrived');
      await page.getByRole('button', { name: exports.arrivedNot }).click();
      await page
        .getByRole('button', { name: languages[language].settings.back, exact: true })
        .first()
        .click();

      await to(exports.to_paper);
      await proven(exports.do_paper);
      await page.getByRole('button', { name: recovery.print }).waitFor();
      await check('paper');
    });
  }
}
