/** The thread that does one job of `transfers.ts` and ends: it reads or writes a file of another application. */
import { parentPort } from 'node:worker_threads';
import { readTransfer, writeTransfer } from '../../core/transfer/formats.ts';
import { TransferError } from '../../core/transfer/transfer-error.ts';
import type { Answer, Job } from './messages.ts';

const port = parentPort;
if (port === null) throw new Error('transfer-worker.ts runs as a worker thread only');

port.once('message', (job: Job) => {
  void answer(job).then((done) => port.postMessage(done));
});

async function answer(job: Job): Promise<Answer> {
  try {
    if (job.type === 'write') {
      return { type: 'written', written: await writeTransfer(job.format, job.entries, job.passphrase) };
    }
    return { type: 'read', reading: await readTransfer(job.bytes, job.passphrase) };
  } catch (error) {
    // What any other error says could quote the file.
    return error instanceof TransferError ? { type: 'refused', code: error.code } : { type: 'failed' };
  }
}
