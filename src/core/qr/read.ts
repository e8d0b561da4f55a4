import { createFound } from './found.ts';
import type { Found, FoundCode } from './found.ts';
import { firstLook, furtherPasses, passesLimitMs } from './passes.ts';
import { checkPicture, opaqueLayers, ownLuminance } from './picture.ts';
import { loadZxing } from './zxing.ts';
import type { Picture } from './picture.ts';
import type { Search } from './tile-search.ts';
import type { Zxing } from './zxing.ts';

export { PictureError } from './picture.ts';
export type { FoundCode } from './found.ts';
export type { Picture, PictureErrorCode } from './picture.ts';

/** What a reading reports while it runs: newly found codes, or its progress. */
export type ReadEvent =
  | { type: 'found'; codes: FoundCode[] }
  | { type: 'progress'; done: number /* 0 to 1 */; remainingMs: number | null };

/** `first`: only the quick first pass. */
export type Passes = 'first' | 'all';

export interface ReadOptions {
  /** Stops the reading at its next step; it returns what it has found so far. */
  signal?: AbortSignal;
  /** Default `all`. */
  passes?: Passes;
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
  const news = (): ReadEvent[] => {
    const codes = found.codes.slice(said);
    said = found.codes.length;
    return codes.length === 0 ? [] : [{ type: 'found', codes }];
  };
  const search: Search = { picture, grey: ownLuminance(picture), zxing, found };
  firstLook(search);
  yield* news();
  if (passes === 'first') return;
  const start = host.now?.();
  const limit = passesLimitMs(picture);
  for (const done of furtherPasses(search)) {
    if (isAborted()) return;
    yield* news();
    const elapsed = start === undefined ? null : (host.now?.() ?? 0) - start;
    yield {
      type: 'progress',
      done,
      remainingMs: elapsed === null || done === 0 ? null : (elapsed * (1 - done)) / done,
    };
    if (isAborted()) return;
    if (elapsed !== null && elapsed > limit) break;
  }
  yield* news();
}
