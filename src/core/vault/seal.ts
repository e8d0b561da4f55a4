import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { decodeContent, encodeContent } from './content.ts';
import type { VaultDocument } from './document.ts';
import { VaultFileError } from './error.ts';
import { encodeHeader, type VaultHeader } from './header.ts';
import { scrubDecrypted } from './scrub.ts';
import { encodePreamble, FORMAT_VERSION, NONCE_BYTES, parseLayout, type VaultLayout } from './layout.ts';

/** An opened vault. */
export interface UnsealedVault {
  readonly header: VaultHeader;
  readonly document: VaultDocument;
  /** Written by a newer minor version: may be read, must not be overwritten. */
  readonly readOnly: boolean;
}

/**
 * Makes the bytes of a vault file (docs/vault-format.md): AES-256-GCM with a fresh nonce, and everything before
 * the nonce as associated data.
 * @param key 32 bytes
 * @throws EntryError for an entry that could not be read back
 */
export function sealVault(header: VaultHeader, document: VaultDocument, key: Uint8Array): Buffer {
  const content = encodeContent(document);
  try {
    const preamble = encodePreamble(encodeHeader(header), content.length);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(preamble);
    return Buffer.concat([preamble, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  } finally {
    content.fill(0);
  }
}

/** Opens what sealVault wrote. @throws VaultFileError; TAMPERED covers a wrong key too (see `isKeyOf`) */
export function unsealVault(bytes: Uint8Array, key: Uint8Array): UnsealedVault {
  return unsealLayout(parseLayout(bytes), key);
}

/** Like unsealVault, for a file that is already split into its parts. */
export function unsealLayout(layout: VaultLayout, key: Uint8Array): UnsealedVault {
  const content = decrypt(layout, key);
  try {
    const document = decodeContent(content);
    return { header: layout.header, document, readOnly: layout.version.minor > FORMAT_VERSION.minor };
  } finally {
    content.fill(0);
  }
}

/**
 * Proves that the bytes read back from disk are the bytes written, and that the key opens them.
 * @throws VaultFileError TAMPERED
 */
export function verifySealed(readBack: Uint8Array, written: Uint8Array, key: Uint8Array): void {
  if (Buffer.compare(readBack, written) !== 0) {
    throw new VaultFileError('TAMPERED', 'what was read back is not what was written');
  }
  decrypt(parseLayout(readBack), key).fill(0);
}

function decrypt({ preamble, nonce, ciphertext, tag }: VaultLayout, key: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(preamble).setAuthTag(tag);
  const content = decipher.update(ciphertext);
  scrubDecrypted(content.length);
  try {
    decipher.final();
    return content;
  } catch {
    content.fill(0);
    throw new VaultFileError('TAMPERED', 'the content was not sealed with this key and this header');
  }
}
