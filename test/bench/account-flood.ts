/**
 * A flood of sign-ins in a thread of its own, so that whoever measures meanwhile is not the one who makes it. Says
 * `ready`, floods from then until it is told to stop, and ends.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { Connection, createLoadDevice } from '../account/support/load.ts';
import { signInMember } from '../account/support/sign-in-load.ts';

/** More at once than there are cores to look at passwords. */
const width = 24;

const { port, first, last } = z.object({ port: z.int(), first: z.int(), last: z.int() }).parse(workerData);
const device = await createLoadDevice();
const connections = Array.from({ length: width }, () => new Connection(port));
let next = first;
let stopped = false;
parentPort?.once('message', () => (stopped = true));
parentPort?.postMessage('ready');
await Promise.all(
  connections.map(async (connection) => {
    while (!stopped) {
      const member = next;
      next = next + 1 < last ? next + 1 : first;
      await signInMember(connection, device, member);
    }
  }),
);
for (const connection of connections) connection.close();
