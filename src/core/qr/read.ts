import { checkPicture, luminance } from './picture.ts';
import { loadZxing } from './zxing.ts';
import type { Zxing } from './zxing.ts';
import type { Picture, Point } from './picture.ts';

export { PictureError } from './picture.ts';
export type { Picture, PictureErrorCode, Point } from './picture.ts';

/** A code that is in the picture. */
export interface FoundCode {
  text: string;
  /** Top left, top right, bottom right, bottom left of the symbol as printed, in picture pixels. */
  corners: [Point, Point, Point, Point];
  /** Which pass found it. */
  pass: string;
}

/** What a reading says while it runs: codes not said before, or how far it is. */
export type ReadEvent =
  | { type: 'found'; codes: FoundCode[] }
  | { type: 'progress'; done: number /* 0 to 1 */; remainingMs: number | null };

export interface ReadOptions {
  /** Stops the reading at its next step; what was found until then is returned. */
  signal?: AbortSignal;
  /** `first`: only the quick first pass. Default `all`. */
  passes?: 'first' | 'all';
}

export interface QrReader {
  /**
   * Reads every QR code of a picture: the quick first pass, then further passes for what it missed.
   * Every event is a point where the caller may wait for its own event loop: steps between them are short.
   * @throws PictureError where the picture's sizes cannot be true.
   */
  read(picture: Picture, options?: ReadOptions): AsyncGenerator<ReadEvent, FoundCode[]>;
}

/** A reader on zxing-wasm, started from the bytes of `zxing_reader.wasm`. */
export async function createQrReader(wasm: Uint8Array): Promise<QrReader> {
  const zxing = await loadZxing(wasm);
  return { read: (picture, options) => read(zxing, picture, options) };
}

async function* read(
  zxing: Zxing,
  picture: Picture,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent, FoundCode[]> {
  checkPicture(picture);
  if (options.signal?.aborted === true) return [];
  const codes: FoundCode[] = [];
  for (const find of zxing(luminance(picture))) {
    codes.push({ text: find.text, corners: find.corners, pass: 'zxing' });
  }
  if (codes.length > 0) yield { type: 'found', codes };
  yield { type: 'progress', done: 1, remainingMs: 0 };
  return codes;
}
