import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { decodePictureFile, isPictureFile } from '../adapters/picture-file/picture-file.ts';
import { PictureError, type Picture } from '../core/qr/picture.ts';
import { createQrReader, type FoundCode, type QrReader } from '../core/qr/read.ts';
import { readPictureCodes } from '../core/transfer/code-texts.ts';
import type { Reading } from '../core/transfer/format.ts';
import { readTransfer } from '../core/transfer/formats.ts';
import { TransferError } from '../core/transfer/transfer-error.ts';

/**
 * Reads an export; or the QR codes of a picture, or of all pictures in a folder.
 * @throws TransferError; an error of the file system
 */
export async function readPath(path: string, passphrase: string | undefined): Promise<Reading> {
  if ((await stat(path)).isDirectory()) {
    const inOrder = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true });
    const names = (await readdir(path)).toSorted(inOrder);
    return readPictures(names.map((name) => join(path, name)));
  }
  const bytes = await readFile(path);
  return isPictureFile(bytes) ? readPictures([path]) : readTransfer(bytes, passphrase);
}

/** Reads one picture after another; what is no picture is passed over. */
async function readPictures(paths: readonly string[]): Promise<Reading> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const reader = await createQrReader(wasm, { now: () => performance.now() });
  const codes: FoundCode[][] = [];
  for (const path of paths) {
    if (!(await stat(path)).isFile()) continue;
    const bytes = await readFile(path);
    if (isPictureFile(bytes)) codes.push(await codesOf(reader, await pictureOf(bytes)));
  }
  return readPictureCodes(codes);
}

async function codesOf(reader: QrReader, picture: Picture): Promise<FoundCode[]> {
  const reading = reader.read(picture);
  for (;;) {
    const step = await reading.next();
    if (step.done === true) return step.value;
  }
}

async function pictureOf(bytes: Uint8Array): Promise<Picture> {
  try {
    return await decodePictureFile(bytes);
  } catch (error) {
    if (!(error instanceof PictureError)) throw error;
    throw new TransferError(error.code === 'TOO_LARGE' ? 'TOO_LARGE' : 'DAMAGED');
  }
}
