import type { FoundCode, Picture, PictureErrorCode, ReadEvent } from '../../core/qr/read.ts';

/** The decoder's requests to its worker: read one picture, or stop the current reading. */
export type ToWorker = { type: 'read'; id: number; picture: Picture } | { type: 'abort'; id: number };

/** The worker's answers. Each reading ends with exactly one `done` or `failed`. */
export type FromWorker =
  | { type: 'event'; id: number; event: ReadEvent }
  | { type: 'done'; id: number; codes: FoundCode[] }
  | { type: 'failed'; id: number; code: PictureErrorCode | 'CRASHED'; message: string };
