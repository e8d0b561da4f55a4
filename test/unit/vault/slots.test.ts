import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { argon2id } from '../../../src/adapters/key-derivation/argon2id.ts';
import { VaultFileError } from '../../../src/core/vault/error.ts';
import {
  derivationOf,
  findKeychainSlot,
  findPassphraseSlot,
  isKeyOf,
  makeKeychainSlot,
  makePassphraseSlot,
  newDerivation,
  passphraseForms,
  unwrapKey,
} from '../../../src/core/vault/slots.ts';

const vaultId = randomUUID();
const key = randomBytes(32);

describe('a keychain slot', () => {
  const slot = makeKeychainSlot(key, vaultId, { item: 'item', backend: 'memory' });

  it('knows its key from any other, and from the same one for another vault', () => {
    expect(isKeyOf(slot, key, vaultId)).toBe(true);
    expect(isKeyOf(slot, randomBytes(32), vaultId)).toBe(false);
    expect(isKeyOf(slot, key, randomUUID())).toBe(false);
  });

  it('does not hold the key', () => {
    expect(JSON.stringify(slot)).not.toContain(key.toString('base64'));
    expect(Buffer.from(slot.check, 'base64')).toHaveLength(16);
  });
});

describe('a passphrase slot', () => {
  const wrappingKey = randomBytes(32);
  const slot = makePassphraseSlot(key, vaultId, newDerivation(), wrappingKey);

  it('gives the key to the one who has the passphrase, and to nobody else', () => {
    expect(unwrapKey(slot, vaultId, wrappingKey)).toEqual(key);
    expect(() => unwrapKey(slot, vaultId, randomBytes(32))).toThrow(VaultFileError);
    expect(() => unwrapKey(slot, randomUUID(), wrappingKey)).toThrow(VaultFileError);
  });

  it('has a salt of its own each time, and says what it costs', () => {
    const other = makePassphraseSlot(key, vaultId, newDerivation(), wrappingKey);
    expect(other.salt).not.toBe(slot.salt);
    expect(derivationOf(slot)).toMatchObject({ memoryKiB: 65_536, iterations: 3, parallelism: 1 });
  });

  it.each([
    ['100 GiB of memory', { memoryKiB: 104_857_600 }],
    ['a million passes', { iterations: 1_000_000 }],
    ['much memory for many passes', { memoryKiB: 1_048_576, iterations: 64 }],
    ['no memory to speak of', { memoryKiB: 8 }],
    ['a thousand lanes', { parallelism: 1_000 }],
    ['a fraction', { iterations: 1.5 }],
    ['a short salt', { salt: 'AAAA' }],
    ['another algorithm', { algorithm: 'md5' }],
  ])('that asks for %s is not used', (_what, changes) => {
    expect(findPassphraseSlot([{ ...slot, ...changes }])).toBeNull();
  });

  it('is found among others', () => {
    const keychain = makeKeychainSlot(key, vaultId, { item: 'item', backend: 'memory' });
    const slots = [{ kind: 'recovery' }, keychain, slot];
    expect(findPassphraseSlot(slots)).toEqual(slot);
    expect(findKeychainSlot(slots)).toEqual(keychain);
    expect(findKeychainSlot([slot])).toBeNull();
  });
});

describe('a passphrase', () => {
  it('is the same one however a keyboard composes its letters', () => {
    expect(passphraseForms('cafe\u0301')).toEqual(['caf\u00e9']);
    expect(passphraseForms('caf\u00e9')).toEqual(['caf\u00e9']);
  });

  it('may have been taken as it was typed, before there was one form for all spellings', () => {
    expect(passphraseForms('ｑｕｉｅｔ\u00a0cafe\u0301')).toEqual([
      'quiet caf\u00e9',
      'ｑｕｉｅｔ\u00a0caf\u00e9',
    ]);
  });

  it('is derived as the reference implementation of Argon2id does (phc-winner-argon2, test.c)', async () => {
    const derived = await argon2id.derive('password', {
      salt: Buffer.from('somesalt'),
      memoryKiB: 65_536,
      iterations: 2,
      parallelism: 1,
    });
    expect(Buffer.from(derived).toString('hex')).toBe(
      '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
    );
  });
});
