import { Buffer } from 'node:buffer';
import { hash } from 'node:crypto';
import type { OtpAlgorithm } from './parameters.ts';

/**
 * HMAC (RFC 2104) of an 8-byte message, truncated as in RFC 4226, section 5.3: 31 bits, 0 to 2^31 − 1.
 *
 * Two one-shot hashes instead of `createHmac`: many times faster for such short messages, because they create
 * no stream object per code (docs/decisions/0005-own-truncation-instead-of-otplib.md). The padded keys live in
 * scratch buffers that are wiped before returning.
 *
 * @param secret any length; one longer than the hash's block is hashed first
 * @param counter the moving factor, 0 to 2^53 − 1, written big-endian (RFC 4226, section 5.1)
 */
export function truncatedHmac(algorithm: OtpAlgorithm, secret: Uint8Array, counter: number): number {
  const { name, block, digest, inner, outer } = scratch[algorithm];
  const key = secret.length > block ? hash(name, secret, 'buffer') : secret;
  for (let i = 0; i < block; i += 1) {
    const byte = key[i] ?? 0;
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  inner.writeUInt32BE(Math.floor(counter / 2 ** 32), block);
  inner.writeUInt32BE(counter % 2 ** 32, block + 4);
  // A binary string costs a third of a Buffer to make.
  outer.write(hash(name, inner, 'binary'), block, 'binary');
  const result = hash(name, outer, 'binary');
  inner.fill(0);
  outer.fill(0);

  const at = result.charCodeAt(digest - 1) & 0x0f;
  return (
    (result.charCodeAt(at) & 0x7f) * 2 ** 24 +
    (result.charCodeAt(at + 1) << 16) +
    (result.charCodeAt(at + 2) << 8) +
    result.charCodeAt(at + 3)
  );
}

// Shared between calls: safe, since hashing is synchronous and nothing here outlives the call.
const scratch = {
  SHA1: scratchFor('sha1', 64, 20),
  SHA256: scratchFor('sha256', 64, 32),
  SHA512: scratchFor('sha512', 128, 64),
};

function scratchFor(name: string, block: number, digest: number) {
  return { name, block, digest, inner: Buffer.alloc(block + 8), outer: Buffer.alloc(block + digest) };
}
