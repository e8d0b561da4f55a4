import { beforeAll, describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { json, secret, told, troubles, type Sample } from '../../rig/transfer-files/sample.ts';
import {
  legacyStratumFile,
  stratumEntry,
  stratumFile,
  stratumSamples,
} from '../../rig/transfer-files/stratum.ts';

const read = (file: unknown) => readTransfer(json(file));

describe('a Stratum file', () => {
  let samples: Sample[] = [];
  beforeAll(() => {
    samples = stratumSamples();
  });

  it.each(['plain', 'strong', 'legacy'])('gives its entries: %s', async (variant) => {
    const sample = samples.find((one) => one.variant === variant);
    const reading = await readTransfer(sample?.bytes ?? new Uint8Array(), sample?.passphrase);
    expect(reading.format).toBe('stratum');
    expect(told(reading)).toEqual([
      'totp Deno/Mason * SHA1 6 30',
      'hotp Deno/James 31323334353637383930 SHA1 6 5',
      'foreign motp Deno/Mason 0123456789abcdef MD5 6 10',
      'steam Steam/Mason *',
    ]);
    expect(troubles(reading)).toEqual(['2 TYPE_UNSUPPORTED']);
    expect(reading.entries[2]?.parameters).toMatchObject({ pin: '1234' });
    expect(reading.entries.map(({ tags }) => tags)).toEqual([['Work'], [], [], ['Work']]);
  });

  it('of the legacy kind is never made of what a wrong password decrypts', async () => {
    const bytes = legacyStratumFile(json(stratumFile([stratumEntry()])), 'right');
    await expect(readTransfer(bytes, 'wrong')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    for (const content of ['hello', '[]', '']) {
      const other = legacyStratumFile(Buffer.from(content), 'right');
      await expect(readTransfer(other, 'right')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    }
  });

  it('of the legacy kind is damaged if its first block is right and the rest is no strict UTF-8 or JSON', async () => {
    const broken = Buffer.from(json(stratumFile([stratumEntry()])));
    broken[100] = 0xff;
    await expect(readTransfer(legacyStratumFile(broken, 'right'), 'right')).rejects.toMatchObject({
      code: 'DAMAGED',
    });
    const cut = json(stratumFile([stratumEntry()])).subarray(0, 120);
    await expect(readTransfer(legacyStratumFile(cut, 'right'), 'right')).rejects.toMatchObject({
      code: 'DAMAGED',
    });
    const odd = legacyStratumFile(json({}), 'right').subarray(0, -1);
    await expect(readTransfer(odd, 'right')).rejects.toMatchObject({ code: 'DAMAGED' });
  });

  it('may have an empty or missing account, and no PIN', async () => {
    const { Pin: _, ...entry } = stratumEntry({ Username: '' });
    const reading = await read(stratumFile([entry, stratumEntry({ Username: null })]));
    expect(reading.entries.map(({ account }) => account)).toEqual(['', '']);
    expect(reading.problems).toEqual([]);
  });

  it('reads all three hash functions', async () => {
    const reading = await read(stratumFile([0, 1, 2].map((Algorithm) => stratumEntry({ Algorithm }))));
    expect(
      reading.entries.map(({ parameters }) => ('algorithm' in parameters ? parameters.algorithm : '')),
    ).toEqual(['SHA1', 'SHA256', 'SHA512']);
  });

  it('keeps Yandex with its PIN', async () => {
    const yandex = stratumEntry({ Type: 5, Digits: 8, Pin: '5678' });
    const reading = await read(stratumFile([yandex]));
    expect(told(reading)).toEqual(['foreign yandex Deno/Mason * SHA256 8 30']);
    expect(reading.entries[0]?.parameters).toMatchObject({ pin: '5678' });
  });

  it('keeps an mOTP secret that is no hexadecimal as its text', async () => {
    const reading = await read(stratumFile([stratumEntry({ Type: 3, Secret: 'not hex at all!!' })]));
    expect(reading.entries.map(({ parameters }) => String(Buffer.from(parameters.secret)))).toEqual([
      'not hex at all!!',
    ]);
    expect(reading.entries).toMatchObject([{ unknownParameters: [['secret encoding', 'text']] }]);
  });

  it('keeps the order that its user gave, and several categories of one entry', async () => {
    const file = stratumFile(
      [
        stratumEntry({ Issuer: 'B', Ranking: 1, Secret: 'GEZDGNBVGY3TQOJQ' }),
        stratumEntry({ Issuer: 'A', Ranking: 0 }),
      ],
      {
        Categories: [
          { Id: '1', Name: 'Work' },
          { Id: '2', Name: 'Home' },
        ],
        AuthenticatorCategories: ['1', '2', 'gone'].map((CategoryId) => ({
          CategoryId,
          AuthenticatorSecret: secret.base32,
        })),
      },
    );
    const reading = await read(file);
    expect(reading.entries.map(({ issuer, tags }) => [issuer, tags])).toEqual([
      ['A', ['Work', 'Home']],
      ['B', []],
    ]);
  });

  it('names icons, but not the pictures of its user', async () => {
    const reading = await read(
      stratumFile(['google', '@1a2b3c', null].map((Icon) => stratumEntry({ Icon }))),
    );
    expect(reading.entries.map(({ icon }) => icon)).toEqual(['google', null, null]);
  });
});
