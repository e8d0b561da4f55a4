/**
 * A flood of sign-ins in a thread of its own, so that whoever measures meanwhile is not the one who makes it. Says
 * `ready`, floods from then until it is told to stop, and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Connection, createLoadDevice } from '../../account/support/load.ts';
import { prepareSignIn, signIn } from '../../account/support/sign-in-load.ts';

/** More at once than there are cores to look at passwords. */
const width = 24;

const { port, first, last } = z.object({ port: z.int(), first: z.int(), last: z.int() }).parse(workerData);
const device = await createLoadDevice();
const connections = Array.from({ length: width }, () => new Connection(port));
const prepared = Array.from({ length: last - first }, (_, index) => prepareSignIn(device, first + index));
let stopped = false;
parentPort?.once('message', () => (stopped = true));
parentPort?.postMessage('ready');
await Promise.all(
  connections.map(async (connection) => {
    while (!stopped) {
      const next = prepared.pop();
      if (!next) throw new Error('the flood ran dry before it was told to stop');
      await signIn(connection, next);
    }
  }),
);
for (const connection of connections) connection.close();
