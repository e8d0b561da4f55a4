import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Bytes that AES-256-GCM encrypted, and what opens them but for the key. */
export interface SealedGcm {
  /** 12 bytes. */
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  /** 16 bytes. */
  readonly tag: Uint8Array;
}

/**
 * Opens AES-256-GCM (NIST SP 800-38D). Null for a wrong key and for changed bytes: the two look the same.
 * @param key 32 bytes
 * @param associated bytes that were authenticated with them
 */
export function openGcm(
  key: Uint8Array,
  { nonce, ciphertext, tag }: SealedGcm,
  associated = new Uint8Array(),
): Uint8Array | null {
  if (key.length !== 32 || nonce.length !== nonceBytes || tag.length !== tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(tag).setAAD(associated);
  const opened = decipher.update(ciphertext);
  try {
    decipher.final();
    return opened;
  } catch {
    // The only possible error here: the tag does not match.
    opened.fill(0);
    return null;
  }
}

/** Seals with AES-256-GCM. @param nonce 12 bytes, used with this key only once */
export function sealGcm(key: Uint8Array, nonce: Uint8Array, content: Uint8Array): SealedGcm {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const ciphertext = cipher.update(content);
  cipher.final();
  return { nonce, ciphertext, tag: cipher.getAuthTag() };
}

/** Splits `nonce ‖ ciphertext ‖ tag`; null if it is too short. */
export function splitGcm(bytes: Uint8Array): SealedGcm | null {
  if (bytes.length < nonceBytes + tagBytes) return null;
  return {
    nonce: bytes.subarray(0, nonceBytes),
    ciphertext: bytes.subarray(nonceBytes, -tagBytes),
    tag: bytes.subarray(-tagBytes),
  };
}

/**
 * Decrypts AES-256-CBC and leaves the padding on, since nothing authenticates it.
 * @param ciphertext whole blocks of 16 bytes
 */
export function decryptCbc(key: Uint8Array, iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  return createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false).update(ciphertext);
}

const nonceBytes = 12;
const tagBytes = 16;
