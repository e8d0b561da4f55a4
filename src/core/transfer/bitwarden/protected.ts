import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { deriveArgon2, derivePbkdf2 } from '../derive.ts';
import type { JsonItem } from '../json-item.ts';
import { TransferError } from '../transfer-error.ts';

/**
 * Opens a password-protected export: a key of PBKDF2 (type 0) or Argon2id (type 1), stretched with HKDF-Expand, and
 * AES-256-CBC with HMAC-SHA-256. The validation member tells a wrong password from a damaged file.
 * @throws TransferError PASSPHRASE_WRONG, TOO_COSTLY, CIPHER_UNSUPPORTED, DAMAGED
 */
export async function openProtected(vault: JsonItem, passphrase: string): Promise<Uint8Array> {
  const sealed = sealedText(vault.text('data'));
  const validation = vault.text('encKeyValidation_DO_NOT_EDIT');
  const proof = validation === '' ? sealed : sealedText(validation);
  const key = await derive(vault, passphrase);
  const macKey = expand(key, 'mac');
  if (!isAuthentic(proof, macKey)) throw new TransferError('PASSPHRASE_WRONG');
  if (!isAuthentic(sealed, macKey)) throw new TransferError('DAMAGED');
  const decipher = createDecipheriv('aes-256-cbc', expand(key, 'enc'), sealed.iv);
  try {
    return Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]);
  } catch {
    throw new TransferError('DAMAGED');
  }
}

interface SealedText {
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly mac: Buffer;
}

/** Bitwarden's `2.iv|ciphertext|mac`, each in base64. */
function sealedText(text: string): SealedText {
  const [, type, rest = ''] = /^(\d+)\.(.+)$/su.exec(text) ?? [];
  if (type !== undefined && type !== '2') throw new TransferError('CIPHER_UNSUPPORTED');
  const parts = rest.split('|');
  const isBase64 = (part: string) => /^[A-Za-z\d+/]+={0,2}$/u.test(part);
  const [iv, ciphertext, mac] = parts.map((part) => Buffer.from(part, 'base64'));
  if (parts.length !== 3 || !parts.every(isBase64) || !iv || !ciphertext || !mac || iv.length !== 16) {
    throw new TransferError('DAMAGED');
  }
  return { iv, ciphertext, mac };
}

/** The salt is the base64 text itself, not what it stands for. */
async function derive(vault: JsonItem, passphrase: string): Promise<Uint8Array> {
  const salt = Buffer.from(vault.text('salt'), 'utf8');
  const iterations = vault.number('kdfIterations') ?? Number.NaN;
  switch (vault.number('kdfType')) {
    case 0:
      return derivePbkdf2(passphrase, salt, { rounds: iterations, hash: 'sha256', bytes: 32 });
    case 1:
      return deriveArgon2('argon2id', passphrase, createHash('sha256').update(salt).digest(), {
        memoryKiB: (vault.number('kdfMemory') ?? Number.NaN) * 1024,
        passes: iterations,
        lanes: vault.number('kdfParallelism') ?? Number.NaN,
        bytes: 32,
      });
    case null:
      throw new TransferError('DAMAGED');
    default:
      throw new TransferError('CIPHER_UNSUPPORTED');
  }
}

/** HKDF-Expand with SHA-256 (RFC 5869, section 2.3), to 32 bytes. */
function expand(key: Uint8Array, info: string): Buffer {
  return createHmac('sha256', key).update(info).update(Uint8Array.of(1)).digest();
}

function isAuthentic({ iv, ciphertext, mac }: SealedText, key: Uint8Array): boolean {
  const own = createHmac('sha256', key).update(iv).update(ciphertext).digest();
  return own.length === mac.length && timingSafeEqual(own, mac);
}
