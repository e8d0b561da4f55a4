import type { FoundCode, Passes, Picture, PictureErrorCode, ReadEvent } from '../../core/qr/read.ts';

/** The decoder's request to a worker: read this picture. It comes when the worker has answered the one before. */
export interface ToWorker {
  picture: Picture;
  passes: Passes;
}

/** The worker's answers. Each reading ends with exactly one `done` or `failed`. */
export type FromWorker =
  | { type: 'event'; event: ReadEvent }
  | { type: 'done'; codes: FoundCode[] }
  | { type: 'failed'; code: PictureErrorCode | 'CRASHED'; message: string };
