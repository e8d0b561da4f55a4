import { Buffer } from 'node:buffer';
import {
  ERR_ENCRYPTED,
  ERR_INVALID_PASSWORD,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
} from '@zip.js/zip.js';
import { transferLimits } from './limits.ts';
import { TransferError } from './transfer-error.ts';

/**
 * Names of the files in a zip archive, without looking into any: from its directory, or if that is cut off, the name of
 * the first file. Empty if it is no archive. Never throws.
 */
export function archiveNames(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!file.subarray(0, 4).equals(localHeader)) return [];
  const names: string[] = [];
  for (let at = file.indexOf(directoryHeader); at >= 0 && names.length < mostNames;) {
    if (at + 46 > file.length || !file.subarray(at, at + 4).equals(directoryHeader)) break;
    const length = file.readUInt16LE(at + 28);
    names.push(file.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  if (names.length > 0 || file.length < 30) return names;
  return [file.toString('utf8', 30, 30 + file.readUInt16LE(26))];
}

/**
 * Unpacks one file of a zip archive: stored or deflated; plain, ZipCrypto or AES (WinZip). Bytes are counted while
 * they are unpacked, whatever the archive says of its size.
 * @throws TransferError PASSPHRASE_MISSING, PASSPHRASE_WRONG, TOO_LARGE, DAMAGED
 */
export async function unpack(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  passphrase: string | undefined,
): Promise<Uint8Array> {
  // Without its checksum, a changed byte of a plain file could pass for another secret.
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false, checkSignature: true });
  try {
    const wanted = await find(reader, isWanted);
    if (wanted.encrypted && passphrase === undefined) throw new TransferError('PASSPHRASE_MISSING');
    const sink = countingSink();
    await wanted
      .getData(sink.stream, { ...(wanted.encrypted && { password: passphrase ?? '' }) })
      .catch((error) => {
        // The library wraps what the sink throws.
        throw sink.isFull() ? new TransferError('TOO_LARGE') : error;
      });
    return sink.content();
  } catch (error) {
    if (error instanceof TransferError) throw error;
    const message = error instanceof Error ? error.message : '';
    if (message === ERR_ENCRYPTED) throw new TransferError('PASSPHRASE_MISSING');
    throw new TransferError(message === ERR_INVALID_PASSWORD ? 'PASSPHRASE_WRONG' : 'DAMAGED');
  }
}

async function find(reader: ZipReader<unknown>, isWanted: (name: string) => boolean): Promise<FileEntry> {
  let seen = 0;
  for await (const entry of reader.getEntriesGenerator()) {
    if (!entry.directory && isWanted(entry.filename)) return entry;
    if ((seen += 1) >= mostNames) break;
  }
  throw new TransferError('DAMAGED');
}

function countingSink() {
  const parts: Uint8Array[] = [];
  let length = 0;
  const isFull = () => length > transferLimits.unpackedBytes;
  const stream = new WritableStream<Uint8Array>({
    write(part) {
      length += part.length;
      if (isFull()) throw new TransferError('TOO_LARGE');
      parts.push(part);
    },
  });
  return { stream, isFull, content: () => Buffer.concat(parts) };
}

/** Files of an archive that are looked at; exports hold one to three. */
const mostNames = 1000;
const localHeader = Buffer.from('PK\u0003\u0004', 'latin1');
const directoryHeader = Buffer.from('PK\u0001\u0002', 'latin1');
