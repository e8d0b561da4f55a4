import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
import { zbarRead } from '../../rig/zbar.ts';
import { languages, type Language } from '../settings.ts';
import { passphrase } from './latchkey.ts';

/** Opens the export from the list. */
export async function toExport(page: Page, language: Language = 'en'): Promise<void> {
  const { codes, exports } = languages[language];
  await page.getByRole('button', { name: codes.menu, exact: true }).click();
  await page.getByRole('menuitem', { name: exports.menu }).click();
  await page.getByRole('heading', { level: 1, name: exports.title }).waitFor();
}

/** Chooses where to take the codes, by the title of the row. */
export async function choose(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Proves with the vault's passphrase, and sends. */
export async function prove(page: Page, button: string): Promise<void> {
  await page.getByLabel('Passphrase of this vault').fill(passphrase);
  await page.getByRole('button', { name: button, exact: true }).click();
}

/** What a download holds, and the name that it is given. */
export async function savedFile(download: Promise<Download>): Promise<{ name: string; bytes: Buffer }> {
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
}

/**
 * What the QR code in a picture of the screen says, as zbarimg reads it. jsQR fails at a third of the widths at which
 * a code of 97 modules can stand in a window.
 */
export async function readQr(place: Locator): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-qr-'));
  const path = join(folder, 'screen.png');
  await place.screenshot({ path });
  const [text = ''] = await zbarRead(path);
  await rm(folder, { recursive: true });
  return text;
}

export function keyOf({ parameters }: Entry): string {
  return encodeBase32(parameters.secret);
}

/** Neither the document nor the storage has a key of these entries or a QR code. */
export async function expectNoKeys(page: Page, entries: readonly Entry[]): Promise<void> {
  const left = await page.evaluate(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    );
    const kept = [localStorage, sessionStorage].flatMap((store) =>
      Object.keys(store).map((name) => store.getItem(name)),
    );
    return {
      text: [document.documentElement.outerHTML, ...typed, ...kept].join('\n').replaceAll(/\s/gu, ''),
      pictures: document.querySelectorAll('canvas, svg[role=img]').length,
    };
  });
  for (const entry of entries) expect(left.text).not.toContain(keyOf(entry));
  expect(left.pictures).toBe(0);
}
