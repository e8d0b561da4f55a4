import { importLimits, textLength, textLimits } from '../../contract/limits.ts';
import type { ImportSource } from '../../contract/imports.ts';
import { captureScreen } from '../add/capture.ts';
import { isWebAddress, readClipboard } from '../add/clipboard.ts';
import { readImage } from '../add/pixels.ts';
import type { Unusable } from '../add/unusable.ts';
import { createStore } from '../connection/store.ts';
import { Problem } from '../words/problem.ts';

/** What a person gives to an import, or why nothing of it can be sent. */
export type Given = { readonly sources: readonly ImportSource[] } | { readonly unusable: Unusable };

/** What was dropped or opened where no import is open, for the one that opens next. */
export const handedOver = createStore<(() => Promise<Given>) | null>(null);

/**
 * Chosen or dropped files. A picture is given as its pixels, for its QR codes; a file that only calls itself one, as
 * it is.
 * @throws Problem IMPORT_FULL, PICTURE_TOO_LARGE
 */
export async function givenFiles(files: readonly File[]): Promise<Given> {
  if (files.length > importLimits.sources) {
    throw new Problem('IMPORT_FULL', { of: 'sources', limit: importLimits.sources });
  }
  const sources: ImportSource[] = [];
  for (const file of files) sources.push(await sourceOf(file));
  return { sources };
}

/** Pasted or dropped content; null if there is nothing in it. Read at once: later it is gone. */
export function givenTransfer(transfer: DataTransfer): (() => Promise<Given>) | null {
  const files = [...transfer.files];
  if (files.length > 0) return async () => givenFiles(files);
  const text = transfer.getData('text/plain').trim();
  return text === '' ? null : async () => givenText(text);
}

/** What is on the clipboard, at the person's request. */
export async function givenClipboard(): Promise<Given> {
  const pasted = await readClipboard();
  if ('image' in pasted) return { sources: [{ from: 'picture', ...(await readImage(pasted.image)) }] };
  return 'text' in pasted ? givenText(pasted.text) : pasted;
}

/**
 * All displays, or what the person shares.
 * @throws Problem SCREEN_UNAVAILABLE
 */
export async function givenScreen(capture: 'application' | 'window'): Promise<Given> {
  if (capture === 'application') return { sources: [{ from: 'screen' }] };
  return { sources: [{ from: 'picture', ...(await captureScreen()) }] };
}

function givenText(text: string): Given {
  if (textLength(text) > textLimits.pasted) return { unusable: 'textTooLong' };
  if (isWebAddress(text)) return { unusable: 'webImage' };
  return { sources: [{ from: 'text', text }] };
}

async function sourceOf(file: File): Promise<ImportSource> {
  if (file.type.startsWith('image/')) {
    try {
      return { from: 'picture', ...(await readImage(file)) };
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'PICTURE_INVALID') throw error;
    }
  }
  return { from: 'file', name: file.name, bytes: file };
}
