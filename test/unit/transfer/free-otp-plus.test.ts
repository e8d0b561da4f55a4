import { describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { freeOtpFile, freeOtpSamples, freeOtpToken } from '../../rig/transfer-files/free-otp-plus.ts';
import { json, told, troubles } from '../../rig/transfer-files/sample.ts';

const read = (tokens: readonly unknown[]) => readTransfer(json(freeOtpFile(tokens)));

describe('a FreeOTP+ file', () => {
  it.each(freeOtpSamples())(
    'gives its entries, with the stored counter as the next one: $variant',
    async ({ bytes }) => {
      const reading = await readTransfer(bytes);
      expect(reading.format).toBe('freeotp+');
      expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30', 'hotp Deno/James * SHA1 6 5']);
      expect(reading.problems).toEqual([]);
    },
  );

  it('makes Steam Guard codes for the issuer Steam', async () => {
    const reading = await read([
      freeOtpToken({ issuerExt: 'Steam', digits: 5 }),
      freeOtpToken({ issuerExt: 'steam' }),
    ]);
    expect(told(reading)).toEqual(['steam Steam/Mason *', 'totp steam/Mason * SHA1 6 30']);
    expect(troubles(reading)).toEqual(['1 STEAM_ISSUER']);
  });

  it('has the names that its user gave, before those of the address', async () => {
    const reading = await read([
      freeOtpToken({ issuerAlt: 'Mine', labelAlt: 'me' }),
      freeOtpToken({ issuerExt: '', issuerInt: 'Inner' }),
      freeOtpToken({ issuerExt: null, issuerInt: null }),
    ]);
    expect(reading.entries.map(({ issuer, account }) => `${issuer}/${account}`)).toEqual([
      'Mine/me',
      'Inner/Mason',
      '/Mason',
    ]);
  });

  it('takes unsigned bytes too, and never anything else for a byte', async () => {
    const reading = await read([
      freeOtpToken({ secret: [72, 101, 108, 108, 111, 33, 222, 173, 190, 239] }),
      freeOtpToken({ secret: [72, 300] }),
      freeOtpToken({ secret: [72, '101'] }),
      freeOtpToken({ secret: [] }),
      freeOtpToken({ secret: 'JBSWY3DPEHPK3PXP' }),
    ]);
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30']);
    expect(troubles(reading)).toEqual(Array.from({ length: 4 }, () => 'Deno (Mason) NO_SECRET'));
  });
});
