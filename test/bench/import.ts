// What an import of 10,000 entries costs the application, and what one of 500 and one of 10,000 cost the window: the
// longest frame while the file is read, looked through and kept, in a real browser over a started Latchkey.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../src/bootstrap/app-window.ts';
import { encodeBase32 } from '../../src/core/otp/base32.ts';
import { startLatchkey } from '../e2e/rig/latchkey.ts';
import { startKeyring } from '../integration/keychain/session.ts';
import { startApplication } from '../rig/application.ts';
import { applyImport, readImport, reportOf } from '../rig/importing.ts';
import { beginFrames, endFrames, watchFrames } from './parts/frames.ts';
import { median, report, timed, type Figures } from './parts/harness.ts';

const rounds = 5;
const windowRounds = 3;
const file = { few: listOf(150), some: listOf(500), many: listOf(10_000) };

report('import', { ...(await applicationTimes()), ...(await windowFrames()) });

/** Set-up addresses; the first ones of two lists have the same names and other keys. */
function listOf(count: number): Buffer {
  const lines = Array.from({ length: count }, (_, at) => {
    const secret = encodeBase32(randomBytes(20));
    return `otpauth://totp/Site%20${at}:ada%40example.org?secret=${secret}&issuer=Site%20${at}\n`;
  });
  return Buffer.from(lines.join(''));
}

/** Reading, the dry run and keeping, over the wire that the window uses; the vault's file apart. */
async function applicationTimes(): Promise<Figures> {
  const times: Record<'read' | 'report' | 'keep', number[]> = { read: [], report: [], keep: [] };
  for (let round = 0; round < rounds; round += 1) {
    const application = await startApplication();
    const { client } = application;
    let importId = '';
    times.read.push(
      await timed(async () => {
        const source = {
          from: 'file',
          name: 'list.txt',
          bytes: new Blob([new Uint8Array(file.many)]),
        } as const;
        ({ importId } = await readImport(client, [source]));
      }),
    );
    times.report.push(await timed(() => reportOf(client, importId)));
    times.keep.push(await timed(() => applyImport(client, importId)));
    await application.stop();
  }
  return Object.fromEntries(
    Object.entries(times).map(([step, all]) => [`application_${step}_10k_ms`, median(all)]),
  );
}

async function windowFrames(): Promise<Figures> {
  const runs: Figures[] = [];
  for (let round = 0; round < windowRounds; round += 1) runs.push(await inOneWindow());
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name] ?? Number.NaN))]));
}

/** The longest frame of each step, in milliseconds. Frames over 50 ms are printed with the scripts that took part. */
async function inOneWindow(): Promise<Figures> {
  const keyring = await startKeyring();
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
  const latchkey = await startLatchkey({ ...keyring.env, LATCHKEY_DATA_DIR: folder, XDG_STATE_HOME: folder });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: ['--no-sandbox'],
    ...(executablePath !== null && { executablePath }),
  });
  const page = await browser.newPage({ viewport: { width: 1_180, height: 820 }, locale: 'en-GB' });
  await watchFrames(page);
  await page.goto(latchkey.startUrl);
  await press(page, 'Continue');
  await press(page, 'Start');
  await page.locator('button', { hasText: 'Scan the screen' }).waitFor();
  await press(page, 'Import from another app');
  await read(page, file.few);
  await keep(page);
  await press(page, 'Import more');

  const figures: Figures = {};
  const step = async (name: string, act: () => Promise<unknown>) => {
    await beginFrames(page);
    await act();
    const { longest, long } = await endFrames(page);
    figures[`window_${name}_longest_frame_ms`] = longest;
    for (const { ms, scripts } of long) console.log(`${name}: ${Math.round(ms)} ms ${scripts.join(' | ')}`);
  };
  await step('read_500', async () => read(page, file.some));
  await step('look_500', async () => lookThrough(page));
  await step('keep_500', async () => keep(page));
  await press(page, 'Import more');
  await step('read_10k', async () => read(page, file.many));
  await step('look_10k', async () => lookThrough(page));
  await step('keep_10k', async () => keep(page));
  await step('list_10k', async () => {
    await press(page, 'Go to the list');
    await page.locator('[role=row]').first().waitFor();
  });

  await browser.close();
  await latchkey.stop();
  await keyring.stop();
  await rm(folder, { recursive: true });
  return figures;
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator('button', { hasText: name }).last().click();
}

/** Gives a file by its path, as a person does: handing its bytes to the page would be work of the page's. */
async function read(page: Page, bytes: Buffer): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), 'latchkey-bench-')), 'list.txt');
  await writeFile(path, bytes);
  await page.locator('input[type=file]').setInputFiles(path);
  await page.locator('[id^=import-row]').first().waitFor();
  await rm(join(path, '..'), { recursive: true });
}

/** Answers what is asked, scrolls, filters, leaves all out and takes all in again. */
async function lookThrough(page: Page): Promise<void> {
  await page.locator('label', { hasText: 'Replace the old ones' }).click();
  await page.mouse.move(600, 500);
  for (let turn = 0; turn < 15; turn += 1) await page.mouse.wheel(0, turn % 3 === 2 ? -900 : 2_500);
  await page.locator('[id^=import-row]').nth(3).focus();
  for (const key of ['End', 'Home', 'PageDown', 'Enter', ' ', ' ', 'Enter']) await page.keyboard.press(key);
  await page.locator('label', { hasText: /^New / }).click();
  await page.locator('label', { hasText: /^All / }).click();
  const all = page.locator('[role=columnheader] label');
  await all.click();
  await all.click();
}

async function keep(page: Page): Promise<void> {
  await press(page, 'Bring in');
  await page.locator('button', { hasText: 'Import more' }).waitFor();
}
