import { Worker } from 'node:worker_threads';
import { messageOf } from '../../core/message-of.ts';
import { checkPicture, PictureError } from '../../core/qr/picture.ts';
import type { FoundCode, Picture, ReadEvent } from '../../core/qr/read.ts';
import type { FromWorker, ToWorker } from './messages.ts';

export interface DecoderOptions {
  /** The worker's entry: `decode-worker.ts` from source, another built file in a bundle. */
  workerUrl: URL;
  /** Path of `zxing_reader.wasm` on disk. */
  wasmPath: string;
  /** How long an aborted worker may take to stop before it is terminated, in ms. Default 100. */
  abortGraceMs?: number;
}

export interface Decoder {
  /**
   * Reads a picture's QR codes off the calling thread, in call order. The picture's buffer moves to the worker
   * and is empty afterwards. An aborted reading ends with what it has found so far.
   * @throws PictureError at once for impossible sizes; DecoderError CRASHED if the worker died (the next
   * reading gets a fresh one) and CLOSED after `close()`.
   */
  read(picture: Picture, signal?: AbortSignal): AsyncGenerator<ReadEvent, FoundCode[]>;
  /** Terminates the worker; unfinished readings end with DecoderError CLOSED. */
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

type Answer = Exclude<FromWorker, { type: 'failed' }> | { type: 'broken'; error: Error };

/** A decoder with one worker thread, started by the first reading. */
export function createDecoder(options: DecoderOptions): Decoder {
  const readings = new Map<number, (answer: Answer) => void>();
  let worker: Worker | null = null;
  let closed = false;
  let lastId = 0;
  let turn: Promise<void> = Promise.resolve();

  function breakAll(error: Error): void {
    for (const tell of readings.values()) tell({ type: 'broken', error });
  }

  function freshWorker(): Worker {
    const created = new Worker(options.workerUrl, { workerData: { wasmPath: options.wasmPath } });
    const lost = (reason: string): void => {
      if (worker !== created) return;
      worker = null;
      breakAll(new DecoderError('CRASHED', `the decoder's worker ended: ${reason}`));
    };
    created.on('message', (message: FromWorker) => {
      readings.get(message.id)?.(message.type === 'failed' ? failure(message) : message);
    });
    created.on('error', (error) => lost(messageOf(error)));
    created.on('exit', (code) => lost(`exit code ${code}`));
    return created;
  }

  /** Terminates a worker that does not stop by itself; the next reading starts a fresh one. */
  function abandon(): void {
    const stuck = worker;
    worker = null;
    void stuck?.terminate();
  }

  async function* read(picture: Picture, signal?: AbortSignal): AsyncGenerator<ReadEvent, FoundCode[]> {
    checkPicture(picture);
    const before = turn;
    const mine = Promise.withResolvers<void>();
    turn = mine.promise;
    try {
      await before;
      if (closed) throw new DecoderError('CLOSED', 'the decoder is closed');
      if (signal?.aborted === true) return [];
      return yield* run(picture, signal);
    } finally {
      mine.resolve();
    }
  }

  async function* run(picture: Picture, signal?: AbortSignal): AsyncGenerator<ReadEvent, FoundCode[]> {
    const id = (lastId += 1);
    const inbox: Answer[] = [];
    let wake = Promise.withResolvers<void>();
    const deliver = (answer: Answer): void => {
      inbox.push(answer);
      wake.resolve();
    };
    readings.set(id, deliver);
    const found: FoundCode[] = [];
    let grace: NodeJS.Timeout | undefined;
    let ended = false;
    const send = (message: ToWorker, transfer: ArrayBuffer[] = []): void => {
      worker?.postMessage(message, transfer);
    };
    const stop = (): void => {
      send({ type: 'abort', id });
      grace = setTimeout(() => {
        abandon();
        deliver({ type: 'done', id, codes: found });
      }, options.abortGraceMs ?? 100);
    };
    try {
      worker ??= freshWorker();
      // An idle worker does not keep the process alive; a reading one does.
      worker.ref();
      const owned = ownedBuffer(picture);
      send({ type: 'read', id, picture: owned.picture }, [owned.buffer]);
      signal?.addEventListener('abort', stop, { once: true });
      for (;;) {
        for (const answer of inbox.splice(0)) {
          switch (answer.type) {
            case 'done':
              ended = true;
              return answer.codes;
            case 'broken':
              ended = true;
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
      clearTimeout(grace);
      readings.delete(id);
      worker?.unref();
      // The caller left the loop early: nobody is waiting for this reading any more.
      if (!ended) abandon();
    }
  }

  async function close(): Promise<void> {
    closed = true;
    const ending = worker;
    worker = null;
    breakAll(new DecoderError('CLOSED', 'the decoder is closed'));
    await ending?.terminate();
  }

  return { read, close };
}

function failure(message: Extract<FromWorker, { type: 'failed' }>): Answer {
  return {
    type: 'broken',
    error:
      message.code === 'CRASHED'
        ? new DecoderError('CRASHED', message.message)
        : new PictureError(message.code, message.message),
  };
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
