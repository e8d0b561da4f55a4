import type { TransferResult, Transfers } from '../../src/app/ports.ts';
import { readTransfer, writeTransfer } from '../../src/core/transfer/formats.ts';
import { TransferError } from '../../src/core/transfer/transfer-error.ts';

/** Reads and writes files at once, without a thread, for tests in which the thread is not the point. */
export const directTransfers: Transfers = {
  async read(bytes, passphrase, signal) {
    if (signal?.aborted === true) return { outcome: 'stopped' };
    return coded(() => readTransfer(bytes.slice(), passphrase));
  },
  write: (format, entries, passphrase) => coded(() => writeTransfer(format, entries, passphrase)),
};

async function coded<T>(work: () => Promise<T>): Promise<TransferResult<T>> {
  try {
    return { outcome: 'done', value: await work() };
  } catch (error) {
    if (error instanceof TransferError) return { outcome: 'refused', code: error.code };
    throw error;
  }
}
