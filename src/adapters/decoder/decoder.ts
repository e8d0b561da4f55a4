import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../../core/message-of.ts';
import { checkPicture, PictureError } from '../../core/qr/picture.ts';
import type { FoundCode, Passes, Picture, ReadEvent } from '../../core/qr/read.ts';
import type { FromWorker, ToWorker } from './messages.ts';

export interface DecoderOptions {
  /** The worker's entry: `decode-worker.ts` from source, another built file in a bundle. */
  workerUrl: URL;
  /** Path of `zxing_reader.wasm` on disk. */
  wasmPath: string;
  /** How many pictures are read at once. Default: one on each core, up to four. */
  atOnce?: number;
}

export interface Decoder {
  /**
   * Reads a picture's QR codes off the calling thread; readings begin in call order. The picture's buffer moves to a
   * worker and is empty afterwards. An aborted reading ends at once, in the middle of a pass too, with what it has
   * found so far.
   * @throws PictureError at once for impossible sizes; DecoderError CRASHED if the worker died (the next
   * reading gets a fresh one) and CLOSED after `close()`.
   */
  read(picture: Picture, signal?: AbortSignal, passes?: Passes): AsyncGenerator<ReadEvent, FoundCode[]>;
  /** Terminates the workers; unfinished readings end with DecoderError CLOSED. */
  close(): Promise<void>;
}

/** Why a reading gave no result: the worker died, or the decoder was closed. */
export class DecoderError extends Error {
  override readonly name = 'DecoderError';
  readonly code: 'CRASHED' | 'CLOSED';

  constructor(code: 'CRASHED' | 'CLOSED', message: string) {
    super(message);
    this.code = code;
  }
}

type Answer = FromWorker | { type: 'broken'; error: Error };

/** A decoder with a worker thread for each picture that is being read. One waits for the next picture afterwards. */
export function createDecoder(options: DecoderOptions): Decoder {
  const workers = new Map<Worker, (answer: Answer) => void>();
  const queue: (() => void)[] = [];
  let free = options.atOnce ?? Math.min(4, availableParallelism());
  let spare: Worker | null = null;
  let closed = false;

  function freshWorker(): Worker {
    const worker = new Worker(options.workerUrl, { workerData: { wasmPath: options.wasmPath } });
    const lost = (reason: string): void => {
      const tell = workers.get(worker);
      workers.delete(worker);
      if (spare === worker) spare = null;
      const error = new DecoderError('CRASHED', `the decoder's worker ended: ${reason}`);
      tell?.({ type: 'broken', error });
    };
    worker.on('message', (message: FromWorker) => workers.get(worker)?.(message));
    worker.on('error', (error) => lost(messageOf(error)));
    worker.on('exit', (code) => lost(`exit code ${code}`));
    return worker;
  }

  /** Lends a worker to one reading, which hears its answers. */
  function lend(tell: (answer: Answer) => void): Worker {
    const worker = spare ?? freshWorker();
    spare = null;
    workers.set(worker, tell);
    // An idle worker does not keep the process alive; a reading one does.
    worker.ref();
    return worker;
  }

  /** Takes a worker back. One that still reads is ended with its reading; of the others one is kept. */
  function takeBack(worker: Worker, isIdle: boolean): void {
    const isAlive = workers.delete(worker);
    if (isAlive && isIdle && spare === null && !closed) {
      spare = worker;
      worker.unref();
    } else {
      void worker.terminate();
    }
  }

  async function* read(
    picture: Picture,
    signal?: AbortSignal,
    passes: Passes = 'all',
  ): AsyncGenerator<ReadEvent, FoundCode[]> {
    checkPicture(picture);
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      if (closed) throw new DecoderError('CLOSED', 'the decoder is closed');
      if (signal?.aborted === true) return [];
      return yield* run(picture, passes, signal);
    } finally {
      const next = queue.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }

  async function* run(
    picture: Picture,
    passes: Passes,
    signal?: AbortSignal,
  ): AsyncGenerator<ReadEvent, FoundCode[]> {
    const inbox: Answer[] = [];
    const found: FoundCode[] = [];
    let wake = Promise.withResolvers<void>();
    let isIdle = false;
    const deliver = (answer: Answer): void => {
      inbox.push(answer);
      wake.resolve();
    };
    const worker = lend(deliver);
    const stop = (): void => {
      takeBack(worker, false);
      deliver({ type: 'done', codes: found });
    };
    try {
      const owned = ownedBuffer(picture);
      const request: ToWorker = { picture: owned.picture, passes };
      worker.postMessage(request, [owned.buffer]);
      signal?.addEventListener('abort', stop, { once: true });
      for (;;) {
        for (const answer of inbox.splice(0)) {
          switch (answer.type) {
            case 'done':
              isIdle = true;
              return answer.codes;
            case 'failed':
              isIdle = true;
              throw failure(answer);
            case 'broken':
              throw answer.error;
            case 'event':
              if (answer.event.type === 'found') found.push(...answer.event.codes);
              yield answer.event;
          }
        }
        await wake.promise;
        wake = Promise.withResolvers<void>();
      }
    } finally {
      signal?.removeEventListener('abort', stop);
      // Without an answer to the end, the caller left the loop early, and nobody waits for this reading any more.
      takeBack(worker, isIdle);
    }
  }

  async function close(): Promise<void> {
    closed = true;
    const ending = [...workers.keys(), ...(spare === null ? [] : [spare])];
    spare = null;
    const error = new DecoderError('CLOSED', 'the decoder is closed');
    for (const tell of workers.values()) tell({ type: 'broken', error });
    workers.clear();
    await Promise.all(ending.map((worker) => worker.terminate()));
  }

  return { read, close };
}

function failure({ code, message }: Extract<FromWorker, { type: 'failed' }>): Error {
  return code === 'CRASHED' ? new DecoderError(code, message) : new PictureError(code, message);
}

/** The picture on a transferable buffer: its own if it fills one, else a copy (of a pooled Buffer, say). */
function ownedBuffer(picture: Picture): { picture: Picture; buffer: ArrayBuffer } {
  const { data } = picture;
  if (
    data.buffer instanceof ArrayBuffer &&
    data.byteOffset === 0 &&
    data.byteLength === data.buffer.byteLength
  ) {
    return { picture, buffer: data.buffer };
  }
  const copy = new Uint8Array(data);
  return { picture: { ...picture, data: copy }, buffer: copy.buffer };
}
