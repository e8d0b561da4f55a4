import type { FoundCode, Picture, PictureErrorCode, ReadEvent } from '../../core/qr/read.ts';

/** What the decoder asks of its worker: one reading at a time, or to stop the one that runs. */
export type ToWorker = { type: 'read'; id: number; picture: Picture } | { type: 'abort'; id: number };

/** What the worker answers. Each reading ends with exactly one `done` or `failed`. */
export type FromWorker =
  | { type: 'event'; id: number; event: ReadEvent }
  | { type: 'done'; id: number; codes: FoundCode[] }
  | { type: 'failed'; id: number; code: PictureErrorCode | 'CRASHED'; message: string };
