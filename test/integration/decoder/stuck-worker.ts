/** A worker that stops answering with its first picture; one of 13 pixels in width kills it. */
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';

const readMessage = z.object({ type: z.literal('read'), picture: z.object({ width: z.number() }) });

parentPort?.on('message', (message: unknown) => {
  const { picture } = readMessage.parse(message);
  if (picture.width === 13) throw new Error('killed by its picture');
  for (;;);
});
