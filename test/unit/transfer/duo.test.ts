import { describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { duoAccount, duoSamples } from '../../rig/transfer-files/duo.ts';
import { json, told, troubles } from '../../rig/transfer-files/sample.ts';

const read = (file: unknown) => readTransfer(json(file));

describe('a Duo Mobile file', () => {
  it.each(duoSamples())(
    'gives its entries, with HOTP where there is a counter: $variant',
    async ({ bytes }) => {
      const reading = await readTransfer(bytes);
      expect(reading.format).toBe('duo');
      expect(told(reading)).toEqual(['totp /Mason * SHA1 6 30', 'hotp /James * SHA1 6 5']);
      expect(reading.problems).toEqual([]);
    },
  );

  it('makes HOTP of a counter of 0, and TOTP of one that is null', async () => {
    const reading = await read([duoAccount({}, { counter: 0 }), duoAccount({}, { counter: null })]);
    expect(told(reading)).toEqual(['hotp /Mason * SHA1 6 0', 'totp /Mason * SHA1 6 30']);
    expect(reading.problems).toEqual([]);
  });

  it('names the accounts that only Duo’s own service can use', async () => {
    const reading = await read([duoAccount(), { name: 'Push', accountType: 'DuoAccount', pkey: 'ABC' }]);
    expect(told(reading)).toEqual(['totp /Mason * SHA1 6 30']);
    expect(troubles(reading)).toEqual(['Push NO_SECRET']);
  });
});
