import type { Reading, TransferFormat, WritableFormat } from './format.ts';
import { transferLimits } from './limits.ts';
import { sourceFile } from './source-file.ts';
import { TransferError } from './transfer-error.ts';

/** Every format that is read. The first that recognises a file reads it, so a stricter one stands first. */
export const formats: readonly TransferFormat[] = [];

/** Every format that is written. */
export const writableFormats: readonly WritableFormat[] = [];

/**
 * Reads a file of any known format; its content says which, never its name.
 * @throws TransferError
 */
export async function readTransfer(bytes: Uint8Array, passphrase?: string): Promise<Reading> {
  if (bytes.length > transferLimits.fileBytes) throw new TransferError('TOO_LARGE');
  const file = sourceFile(bytes);
  const format = formats.find((one) => one.recognise(file));
  if (format === undefined) throw new TransferError('UNKNOWN_FORMAT');
  return format.read(file, passphrase);
}
