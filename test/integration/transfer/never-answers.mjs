/** A thread that is busy for good, as in a key derivation. */
import { parentPort } from 'node:worker_threads';

parentPort?.once('message', () => {
  for (;;);
});
