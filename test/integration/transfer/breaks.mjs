/** A thread that breaks, or ends without an answer. */
import process from 'node:process';
import { parentPort } from 'node:worker_threads';

parentPort?.once('message', ({ bytes }) => {
  if (new TextDecoder().decode(bytes) === 'throw') throw new Error('the file says: secret');
  process.exit(3);
});
