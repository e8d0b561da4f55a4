/** A worker of `scan-score.ts`: draws or loads a picture, has every decoder read it, and says what they read. */
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { loadSource, sourceSchema } from './scan-source.ts';
import { peersOf, readAll, threadTime } from './scan-peers.ts';
import type { Readings } from './scan-score.ts';

const requestSchema = z.object({ source: sourceSchema, peers: z.array(z.string()) });

parentPort?.on('message', (message: unknown) => {
  // The end, by which the peers take away their files.
  if (message === null) parentPort?.close();
  else void answer(requestSchema.parse(message));
});

async function answer({ source, peers }: z.infer<typeof requestSchema>): Promise<void> {
  const { picture, texts } = await loadSource(source);
  const begun = threadTime();
  const ours = await readAll(picture);
  const ms = threadTime() - begun;
  const reads: Record<string, string[]> = { scan: ours.map(({ text }) => text) };
  for (const [name, read] of Object.entries(peersOf(peers))) reads[name] = await read(picture);
  const readings: Readings = { texts, reads, ms };
  parentPort?.postMessage(readings);
}
