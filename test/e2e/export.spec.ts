import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from '@playwright/test';
import { openGoogleUri } from '../rig/transfer-files/google.ts';
import { zbarRead } from '../rig/zbar.ts';
import { canary, decodeBase32, otpauth, spellings } from './rig/codes.ts';
import { expect, test, type Computer } from './rig/fixtures.ts';
import { pickKey, pressKey, retype, type } from './rig/keyboard.ts';
import { addByText, makeVaultWithBank } from './rig/person.ts';
import { cleanPicture } from './rig/pictures.ts';

const vaultPassphrase = 'seven quiet otters paint';
const filePassphrase = 'four wörds of old cheese';
const nothingMore = { tags: [], note: '', favorite: false };
/** More than one QR code of a migration set holds. */
const sites = Array.from({ length: 12 }, (_, at) => ({ name: `Site ${at + 1}`, key: anotherKey(at) }));
const all = [{ name: 'Bank', key: canary }, ...sites];

test('two exports with the keyboard alone: an encrypted file, and a set of QR codes off the screen', async ({
  computer,
}) => {
  test.setTimeout(600_000);
  const page = await computer.openLatchkey();
  await makeVaultWithBank(page, vaultPassphrase);
  await addByText(page, sites.map(({ name, key }) => otpauth(name, 'ada@example.org', key)).join('\n'));

  await test.step('an encrypted file of Aegis, which a program of another make opens', async () => {
    await pickKey(page, 'More', 'Export codes');
    await expect(page.getByRole('heading', { name: 'Export', exact: true })).toBeVisible();
    await cleanPicture(page, 'export');
    await pressKey(page, /^Aegis, encrypted/u);
    await expect(page.getByText('All 13 entries are exported.')).toBeVisible();
    await type(page, 'New passphrase for the file', filePassphrase);
    await type(page, 'Repeat it', filePassphrase);
    await type(page, 'Passphrase of this vault', 'the one of something else');
    await page.keyboard.press('Enter');
    await expect(page.getByText('That is not the passphrase.')).toBeVisible();
    await cleanPicture(page, 'export-proof');
    await retype(page, 'Passphrase of this vault', vaultPassphrase);
    const bytes = await downloaded(page, async () => page.keyboard.press('Enter'));
    await expect(page.getByRole('heading', { name: 'Exported' })).toBeVisible();
    await cleanPicture(page, 'exported');
    expect(bytes.includes('Bank')).toBe(false);
    const entries = await runReader('transfer/independent-aegis.mjs', bytes, filePassphrase);
    expect(entries).toEqual(
      all.map(({ name, key }) => ['totp', name, 'ada@example.org', key, 'SHA1', 6, 30, nothingMore]),
    );
  });

  await test.step('a set of QR codes, which zbarimg reads off the window', async () => {
    await pressKey(page, 'Export more');
    await pressKey(page, /^QR codes for a phone/u);
    await expect(page.getByText('Nothing protects this')).toBeVisible();
    await type(page, 'Passphrase of this vault', vaultPassphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('img', { name: 'QR code 1 of 2' })).toBeVisible();
    await cleanPicture(page, 'export-qr');
    const payloads = [await seenBy(page)];
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('img', { name: 'QR code 2 of 2' })).toBeVisible();
    payloads.push(await seenBy(page));
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('heading', { name: 'Does the phone show 13 new entries?' })).toBeVisible();
    await pressKey(page, 'Yes, done');
    expect(payloads).toMatchObject([0, 1].map((batchIndex) => ({ batchSize: 2, batchIndex })));
    const shared = { algorithm: 1, digits: 1, type: 2 };
    expect(payloads.flatMap(({ otp }) => otp)).toMatchObject(
      all.map(({ name, key }) => ({ ...shared, issuer: name, secret: [...decodeBase32(key)] })),
    );
  });
  await expectNothingOnDisk(computer);
});

test('in Dutch, some entries as an encrypted backup and all of them as a list, by a keychain alone', async ({
  computer,
}) => {
  const page = await computer.openLatchkey({ locale: 'nl-NL' });
  const two = [
    { name: 'Bank', key: canary },
    { name: 'Mail', key: anotherKey(0) },
  ];
  await page.getByRole('button', { name: 'Verder', exact: true }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('button', { name: 'Scan het scherm' }).waitFor();
  await page.evaluate(
    (text) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
    },
    two.map(({ name, key }) => otpauth(name, 'ada@example.org', key)).join('\n'),
  );
  await page.getByRole('button', { name: /^Bewaar/u }).click();
  await page.getByRole('button', { name: 'Klaar' }).click();
  await page.getByRole('button', { name: 'Meer', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Codes exporteren' }).click();
  await page.getByText('Een selectie').click();
  await page.getByRole('row', { name: /^Mail/u }).click();
  await cleanPicture(page, 'export-some-nl');
  await page.getByRole('button', { name: /^Versleutelde reservekopie/u }).click();
  await page.getByLabel('Nieuwe wachtzin voor het bestand').fill(filePassphrase);
  await page.getByLabel('Nog een keer').fill(filePassphrase);
  await cleanPicture(page, 'export-backup-nl');
  const backup = await downloaded(page, async () => page.keyboard.press('Enter'));
  await page.getByRole('button', { name: 'Exporteer meer' }).click();
  const records = await runReader('vault/independent-reader.mjs', backup, 'passphrase', filePassphrase);
  const secret = decodeBase32(anotherKey(0)).toString('hex');
  expect(records).toMatchObject([{ kind: 1 }, { kind: 2, issuer: 'Mail', secret }]);

  await page.getByText('Allemaal (2)').click();
  await page.getByRole('button', { name: /^Tekstlijst/u }).click();
  await expect(page.getByText('Dit is niet beschermd')).toBeVisible();
  await cleanPicture(page, 'export-list-nl');
  const list = await downloaded(page, async () =>
    page.getByRole('button', { name: 'Maak het bestand' }).click(),
  );
  await cleanPicture(page, 'exported-nl');
  const addresses = list
    .toString()
    .trim()
    .split('\n')
    .map((line) => new URL(line));
  expect(addresses.map(({ searchParams }) => Object.fromEntries(searchParams))).toMatchObject(
    two.map(({ name, key }) => ({ issuer: name, secret: key })),
  );
  await expectNothingOnDisk(computer);
});

function anotherKey(at: number): string {
  return `${canary.slice(0, -1)}${'ABCDEFGHIJKL'.charAt(at)}`;
}

/** What the browser's download holds. */
async function downloaded(page: Page, act: () => Promise<unknown>): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await act();
  return readFile(await (await download).path());
}

/** The payload of the QR code that the window shows, as a phone would read it off the screen. */
async function seenBy(page: Page): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-screen-'));
  const path = join(folder, 'window.png');
  try {
    let texts: string[] = [];
    await expect(async () => {
      await page.screenshot({ path });
      texts = await zbarRead(path);
      expect(texts).toHaveLength(1);
    }).toPass();
    return openGoogleUri(texts[0] ?? '');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a program of another make (of test/integration) reads in a file: a JSON value a line. */
async function runReader(script: string, bytes: Buffer, ...args: string[]): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-export-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    const reader = join(import.meta.dirname, '../integration', script);
    const printed = execFileSync(process.execPath, [reader, path, ...args], { encoding: 'utf8' });
    return printed
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Latchkey itself leaves nothing legible in its folders. */
async function expectNothingOnDisk(computer: Computer): Promise<void> {
  await computer.quitLatchkey();
  const files = (await computer.recorded()).filter(({ name }) => name.startsWith(computer.dataFolder));
  expect(files.some(({ name }) => name.endsWith('vault.latchkey'))).toBe(true);
  for (const { name, bytes } of files) {
    for (const spelling of spellings(canary)) {
      expect(bytes.includes(spelling), `the key stands in ${name}`).toBe(false);
    }
  }
}
