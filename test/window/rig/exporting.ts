import { buffer } from 'node:stream/consumers';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { encodeBase32 } from '../../../src/core/otp/base32.ts';
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

/** What the QR code in a picture of the screen says. */
export async function readQr(place: Locator): Promise<string> {
  const { data, info } = await sharp(await place.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
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
