import { describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { aegisEntry, aegisFile, aegisSamples, lockedAegisFile } from '../../rig/transfer-files/aegis.ts';
import { json, secret, told, troubles } from '../../rig/transfer-files/sample.ts';

const read = (file: unknown, passphrase?: string) => readTransfer(json(file), passphrase);

describe('an Aegis file', () => {
  it.each(aegisSamples())('gives its entries: $variant', async ({ bytes, passphrase }) => {
    const reading = await readTransfer(bytes, passphrase);
    expect(reading.format).toBe('aegis');
    expect(told(reading)).toEqual([
      'totp Deno/Mason * SHA1 6 30',
      'hotp Deno/James * SHA1 6 5',
      'steam Steam/Mason *',
      'foreign motp Deno/Mason * MD5 6 10',
    ]);
    expect(troubles(reading)).toEqual(['3 TYPE_UNSUPPORTED']);
    expect(reading.entries.map(({ tags }) => tags)).toEqual([[], [], ['Games'], []]);
  });

  it('opens by any of its passwords', async () => {
    const content = { version: 3, entries: [aegisEntry()] };
    const file = lockedAegisFile({ content, passphrases: ['first', 'second', 'third'], biometricSlots: 1 });
    for (const passphrase of ['first', 'second', 'third']) {
      expect((await read(file, passphrase)).entries).toHaveLength(1);
    }
    await expect(read(file, 'fourth')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
  });

  it('opens by a good slot if another one is broken', async () => {
    const content = { version: 3, entries: [aegisEntry()] };
    const file = lockedAegisFile({ content, passphrases: ['one', 'two'] });
    const header = { ...file.header, slots: [{ type: 1 }, ...file.header.slots.slice(1)] };
    expect((await read({ ...file, header }, 'two')).entries).toHaveLength(1);
  });

  it('that only a fingerprint opens says so, even before it is asked for a passphrase', async () => {
    const file = lockedAegisFile({ content: {}, passphrases: [], biometricSlots: 1 });
    await expect(read(file)).rejects.toMatchObject({ code: 'NO_PASSWORD_SLOT' });
  });

  it('is refused before any work if its costs are absurd, one by one or together', async () => {
    const content = { version: 3, entries: [aegisEntry()] };
    const many = lockedAegisFile({ content, passphrases: ['a', 'b', 'c'] });
    const slots = many.header.slots.map((slot) => ({ ...slot, n: 2 ** 20, r: 16 }));
    for (const costs of [{ n: 2 ** 30 }, { r: 2 ** 30 }, { p: 2 ** 30 }]) {
      const file = lockedAegisFile({ content, passphrases: ['a'] });
      Object.assign(file.header.slots[0] ?? {}, costs);
      await expect(read(file)).rejects.toMatchObject({ code: 'TOO_COSTLY' });
    }
    await expect(read({ ...many, header: { ...many.header, slots } })).rejects.toMatchObject({
      code: 'TOO_COSTLY',
    });
  });

  it('is told from a wrong passphrase if it is damaged behind its slots', async () => {
    const file = lockedAegisFile({ content: { version: 3, entries: [] }, passphrases: ['aegis'] });
    const db = `${file.db.startsWith('A') ? 'B' : 'A'}${file.db.slice(1)}`;
    await expect(read({ ...file, db }, 'aegis')).rejects.toMatchObject({ code: 'DAMAGED' });
  });

  it.each([1, 2])('of database version %i names its group in the entry', async (version) => {
    const reading = await read(
      aegisFile([aegisEntry({ group: 'Work' }), aegisEntry({ group: null })], { version }),
    );
    expect(reading.entries.map(({ tags }) => tags)).toEqual([['Work'], []]);
    expect(reading.problems).toEqual([]);
  });

  it('of a newer version is refused as such', async () => {
    await expect(read(aegisFile([aegisEntry()], { version: 4 }))).rejects.toMatchObject({
      code: 'NEWER_VERSION',
    });
    const file = { ...aegisFile([aegisEntry()]), version: 2 };
    await expect(read(file)).rejects.toMatchObject({ code: 'NEWER_VERSION' });
  });

  it('may have no issuer, no note and no group, and members that nobody knows', async () => {
    const { note: _, ...entry } = aegisEntry({ issuer: null, groups: [], surprise: { deep: [1] } });
    const reading = await read(aegisFile([entry]));
    expect(told(reading)).toEqual(['totp /Mason * SHA1 6 30']);
    expect(reading.problems).toEqual([]);
  });

  it('brings notes and favourites along', async () => {
    const reading = await read(aegisFile([aegisEntry({ note: 'two\nlines', favorite: true })]));
    expect(reading.entries).toMatchObject([{ note: 'two\nlines', pinned: true, trashed: false }]);
  });

  it('keeps mOTP and Yandex with their PIN', async () => {
    const motp = aegisEntry({ type: 'motp' }, { algo: 'MD5', period: 10, pin: '1234' });
    const yandex = aegisEntry({ type: 'yandex' }, { algo: 'SHA256', digits: 8, pin: '5678' });
    const reading = await read(aegisFile([motp, yandex]));
    expect(reading.entries).toMatchObject([
      { isForeign: true, parameters: { kind: 'motp', algorithm: 'MD5', pin: '1234' } },
      { isForeign: true, parameters: { kind: 'yandex', algorithm: 'SHA256', digits: 8, pin: '5678' } },
    ]);
  });

  it('reads numbers that are texts, and any case of words and secrets', async () => {
    const info = { secret: secret.base32.toLowerCase(), algo: 'sha256', digits: '8', period: '60' };
    const reading = await read(aegisFile([aegisEntry({ type: 'TOTP' }, info)]));
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA256 8 60']);
  });

  it('begins HOTP without a counter at 0, and says so', async () => {
    const reading = await read(aegisFile([aegisEntry({ type: 'hotp' })]));
    expect(told(reading)).toEqual(['hotp Deno/Mason * SHA1 6 0']);
    expect(troubles(reading)).toEqual(['0 COUNTER_ASSUMED']);
  });

  it('reads what is whole of a secret whose length can not be, and says so', async () => {
    const reading = await read(aegisFile([aegisEntry({}, { secret: 'JBSWY3DPEHPK3PXPA' })]));
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30']);
    expect(troubles(reading)).toEqual(['0 SECRET_LENGTH_UNUSUAL']);
  });

  it('names the entries that have no secret or an unreadable one, and reads the others', async () => {
    const entries = [
      aegisEntry({ name: 'A' }, { secret: 'not a secret!' }),
      aegisEntry({ name: 'B' }, { secret: undefined }),
      aegisEntry({ name: 'C' }, { secret: '' }),
      { ...aegisEntry({ name: 'D' }), info: null },
      'no entry',
      aegisEntry({ name: 'E' }),
    ];
    const reading = await read(aegisFile(entries));
    expect(told(reading)).toEqual(['totp Deno/E * SHA1 6 30']);
    expect(troubles(reading)).toEqual([
      'Deno (A) SECRET_INVALID',
      'Deno (B) NO_SECRET',
      'Deno (C) SECRET_EMPTY',
      'Deno (D) NO_SECRET',
      '- ITEM_INVALID',
    ]);
  });

  it('without entries holds nothing', async () => {
    await expect(read(aegisFile([]))).rejects.toMatchObject({ code: 'NOTHING_FOUND' });
  });
});
