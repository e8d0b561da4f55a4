import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign as signWith,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { KEY_BYTES, type Hash } from './bytes.ts';

/** A key in DER (RFC 8410) is one of these prefixes and the key's 32 bytes. */
const DER = {
  ed25519: {
    secret: Buffer.from('302e020100300506032b657004220420', 'hex'),
    public: Buffer.from('302a300506032b6570032100', 'hex'),
  },
  x25519: {
    secret: Buffer.from('302e020100300506032b656e04220420', 'hex'),
    public: Buffer.from('302a300506032b656e032100', 'hex'),
  },
} as const;

/** A key pair of 32 bytes each; the secret part of Ed25519 is its seed (RFC 8032). */
export interface KeyPair {
  readonly secret: Uint8Array;
  readonly public: Uint8Array;
}

/** The key pair of a secret of 32 bytes. */
export function keyPair(curve: keyof typeof DER, secret: Uint8Array): KeyPair {
  const key = createPublicKey(secretKey(curve, secret)).export({ format: 'der', type: 'spki' });
  return { secret, public: new Uint8Array(key.subarray(DER[curve].public.length)) };
}

/** Signs with Ed25519 (RFC 8032). The message begins with its context (`structure`). */
export function sign(message: Uint8Array, signing: KeyPair): Buffer {
  return signWith(null, message, secretKey('ed25519', signing.secret));
}

/** Whether an Ed25519 signature is right. */
export function isSigned(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const der = Buffer.concat([DER.ed25519.public, publicKey]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

export function hashOf(bytes: Uint8Array): Hash {
  return createHash('sha256').update(bytes).digest('hex');
}

/** HKDF-SHA-256 (RFC 5869) without salt, to 32 bytes. */
export function deriveKey(secret: Uint8Array, info: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', info, KEY_BYTES));
}

/** HMAC-SHA-256 (RFC 2104). */
export function macOf(key: Uint8Array, bytes: Uint8Array): Buffer {
  return createHmac('sha256', key).update(bytes).digest();
}

/** Compares two tags in a time that does not tell where they differ. */
export function isSameTag(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

interface Sealing {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  readonly associated: Uint8Array;
}

/** ChaCha20-Poly1305 (RFC 8439): the ciphertext and its tag. */
export function encrypt({ key, nonce, associated }: Sealing, plain: Uint8Array): Uint8Array {
  return chacha20poly1305(key, nonce, associated).encrypt(plain);
}

/** What `encrypt` sealed, or null if the key, the nonce, the associated data or a byte is another. */
export function decrypt({ key, nonce, associated }: Sealing, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < TAG_BYTES) return null;
  try {
    return chacha20poly1305(key, nonce, associated).decrypt(sealed);
  } catch {
    // It throws for a wrong tag, and for lengths that were checked before.
    return null;
  }
}

function secretKey(curve: keyof typeof DER, secret: Uint8Array): KeyObject {
  if (secret.length !== KEY_BYTES) throw new RangeError(`a secret key of ${secret.length} bytes`);
  const der = Buffer.concat([DER[curve].secret, secret]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}
