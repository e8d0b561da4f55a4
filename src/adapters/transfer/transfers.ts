import { Worker } from 'node:worker_threads';
import type { TransferResult, Transfers } from '../../app/ports.ts';
import type { Answer, Job } from './messages.ts';

interface Stopped {
  type: 'stopped';
}

/**
 * Reads and writes files in threads that live for one job, so that an abort ends whatever runs in it, and its
 * memory goes with it.
 *
 * @param workerUrl the thread's entry: `transfer-worker.ts` from source, another built file in a bundle
 */
export function createTransfers(workerUrl: URL): Transfers {
  function run(job: Job, signal?: AbortSignal): Promise<Answer | Stopped> {
    if (signal?.aborted === true) return Promise.resolve({ type: 'stopped' });
    const { promise, resolve } = Promise.withResolvers<Answer | Stopped>();
    // What a broken thread prints could quote the file.
    const worker = new Worker(workerUrl, { stdout: true, stderr: true });
    const stop = () => resolve({ type: 'stopped' });
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', () => resolve({ type: 'failed' }));
    worker.once('exit', () => resolve({ type: 'failed' }));
    signal?.addEventListener('abort', stop, { once: true });
    worker.postMessage(job);
    return promise.finally(() => {
      signal?.removeEventListener('abort', stop);
      void worker.terminate();
    });
  }

  return {
    async read(bytes, passphrase, signal) {
      const answer = await run({ type: 'read', bytes, passphrase }, signal);
      return answer.type === 'read' ? { outcome: 'done', value: answer.reading } : otherwise(answer);
    },
    async write(format, entries, passphrase, signal) {
      const answer = await run({ type: 'write', format, entries, passphrase }, signal);
      return answer.type === 'written' ? { outcome: 'done', value: answer.written } : otherwise(answer);
    },
  };
}

function otherwise(answer: Answer | Stopped): Exclude<TransferResult<never>, { outcome: 'done' }> {
  switch (answer.type) {
    case 'refused':
      return { outcome: 'refused', code: answer.code };
    case 'failed':
    case 'stopped':
      return { outcome: answer.type };
    case 'read':
    case 'written':
      throw new Error('the thread answered another question');
  }
}
