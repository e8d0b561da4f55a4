import { createDecipheriv } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { chacha20 } from '@noble/ciphers/chacha.js';
import { transferLimits } from '../limits.ts';
import { TransferError } from '../transfer-error.ts';
import { blockKey, hmac, joinAuthenticatedBlocks, joinHashedBlocks } from './blocks.ts';
import { innerStream, readHeader, type InnerStream, type KdbxHeader } from './header.ts';
import { compositeKeys, sha256, sha512, transformKey } from './keys.ts';

/** An opened database: its XML, in which single values are still encrypted. */
export interface KdbxContent {
  readonly xml: Buffer;
  readonly inner: InnerStream;
  /** SHA-256 of the header, if the XML should name it (KDBX 3). */
  readonly headerHash: Buffer | null;
}

/**
 * Opens a KDBX file of version 3 or 4 with a passphrase (docs/decisions/0023-kdbx-opened-here.md).
 * @throws TransferError as `readHeader`; PASSPHRASE_WRONG (a key file may be missing too), TOO_COSTLY, TOO_LARGE,
 * DAMAGED
 */
export async function openKdbx(bytes: Uint8Array, passphrase: string): Promise<KdbxContent> {
  const header = readHeader(bytes);
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(header.bytes.length);
  if (header.major === 4 && !sha256(header.bytes).equals(body.subarray(0, 32))) {
    throw new TransferError('DAMAGED');
  }
  for (const composite of compositeKeys(passphrase)) {
    const transformed = await transformKey(composite, header.derivation);
    const opened =
      header.major === 3 ? openThird(header, body, transformed) : openFourth(header, body, transformed);
    if (opened !== null) return opened;
  }
  throw new TransferError('PASSPHRASE_WRONG', keyFileHint);
}

/** Nothing in the file says whether a key file belongs to it. */
const keyFileHint =
  'The passphrase does not open this database: it is wrong, or the database also needs a key file or a hardware key, which Latchkey does not read';

/** Null if the key is wrong. */
function openThird(header: KdbxHeader, body: Buffer, transformed: Uint8Array): KdbxContent | null {
  const plain = decrypt(header, body, sha256(header.masterSeed, transformed));
  if (plain === null || !plain.subarray(0, 32).equals(header.startBytes) || header.inner === null)
    return null;
  const xml = inflate(joinHashedBlocks(plain.subarray(32)), header.isCompressed);
  return { xml, inner: header.inner, headerHash: sha256(header.bytes) };
}

/** Null if the key is wrong. */
function openFourth(header: KdbxHeader, body: Buffer, transformed: Uint8Array): KdbxContent | null {
  const hmacKey = sha512(header.masterSeed, transformed, Uint8Array.of(1));
  if (!hmac(blockKey(hmacKey), header.bytes).equals(body.subarray(32, 64))) return null;
  const encrypted = joinAuthenticatedBlocks(body.subarray(64), hmacKey);
  const plain = decrypt(header, encrypted, sha256(header.masterSeed, transformed));
  if (plain === null) throw new TransferError('DAMAGED');
  return {
    ...readInnerHeader(inflate(withoutPadding(header, plain), header.isCompressed)),
    headerHash: null,
  };
}

/** The inner header of KDBX 4 (number, length and data of each field), and the XML after it. */
function readInnerHeader(content: Buffer): { xml: Buffer; inner: InnerStream } {
  let cipher = 0n;
  let key: Uint8Array | null = null;
  let at = 0;
  for (;;) {
    if (at + 5 > content.length) throw new TransferError('DAMAGED');
    const id = content.readUInt8(at);
    const length = content.readUInt32LE(at + 1);
    const data = content.subarray(at + 5, at + 5 + length);
    at += 5 + length;
    if (data.length !== length) throw new TransferError('DAMAGED');
    if (id === 0) break;
    if (id === 1 && length === 4) cipher = BigInt(data.readUInt32LE());
    if (id === 2) key = data;
  }
  if (key === null) throw new TransferError('DAMAGED');
  return { xml: content.subarray(at), inner: innerStream(cipher, key) };
}

/** With AES, padding and all: only the key's proof after it tells a wrong key. Null if it can't be decrypted. */
function decrypt({ cipher, nonce }: KdbxHeader, body: Buffer, key: Uint8Array): Buffer | null {
  if (nonce.length !== (cipher === 'aes' ? 16 : 12)) throw new TransferError('DAMAGED');
  if (cipher === 'chacha20') return Buffer.from(chacha20(key, nonce, body));
  if (body.length === 0 || body.length % 16 !== 0) throw new TransferError('DAMAGED');
  const decipher = createDecipheriv('aes-256-cbc', key, nonce).setAutoPadding(false);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

function withoutPadding({ cipher }: KdbxHeader, plain: Buffer): Buffer {
  return cipher === 'aes' ? plain.subarray(0, plain.length - (plain.at(-1) ?? 0)) : plain;
}

function inflate(bytes: Buffer, isCompressed: boolean): Buffer {
  if (!isCompressed) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: transferLimits.unpackedBytes });
  } catch (error) {
    const isLarge = error instanceof RangeError;
    throw new TransferError(isLarge ? 'TOO_LARGE' : 'DAMAGED');
  }
}
