import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealedFile } from './ports.ts';
import type { KeyChange } from './vault/upkeep.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The bytes of a small file beside the vault: head, nonce (12), AES-256-GCM of the content, tag (16).
 *
 * @param head names the file's format; authenticated with the rest
 * @param key 32 bytes, derived from the vault's key for this file alone
 */
export function sealBeside(head: Uint8Array, content: Uint8Array, key: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(head);
  return Buffer.concat([head, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** The content; null if a byte differs, the head is another one, or it is sealed with another key. The caller zeroes it. */
export function unsealBeside(head: Uint8Array, bytes: Uint8Array, key: Uint8Array): Buffer | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const body = head.length + NONCE_BYTES;
  if (file.length < body + TAG_BYTES || !file.subarray(0, head.length).equals(head)) return null;
  const tagStart = file.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(head.length, body))
    .setAAD(head)
    .setAuthTag(file.subarray(tagStart));
  const content = decipher.update(file.subarray(body, tagStart));
  try {
    decipher.final();
    return content;
  } catch {
    content.fill(0);
    return null;
  }
}

/**
 * What a file holds, by the first of some keys that opens it; null if none does. Zeroes the keys.
 *
 * @param open null: this key does not
 */
export function openedByOneOf<T>(keys: readonly Buffer[], open: (key: Buffer) => T | null): T | null {
  try {
    for (const key of keys) {
      const found = open(key);
      if (found !== null) return found;
    }
    return null;
  } finally {
    for (const key of keys) key.fill(0);
  }
}

/**
 * Seals a file's content with the vault's new key, if the former one opens it. Any other file stays as it is.
 *
 * @throws what reading and writing throw: the file is as it was
 */
export async function sealAnew(
  file: Pick<SealedFile, 'read' | 'write'>,
  { head, label }: { head: Uint8Array; label: string },
  keys: KeyChange,
): Promise<void> {
  const bytes = await file.read();
  if (bytes === null) return;
  const [former, next] = [keys.before(label), keys.after(label)];
  const content = unsealBeside(head, bytes, former);
  try {
    if (content !== null) await file.write(sealBeside(head, content, next));
  } finally {
    for (const secret of [former, next, content]) secret?.fill(0);
  }
}
