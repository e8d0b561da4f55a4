import { createCipheriv, createHash } from 'node:crypto';
import { deriveArgon2 } from '../derive.ts';
import { transferLimits } from '../limits.ts';
import { TransferError } from '../transfer-error.ts';
import type { KdbxDerivation } from './header.ts';

/**
 * The composite keys that a passphrase may stand for. An empty one is either an empty password or no password at
 * all: KeePass hashes the former and KeePassXC the latter.
 */
export function compositeKeys(passphrase: string): Buffer[] {
  const withPassword = sha256(sha256(Buffer.from(passphrase, 'utf8')));
  return passphrase === '' ? [withPassword, sha256()] : [withPassword];
}

/**
 * The transformed key, 32 bytes.
 * @throws TransferError TOO_COSTLY before any work; DAMAGED for a cost that can't be
 */
export async function transformKey(composite: Buffer, derivation: KdbxDerivation): Promise<Uint8Array> {
  if (derivation.kind === 'aes') return aesTransform(composite, derivation.seed, derivation.rounds);
  const { kind, salt, memoryBytes, passes, lanes, version } = derivation;
  return deriveArgon2(kind, composite, salt, {
    memoryKiB: Number(memoryBytes / 1024n),
    passes: Number(passes),
    lanes: Number(lanes),
    bytes: 32,
    version: version === 0x10n ? '1.0' : '1.3',
  });
}

/** SHA-256 of parts, one after the other. */
export function sha256(...parts: readonly Uint8Array[]): Buffer {
  return hashOf('sha256', parts);
}

/** SHA-512 of parts, one after the other. */
export function sha512(...parts: readonly Uint8Array[]): Buffer {
  return hashOf('sha512', parts);
}

const BLOCK = 16;
const ZEROS = Buffer.alloc(1 << 20);

/** AES-KDF: each half of the key is encrypted `rounds` times with the seed, and the result is hashed. */
function aesTransform(composite: Buffer, seed: Uint8Array, rounds: bigint): Buffer {
  if (rounds > BigInt(transferLimits.aesKdfRounds)) throw new TransferError('TOO_COSTLY');
  const halves = [composite.subarray(0, BLOCK), composite.subarray(BLOCK)];
  return sha256(...halves.map((half) => encryptRepeatedly(half, seed, Number(rounds))));
}

/** With zeros as plaintext, each block of CBC is the encryption of the block before. */
function encryptRepeatedly(block: Uint8Array, key: Uint8Array, rounds: number): Uint8Array {
  const cipher = createCipheriv('aes-256-cbc', key, block).setAutoPadding(false);
  let last = block;
  for (let left = rounds * BLOCK; left > 0; left -= ZEROS.length) {
    last = cipher.update(ZEROS.subarray(0, left)).subarray(-BLOCK);
  }
  return last;
}

function hashOf(name: string, parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
