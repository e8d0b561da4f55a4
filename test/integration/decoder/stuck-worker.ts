/** A worker that says it has begun with its first picture and answers nothing more; one of 13 pixels in width kills it. */
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import type { FromWorker } from '../../../src/adapters/decoder/messages.ts';

const readMessage = z.object({ picture: z.object({ width: z.number() }) });

parentPort?.on('message', (message: unknown) => {
  const { picture } = readMessage.parse(message);
  if (picture.width === 13) throw new Error('killed by its picture');
  const begun: FromWorker = { type: 'event', event: { type: 'progress', done: 0, remainingMs: null } };
  parentPort?.postMessage(begun);
  for (;;);
});
