import type { NamedReading, TransferEntry, Written } from '../../core/transfer/format.ts';
import type { TransferErrorCode } from '../../core/transfer/transfer-error.ts';

/** What a thread is started for. */
export type Job =
  | { type: 'read'; bytes: Uint8Array; passphrase: string | undefined }
  | { type: 'write'; format: string; entries: readonly TransferEntry[]; passphrase: string | undefined };

/** The thread's only answer. */
export type Answer =
  | { type: 'read'; reading: NamedReading }
  | { type: 'written'; written: Written }
  | { type: 'refused'; code: TransferErrorCode }
  | { type: 'failed' };
