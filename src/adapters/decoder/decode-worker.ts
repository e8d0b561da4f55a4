/**
 * A worker thread that reads QR codes. `decoder.ts` starts it with `workerData: { wasmPath }`, exchanges the messages
 * of `messages.ts` with it, and terminates it to stop a reading. It reads one picture at a time.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { messageOf } from '../../core/message-of.ts';
import { createQrReader, PictureError } from '../../core/qr/read.ts';
import type { QrReader } from '../../core/qr/read.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const { wasmPath } = z.object({ wasmPath: z.string() }).parse(workerData);
const port = parentPort;
if (port === null) throw new Error('decode-worker.ts runs as a worker thread only');

const reader = createReader();
// A module that fails to load is reported at the first reading, not earlier as an unhandled rejection.
reader.catch(() => undefined);

port.on('message', (message: ToWorker) => void answer(message));

async function createReader(): Promise<QrReader> {
  return createQrReader(await readFile(wasmPath), { now: () => performance.now() });
}

async function answer({ picture, passes }: ToWorker): Promise<void> {
  try {
    const reading = (await reader).read(picture, { passes });
    for (;;) {
      const step = await reading.next();
      if (step.done === true) {
        say({ type: 'done', codes: step.value });
        return;
      }
      say({ type: 'event', event: step.value });
    }
  } catch (error) {
    const code = error instanceof PictureError ? error.code : 'CRASHED';
    say({ type: 'failed', code, message: messageOf(error) });
  }
}

function say(message: FromWorker): void {
  port?.postMessage(message);
}
