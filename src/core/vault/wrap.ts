import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { scrubDecrypted } from './scrub.ts';
import { VaultFileError } from './error.ts';

/** Size of a vault key and of every key that wraps one, in bytes. */
export const VAULT_KEY_BYTES = 32;

const NONCE = 12;
const TAG = 16;

/** Size of wrapKey's result, in bytes. */
export const WRAPPED_BYTES = NONCE + VAULT_KEY_BYTES + TAG;

/** Wraps a key: nonce, AES-256-GCM ciphertext and tag. `context` says what it is wrapped for. */
export function wrapKey(key: Uint8Array, wrappingKey: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** The key that wrapKey wrapped. @throws VaultFileError WRONG_KEY */
export function unwrap(wrapped: Uint8Array, wrappingKey: Uint8Array, context: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, wrapped.subarray(0, NONCE))
    .setAAD(Buffer.from(context, 'utf8'))
    .setAuthTag(wrapped.subarray(NONCE + VAULT_KEY_BYTES));
  const key = decipher.update(wrapped.subarray(NONCE, NONCE + VAULT_KEY_BYTES));
  scrubDecrypted(key.length);
  try {
    decipher.final();
    return key;
  } catch {
    key.fill(0);
    throw new VaultFileError('WRONG_KEY', 'the slot does not open with this');
  }
}

/** HKDF-SHA-256 (RFC 5869) without salt. The caller zeroes the result if it is a key. */
export function derive(secret: Uint8Array, info: string, bytes = VAULT_KEY_BYTES): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', info, bytes));
}
