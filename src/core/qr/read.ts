import { createFound } from './found.ts';
import type { Found, FoundCode } from './found.ts';
import { furtherPasses, passesLimitMs } from './passes.ts';
import { checkPicture, luminance, opaqueLayers } from './picture.ts';
import { contentOf, loadZxing } from './zxing.ts';
import type { Zxing } from './zxing.ts';
import type { Picture } from './picture.ts';

export { PictureError } from './picture.ts';
export type { FoundCode } from './found.ts';
export type { Picture, PictureErrorCode } from './picture.ts';

/** What a reading reports while it runs: newly found codes, or its progress. */
export type ReadEvent =
  | { type: 'found'; codes: FoundCode[] }
  | { type: 'progress'; done: number /* 0 to 1 */; remainingMs: number | null };

export interface ReadOptions {
  /** Stops the reading at its next step; it returns what it has found so far. */
  signal?: AbortSignal;
  /** `first`: only the quick first pass. Default `all`. */
  passes?: 'first' | 'all';
}

export interface QrReader {
  /**
   * Reads every QR code of a picture: a quick first pass, then further passes for what it missed. The steps
   * between events are short, so the caller can run its event loop at each.
   * @throws PictureError if the picture's sizes are impossible.
   */
  read(picture: Picture, options?: ReadOptions): AsyncGenerator<ReadEvent, FoundCode[]>;
}

/** What the reader may use of its host; without a clock it neither knows its duration nor ends early. */
export interface ReaderHost {
  /** Milliseconds from an arbitrary start. */
  now?: () => number;
}

/** A reader on zxing-wasm, started from the bytes of `zxing_reader.wasm`. */
export async function createQrReader(wasm: Uint8Array, host: ReaderHost = {}): Promise<QrReader> {
  const zxing = await loadZxing(wasm);
  return { read: (picture, options) => read(zxing, host, picture, options) };
}

/** A step that finds nothing still yields an event, which gives the caller a chance to abort. */
async function* read(
  zxing: Zxing,
  host: ReaderHost,
  picture: Picture,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent, FoundCode[]> {
  checkPicture(picture);
  const found = createFound();
  const layers = opaqueLayers(picture);
  for (const [at, layer] of layers.entries()) {
    for await (const event of readLayer(zxing, host, layer, options, found)) {
      if (event.type === 'found') yield event;
      else yield { ...event, done: (at + event.done) / layers.length };
    }
    if (options.signal?.aborted === true) return found.codes;
  }
  yield { type: 'progress', done: 1, remainingMs: 0 };
  return found.codes;
}

async function* readLayer(
  zxing: Zxing,
  host: ReaderHost,
  picture: Picture,
  options: ReadOptions,
  found: Found,
): AsyncGenerator<ReadEvent, void> {
  const { signal, passes = 'all' } = options;
  const isAborted = (): boolean => signal?.aborted === true;
  if (isAborted()) return;
  let said = found.codes.length;
  for (const find of zxing(luminance(picture))) {
    // At the limit of its error correction, a text may be wrong; a later pass may confirm it.
    if (find.unusedCorrection > 0) found.add({ ...contentOf(find), corners: find.corners, pass: 'first' });
  }
  if (found.codes.length > said) yield { type: 'found', codes: found.codes.slice(said) };
  said = found.codes.length;
  const start = host.now?.();
  const limit = passesLimitMs(picture);
  if (passes === 'all') {
    for (const done of furtherPasses({ picture, zxing, found })) {
      if (isAborted()) return;
      if (found.codes.length > said) {
        yield { type: 'found', codes: found.codes.slice(said) };
        said = found.codes.length;
      }
      const elapsed = start === undefined ? null : (host.now?.() ?? 0) - start;
      yield {
        type: 'progress',
        done,
        remainingMs: elapsed === null || done === 0 ? null : (elapsed * (1 - done)) / done,
      };
      if (isAborted()) return;
      if (elapsed !== null && elapsed > limit) break;
    }
    if (found.codes.length > said) yield { type: 'found', codes: found.codes.slice(said) };
  }
}
