import type { Reading } from '../../../src/core/transfer/format.ts';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { TransferError, type TransferErrorCode } from '../../../src/core/transfer/transfer-error.ts';
import { flatEntry } from './flat.ts';

/** Each entry in a form to compare; one that makes no codes here is marked. */
export function shown(reading: Reading) {
  return reading.entries.map((entry) => ({
    ...flatEntry(entry),
    ...(entry.isForeign && { isForeign: true }),
  }));
}

/** The problems of the entry at `index`, or of the file with null. */
export function problemsOf(reading: Reading, index: number | null): string[] {
  return reading.problems.filter(({ entry }) => entry === index).map(({ code }) => code);
}

/** The code with which a file is refused, or `read` if it is not. Any other error fails the test. */
export async function outcomeOf(bytes: Uint8Array, passphrase?: string): Promise<TransferErrorCode | 'read'> {
  try {
    await readTransfer(bytes, passphrase);
    return 'read';
  } catch (error) {
    if (error instanceof TransferError) return error.code;
    throw error;
  }
}

/** The usual settings of a code by time. */
export const usual = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 } as const;
