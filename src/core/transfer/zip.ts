import { ERR_ENCRYPTED, ERR_INVALID_PASSWORD, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { transferLimits } from './limits.ts';
import { TransferError } from './transfer-error.ts';

/** The names of a zip's members, from its directory; empty for anything else. Cheap; never throws. */
export function zipNames(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 4).equals(MEMBER)) return [];
  const end = file.lastIndexOf(DIRECTORY_END);
  if (end < 0 || end + 22 > file.length) return [];
  const names: string[] = [];
  let at = file.readUInt32LE(end + 16);
  while (at + 46 <= end && file.subarray(at, at + 4).equals(DIRECTORY_ENTRY)) {
    const nameBytes = file.readUInt16LE(at + 28);
    names.push(file.toString('utf8', at + 46, at + 46 + nameBytes));
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
}

/**
 * Unpacks one member of a zip, within the bound on unpacked bytes, whatever the zip says about its size.
 * @throws TransferError PASSPHRASE_MISSING, PASSPHRASE_WRONG, TOO_LARGE, DAMAGED
 */
export async function unzipMember(bytes: Uint8Array, name: string, passphrase?: string): Promise<Uint8Array> {
  const settings = { useWebWorkers: false, checkSignature: true };
  const zip = new ZipReader(new Uint8ArrayReader(bytes), settings);
  const chunks: Uint8Array[] = [];
  let left: number = transferLimits.unpackedBytes;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      left -= chunk.length;
      if (left < 0) throw new TransferError('TOO_LARGE');
      chunks.push(chunk);
    },
  });
  try {
    const member = (await zip.getEntries()).find((one) => one.filename === name);
    if (member === undefined || member.directory) throw new TransferError('DAMAGED');
    if (member.encrypted && passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
    await member.getData(sink, { ...settings, ...(member.encrypted && { password: passphrase ?? '' }) });
    return Buffer.concat(chunks);
  } catch (error) {
    throw asTransferError(error, left);
  }
}

const MEMBER = Buffer.from('PK\u0003\u0004', 'latin1');
const DIRECTORY_ENTRY = Buffer.from('PK\u0001\u0002', 'latin1');
const DIRECTORY_END = Buffer.from('PK\u0005\u0006', 'latin1');

function asTransferError(error: unknown, left: number): TransferError {
  if (error instanceof TransferError) return error;
  if (left < 0) return new TransferError('TOO_LARGE');
  const message = error instanceof Error ? error.message : '';
  const isRefused = message === ERR_INVALID_PASSWORD || message === ERR_ENCRYPTED;
  return new TransferError(isRefused ? 'PASSPHRASE_WRONG' : 'DAMAGED');
}
