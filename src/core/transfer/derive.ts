import { pbkdf2, scrypt, type ScryptOptions } from 'node:crypto';
import process from 'node:process';
import { promisify } from 'node:util';
import { hashRaw } from '@node-rs/argon2';
import { transferLimits } from './limits.ts';
import { TransferError } from './transfer-error.ts';

/** A passphrase as text (taken as UTF-8) or as bytes. */
type Passphrase = string | Uint8Array;

/**
 * PBKDF2 with HMAC (RFC 8018).
 * @throws TransferError TOO_COSTLY above the bound; DAMAGED for a cost that can't be
 */
export async function derivePbkdf2(
  passphrase: Passphrase,
  salt: Uint8Array,
  { rounds, hash, bytes }: { rounds: number; hash: 'sha1' | 'sha256' | 'sha512'; bytes: number },
): Promise<Uint8Array> {
  checkCosts(rounds);
  if (rounds > transferLimits.pbkdf2Rounds) throw new TransferError('TOO_COSTLY');
  return promisify(pbkdf2)(passphrase, salt, rounds, bytes, hash);
}

/**
 * scrypt (RFC 7914). `n` is a power of 2.
 * @throws TransferError TOO_COSTLY above the bound; DAMAGED for a cost that can't be
 */
export async function deriveScrypt(
  passphrase: Passphrase,
  salt: Uint8Array,
  { n, r, p, bytes }: { n: number; r: number; p: number; bytes: number },
): Promise<Uint8Array> {
  checkCosts(n, r, p);
  if (n * r * p > transferLimits.scryptWork) throw new TransferError('TOO_COSTLY');
  checkMemory(128 * n * r);
  if (n < 2 || Math.log2(n) % 1 !== 0) throw new TransferError('DAMAGED');
  const options = { N: n, r, p, maxmem: 128 * r * (n + p + 2) + 1024 };
  return scryptAsync(passphrase, salt, bytes, options);
}

/**
 * Argon2 (RFC 9106). `passes` is its time cost, `lanes` its parallelism; its version is 1.3 unless given.
 * @param salt at least 8 bytes
 * @throws TransferError TOO_COSTLY above the bound; DAMAGED for a cost that can't be
 */
export async function deriveArgon2(
  kind: 'argon2d' | 'argon2i' | 'argon2id',
  passphrase: Passphrase,
  salt: Uint8Array,
  { memoryKiB, passes, lanes, bytes, version = '1.3' }: Argon2Cost,
): Promise<Uint8Array> {
  checkCosts(memoryKiB, passes, lanes);
  if (passes * memoryKiB > transferLimits.argon2Work || lanes > transferLimits.argon2Lanes) {
    throw new TransferError('TOO_COSTLY');
  }
  checkMemory(memoryKiB * 1024);
  if (salt.length < 8 || memoryKiB < 8 * lanes) throw new TransferError('DAMAGED');
  return hashRaw(passphrase, {
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the enum does not exist at run time
    algorithm: argon2Kinds[kind],
    salt,
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
    outputLen: bytes,
    // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- as above
    version: argon2Versions[version],
  });
}

interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  /** Of the result. */
  readonly bytes: number;
  readonly version?: '1.0' | '1.3';
}

/** The library's numbers. */
const argon2Kinds = { argon2d: 0, argon2i: 1, argon2id: 2 } as const;
const argon2Versions = { '1.0': 0, '1.3': 1 } as const;

const scryptAsync = promisify<Passphrase, Uint8Array, number, ScryptOptions, Uint8Array>(scrypt);

function checkCosts(...costs: readonly number[]): void {
  if (!costs.every((cost) => Number.isSafeInteger(cost) && cost >= 1)) throw new TransferError('DAMAGED');
}

/** A library that gets no memory ends the process, so a machine without it is asked first. */
function checkMemory(bytes: number): void {
  const isLarge = bytes > 128 * 1024 * 1024;
  if (bytes > transferLimits.derivationBytes || (isLarge && bytes > process.availableMemory())) {
    throw new TransferError('TOO_COSTLY');
  }
}
