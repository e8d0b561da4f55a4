import { createHmac } from 'node:crypto';
import { TransferError } from '../transfer-error.ts';
import { sha256, sha512 } from './keys.ts';

/** The key for the HMAC of a block, or of the header where there is no number (KDBX 4). */
export function blockKey(hmacKey: Uint8Array, block: bigint = 2n ** 64n - 1n): Buffer {
  return sha512(numberBytes(block), hmacKey);
}

/** HMAC-SHA-256. */
export function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** Joins the authenticated blocks of KDBX 4: an HMAC, a length and data, up to an empty block. */
export function joinAuthenticatedBlocks(bytes: Buffer, hmacKey: Uint8Array): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (let block = 0n; ; block += 1n) {
    if (at + 36 > bytes.length) throw new TransferError('DAMAGED');
    const length = bytes.readUInt32LE(at + 32);
    const data = bytes.subarray(at + 36, at + 36 + length);
    const mac = hmac(blockKey(hmacKey, block), numberBytes(block), bytes.subarray(at + 32, at + 36), data);
    if (data.length !== length || !mac.equals(bytes.subarray(at, at + 32))) {
      throw new TransferError('DAMAGED');
    }
    if (length === 0) return Buffer.concat(parts);
    parts.push(data);
    at += 36 + length;
  }
}

/** Joins the hashed blocks of KDBX 3: a number, a hash, a length and data, up to an empty block. */
export function joinHashedBlocks(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    if (at + 40 > bytes.length) throw new TransferError('DAMAGED');
    const length = bytes.readUInt32LE(at + 36);
    if (length === 0) return Buffer.concat(parts);
    const data = bytes.subarray(at + 40, at + 40 + length);
    if (data.length !== length || !sha256(data).equals(bytes.subarray(at + 4, at + 36))) {
      throw new TransferError('DAMAGED');
    }
    parts.push(data);
    at += 40 + length;
  }
}

function numberBytes(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}
