import { createHash } from 'node:crypto';
import { VaultFileError } from './error.ts';
import { decodeHeader, MAX_HEADER_BYTES, type VaultHeader } from './header.ts';

/** The version this Latchkey writes. It opens a newer minor version read-only, a newer major one not at all. */
export const FORMAT_VERSION = { major: 1, minor: 3 } as const;

/** Largest vault file accepted, in bytes: a hundred times the size of a vault with 10,000 entries. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

const MAGIC = Buffer.from('LATCHKEY', 'ascii');
const VERSION_END = 12;
const PREFIX_BYTES = 20;
const CHECKSUM_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** The parts of a vault file (docs/vault-format.md); views of the bytes, not copies. */
export interface VaultLayout {
  readonly version: { readonly major: number; readonly minor: number };
  readonly header: VaultHeader;
  /** Everything before the nonce: the associated data. */
  readonly preamble: Uint8Array;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/**
 * Splits a vault file into its parts, without a key. The header's checksum tells accidents from a wrong key. It
 * does not stop an attacker; the ciphertext's tag does.
 * @throws VaultFileError NOT_A_VAULT, TRUNCATED, TAMPERED, NEWER_VERSION
 */
export function parseLayout(bytes: Uint8Array): VaultLayout {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = readVersion(file);
  if (file.length < PREFIX_BYTES) throw truncated(file.length, PREFIX_BYTES);
  const headerBytes = file.readUInt32BE(VERSION_END);
  const contentBytes = file.readUInt32BE(VERSION_END + 4);
  if (headerBytes > MAX_HEADER_BYTES || contentBytes > MAX_FILE_BYTES || file.length > MAX_FILE_BYTES) {
    throw new VaultFileError('TAMPERED', 'the sizes in the file are beyond those of any vault');
  }
  const headerEnd = PREFIX_BYTES + headerBytes;
  const preambleEnd = headerEnd + CHECKSUM_BYTES;
  const contentStart = preambleEnd + NONCE_BYTES;
  const end = contentStart + contentBytes + TAG_BYTES;
  if (file.length >= preambleEnd && !hasChecksum(file, headerEnd)) {
    throw new VaultFileError('TAMPERED', 'the header does not have its checksum');
  }
  if (file.length < end) throw truncated(file.length, end);
  if (file.length > end) throw new VaultFileError('TAMPERED', `${file.length - end} bytes after the end`);
  return {
    version,
    header: decodeHeader(file.subarray(PREFIX_BYTES, headerEnd)),
    preamble: file.subarray(0, preambleEnd),
    nonce: file.subarray(preambleEnd, contentStart),
    ciphertext: file.subarray(contentStart, end - TAG_BYTES),
    tag: file.subarray(end - TAG_BYTES),
  };
}

/** The bytes before the nonce, for a header (JSON in UTF-8) and a ciphertext of `contentBytes`. */
export function encodePreamble(header: Uint8Array, contentBytes: number): Buffer {
  if (header.length > MAX_HEADER_BYTES) throw new RangeError(`a header of ${header.length} bytes`);
  if (contentBytes > MAX_FILE_BYTES / 2) throw new RangeError(`a content of ${contentBytes} bytes`);
  const preamble = Buffer.alloc(PREFIX_BYTES + header.length + CHECKSUM_BYTES);
  MAGIC.copy(preamble);
  preamble.writeUInt16BE(FORMAT_VERSION.major, MAGIC.length);
  preamble.writeUInt16BE(FORMAT_VERSION.minor, MAGIC.length + 2);
  preamble.writeUInt32BE(header.length, VERSION_END);
  preamble.writeUInt32BE(contentBytes, VERSION_END + 4);
  preamble.set(header, PREFIX_BYTES);
  checksum(preamble, PREFIX_BYTES + header.length).copy(preamble, PREFIX_BYTES + header.length);
  return preamble;
}

function readVersion(file: Buffer): { major: number; minor: number } {
  const common = Math.min(file.length, MAGIC.length);
  if (!file.subarray(0, common).equals(MAGIC.subarray(0, common))) {
    throw new VaultFileError('NOT_A_VAULT', 'the file does not begin like a vault');
  }
  if (file.length < VERSION_END) throw truncated(file.length, VERSION_END);
  const major = file.readUInt16BE(MAGIC.length);
  const minor = file.readUInt16BE(MAGIC.length + 2);
  if (major === 0) throw new VaultFileError('NOT_A_VAULT', 'there is no version 0');
  if (major > FORMAT_VERSION.major) {
    throw new VaultFileError('NEWER_VERSION', `format ${major}.${minor}, known is ${FORMAT_VERSION.major}`);
  }
  return { major, minor };
}

function checksum(file: Buffer, end: number): Buffer {
  return createHash('sha256').update(file.subarray(0, end)).digest();
}

function hasChecksum(file: Buffer, headerEnd: number): boolean {
  return checksum(file, headerEnd).equals(file.subarray(headerEnd, headerEnd + CHECKSUM_BYTES));
}

function truncated(has: number, needs: number): VaultFileError {
  return new VaultFileError('TRUNCATED', `the file has ${has} bytes of at least ${needs}`);
}
