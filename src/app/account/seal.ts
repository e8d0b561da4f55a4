import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { localAccountSchema, type LocalAccount } from './local-account.ts';

/** `LATCHACC` and the format's number, authenticated with the rest. */
const HEAD = Buffer.from('LATCHACC\u0001', 'latin1');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Far more than any account needs; larger files are rejected unread. */
const LONGEST = 1_048_576;

/**
 * The bytes of `account.sealed`: head, nonce (12), AES-256-GCM of the local account as JSON, tag (16).
 *
 * @param key 32 bytes, derived from the vault's key for this file alone
 */
export function sealLocalAccount(local: LocalAccount, key: Uint8Array): Buffer {
  const content = Buffer.from(JSON.stringify(local));
  try {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(HEAD);
    return Buffer.concat([HEAD, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  } finally {
    content.fill(0);
  }
}

/** The local account in a file; null if it is broken, has another format, or is sealed with another key. */
export function unsealLocalAccount(bytes: Uint8Array, key: Uint8Array): LocalAccount | null {
  const file = Buffer.from(bytes);
  const body = HEAD.length + NONCE_BYTES;
  if (
    file.length < body + TAG_BYTES ||
    file.length > LONGEST ||
    !file.subarray(0, HEAD.length).equals(HEAD)
  ) {
    return null;
  }
  const tagStart = file.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(HEAD.length, body))
    .setAAD(HEAD)
    .setAuthTag(file.subarray(tagStart));
  const content = decipher.update(file.subarray(body, tagStart));
  try {
    decipher.final();
    return localAccountSchema.safeParse(JSON.parse(content.toString())).data ?? null;
  } catch {
    return null;
  } finally {
    content.fill(0);
  }
}
