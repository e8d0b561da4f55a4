/**
 * The worker thread that reads QR codes. `decoder.ts` starts it with `workerData: { wasmPath }` and exchanges
 * the messages of `messages.ts`. It reads one picture at a time.
 */
import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { messageOf } from '../../core/message-of.ts';
import { createQrReader, PictureError } from '../../core/qr/read.ts';
import type { Picture, QrReader } from '../../core/qr/read.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const { wasmPath } = z.object({ wasmPath: z.string() }).parse(workerData);
const port = parentPort;
if (port === null) throw new Error('decode-worker.ts runs as a worker thread only');

const reader = createReader();
// A module that fails to load is reported at the first reading, not earlier as an unhandled rejection.
reader.catch(() => undefined);
const running = new Map<number, AbortController>();

port.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'read':
      void answer(message.id, message.picture);
      return;
    case 'abort':
      running.get(message.id)?.abort();
  }
});

async function createReader(): Promise<QrReader> {
  return createQrReader(await readFile(wasmPath), { now: () => performance.now() });
}

async function answer(id: number, picture: Picture): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  try {
    const reading = (await reader).read(picture, { signal: stop.signal });
    for (;;) {
      const step = await reading.next();
      if (step.done === true) {
        say({ type: 'done', id, codes: step.value });
        return;
      }
      say({ type: 'event', id, event: step.value });
      // Gives an abort the chance to arrive.
      await nextTurn();
    }
  } catch (error) {
    const code = error instanceof PictureError ? error.code : 'CRASHED';
    say({ type: 'failed', id, code, message: messageOf(error) });
  } finally {
    running.delete(id);
  }
}

function say(message: FromWorker): void {
  port?.postMessage(message);
}
