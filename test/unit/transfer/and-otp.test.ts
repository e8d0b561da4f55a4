import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import {
  andOtpEntry,
  andOtpSamples,
  lockedAndOtpFile,
  oldLockedAndOtpFile,
} from '../../rig/transfer-files/and-otp.ts';
import { json, told, troubles } from '../../rig/transfer-files/sample.ts';

const read = (file: unknown) => readTransfer(json(file));

describe('an andOTP file', () => {
  it.each(andOtpSamples())('gives its entries: $variant', async ({ bytes, passphrase }) => {
    const reading = await readTransfer(bytes, passphrase);
    expect(reading.format).toBe('andotp');
    expect(told(reading)).toEqual([
      'totp Deno/Mason * SHA1 6 30',
      'hotp Deno/James * SHA1 6 5',
      'steam Deno/Mason *',
    ]);
    expect(reading.problems).toEqual([]);
    expect(reading.entries.map(({ tags }) => tags)).toEqual([['Work'], [], []]);
  });

  it('splits the label of older versions, which have no issuer', async () => {
    const old = (label: string) => andOtpEntry({ issuer: undefined, label });
    const reading = await read(['Deno - Mason', 'Deno - Deno:Mason', 'Mason', 'A - B - C'].map(old));
    expect(reading.entries.map(({ issuer, account }) => [issuer, account])).toEqual([
      ['Deno', 'Mason'],
      ['Deno', 'Mason'],
      ['', 'Mason'],
      ['A', 'B - C'],
    ]);
  });

  it('leaves the label alone where the issuer is there and empty', async () => {
    const reading = await read([andOtpEntry({ issuer: '', label: 'Deno - Mason' })]);
    expect(reading.entries).toMatchObject([{ issuer: '', account: 'Deno - Mason' }]);
  });

  it('reads padded secrets, and takes SHA1, 6 digits and 30 seconds as the application does', async () => {
    const { secret: _, label, issuer } = andOtpEntry();
    const reading = await read([{ secret: 'JBSWY3DPEHPK3PXPGEZA====', label, issuer, type: 'TOTP' }]);
    expect(told(reading)).toEqual(['totp Deno/Mason 48656c6c6f21deadbeef3132 SHA1 6 30']);
    expect(reading.problems).toEqual([]);
  });

  it('of the first versions names neither kind nor hash function', async () => {
    const { secret, digits, period } = andOtpEntry();
    const reading = await read([
      { secret, label: 'Deno - Mason', period, digits },
      { secret, label: 'James', period: 60 },
    ]);
    expect(reading.format).toBe('andotp');
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30', 'totp /James * SHA1 6 60']);
  });

  it('keeps mOTP, which makes no codes here', async () => {
    const reading = await read([andOtpEntry({ type: 'MOTP', period: undefined })]);
    expect(reading.entries).toMatchObject([{ isForeign: true, parameters: { kind: 'motp' } }]);
    expect(troubles(reading)).toEqual(['0 TYPE_UNSUPPORTED']);
  });

  it('names icons, but not the usual one', async () => {
    const reading = await read([andOtpEntry({ thumbnail: 'Github' }), andOtpEntry({ thumbnail: 'DEFAULT' })]);
    expect(reading.entries.map(({ icon }) => icon)).toEqual(['Github', null]);
  });
});

describe('an encrypted andOTP file, which nothing marks,', () => {
  it('is asked for its passphrase if it begins with a number of rounds', async () => {
    const bytes = lockedAndOtpFile([andOtpEntry()], 'and otp', 1500);
    await expect(readTransfer(bytes)).rejects.toMatchObject({ code: 'PASSPHRASE_MISSING' });
    await expect(readTransfer(bytes, 'another')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
  });

  it('of the old kind may be anything without a passphrase, and opens with it', async () => {
    const bytes = oldLockedAndOtpFile([andOtpEntry()], 'and otp');
    await expect(readTransfer(bytes)).rejects.toMatchObject({ code: 'UNKNOWN_OR_ENCRYPTED' });
    expect((await readTransfer(bytes, 'and otp')).entries).toHaveLength(1);
  });

  it('is not what other binary files are taken for', async () => {
    const files = {
      noise: Buffer.concat([Buffer.from([0xff]), randomBytes(500)]),
      'a TrueType font': Buffer.concat([Buffer.from([0, 1, 0, 0]), randomBytes(500)]),
      'a film': Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypmp42'), randomBytes(500)]),
      'absurd rounds': Buffer.concat([Buffer.from([0x7f, 0xff, 0xff, 0xff]), randomBytes(500)]),
    };
    for (const [name, bytes] of Object.entries(files)) {
      await expect(readTransfer(bytes), name).rejects.toMatchObject({ code: 'UNKNOWN_OR_ENCRYPTED' });
    }
    for (const bytes of [Buffer.from([0, 0, 4, 0, 1, 2, 3]), Buffer.alloc(9 * 1024 * 1024, 0xff)]) {
      await expect(readTransfer(bytes)).rejects.toMatchObject({ code: 'UNKNOWN_FORMAT' });
    }
  });

  it('is noise all through: what holds words or a row of zeros is unknown, whatever passphrase comes along', async () => {
    const start = Buffer.from([0, 0, 5, 0xdc, 0xff]);
    for (const part of [Buffer.from('"these":"are words that none hid"'), Buffer.alloc(8)]) {
      const bytes = Buffer.concat([start, randomBytes(50), part, randomBytes(50)]);
      await expect(readTransfer(bytes, 'and otp')).rejects.toMatchObject({ code: 'UNKNOWN_FORMAT' });
    }
  });
});
