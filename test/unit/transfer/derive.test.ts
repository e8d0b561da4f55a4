import { describe, expect, test } from 'vitest';
import { deriveArgon2, derivePbkdf2, deriveScrypt } from '../../../src/core/transfer/derive.ts';
import { transferLimits } from '../../../src/core/transfer/limits.ts';

const salt = new TextEncoder().encode('somesalt');
const cheap = { memoryKiB: 256, passes: 2, lanes: 1, bytes: 32 };

describe('a derivation', () => {
  test.each([
    // RFC 6070, and the reference implementation's test.c of Argon2 (version 1.3).
    [
      'PBKDF2 of SHA-1',
      () => derivePbkdf2('password', bytes('salt'), { rounds: 2, hash: 'sha1', bytes: 20 }),
      'ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957',
    ],
    [
      'scrypt',
      () => deriveScrypt('', bytes(''), { n: 16, r: 1, p: 1, bytes: 16 }),
      '77d6576238657b203b19ca42c18a0497',
    ],
    [
      'Argon2i',
      () => deriveArgon2('argon2i', 'password', salt, cheap),
      '89e9029f4637b295beb027056a7336c414fadd43f6b208645281cb214a56452f',
    ],
    [
      'Argon2id',
      () => deriveArgon2('argon2id', 'password', salt, cheap),
      '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
    ],
  ])('%s gives the published key', async (_name, derive, key) => {
    expect(Buffer.from(await derive()).toString('hex')).toBe(key);
  });

  test.each([
    [
      'PBKDF2',
      () => derivePbkdf2('x', salt, { rounds: transferLimits.pbkdf2Rounds + 1, hash: 'sha1', bytes: 32 }),
    ],
    ['scrypt', () => deriveScrypt('x', salt, { n: 2 ** 20, r: 8, p: 8, bytes: 32 })],
    ["scrypt's memory", () => deriveScrypt('x', salt, { n: 2 ** 24, r: 2, p: 1, bytes: 32 })],
    ["Argon2's memory", () => deriveArgon2('argon2id', 'x', salt, { ...cheap, memoryKiB: 2 ** 20 + 1 })],
    ["Argon2's passes", () => deriveArgon2('argon2id', 'x', salt, { ...cheap, passes: 2 ** 20 })],
    ["Argon2's lanes", () => deriveArgon2('argon2id', 'x', salt, { ...cheap, lanes: 17 })],
  ])('above the bound of %s does not start', async (_name, derive) => {
    await expect(derive()).rejects.toMatchObject({ code: 'TOO_COSTLY' });
  });

  test.each([
    ['no rounds', () => derivePbkdf2('x', salt, { rounds: 0, hash: 'sha1', bytes: 32 })],
    ['half a round', () => derivePbkdf2('x', salt, { rounds: 1.5, hash: 'sha1', bytes: 32 })],
    ['an n that is no power of 2', () => deriveScrypt('x', salt, { n: 1000, r: 8, p: 1, bytes: 32 })],
    ['an n of 1', () => deriveScrypt('x', salt, { n: 1, r: 8, p: 1, bytes: 32 })],
    [
      'too little memory for its lanes',
      () => deriveArgon2('argon2id', 'x', salt, { ...cheap, memoryKiB: 7 }),
    ],
    ['a salt of 7 bytes', () => deriveArgon2('argon2id', 'x', salt.subarray(1), cheap)],
  ])('with %s is a damaged file', async (_name, derive) => {
    await expect(derive()).rejects.toMatchObject({ code: 'DAMAGED' });
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
