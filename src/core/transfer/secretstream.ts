import { timingSafeEqual } from 'node:crypto';
import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20, hchacha } from '@noble/ciphers/chacha.js';

/**
 * Opens the first message of libsodium's `crypto_secretstream_xchacha20poly1305`, whatever its tag (not only FINAL).
 * Null for a wrong key and for changed bytes: the two look the same.
 * @param key 32 bytes
 * @param header 24 bytes
 * @param sealed encrypted tag (1 byte) ‖ ciphertext ‖ MAC (16 bytes)
 */
export function openSecretstream(key: Uint8Array, header: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (key.length !== 32 || header.length !== 24 || sealed.length < 17) return null;
  const subkey = new Uint8Array(32);
  hchacha(words(sigma), words(key), words(header.subarray(0, 16)), new Uint32Array(subkey.buffer));
  // The counter of messages starts at 1; the rest of the header follows it.
  const nonce = Uint8Array.of(1, 0, 0, 0, ...header.subarray(16));
  const ciphertext = sealed.subarray(1, -16);

  // Block 0 is the key of the MAC, block 1 encrypts the tag alone, and the text begins with block 2.
  const macKey = chacha20(subkey, nonce, new Uint8Array(32), undefined, 0);
  const tagBlock = chacha20(subkey, nonce, padded(sealed.subarray(0, 1), 64), undefined, 1);
  tagBlock[0] = sealed[0] ?? 0;
  const mac = poly1305
    .create(macKey)
    .update(tagBlock)
    .update(ciphertext)
    // libsodium pads by `(16 − 64 + length) mod 16`, which is no multiple of 16 in the end; kept for good.
    .update(new Uint8Array((16 - 64 + ciphertext.length) & 15))
    .update(lengths(0, 64 + ciphertext.length))
    .digest();
  if (!timingSafeEqual(mac, sealed.subarray(-16))) return null;
  return chacha20(subkey, nonce, ciphertext, undefined, 2);
}

const sigma = new TextEncoder().encode('expand 32-byte k');

/** Bytes as words of the machine, which the library turns where the machine is big-endian. */
function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}

function padded(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  out.set(bytes);
  return out;
}

/** Two lengths of 64 bits each, little-endian. */
function lengths(first: number, second: number): Uint8Array {
  const out = new DataView(new ArrayBuffer(16));
  out.setBigUint64(0, BigInt(first), true);
  out.setBigUint64(8, BigInt(second), true);
  return new Uint8Array(out.buffer);
}
