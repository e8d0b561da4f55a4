import { describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { json, told, troubles } from '../../rig/transfer-files/sample.ts';
import { steamAccount, steamSamples } from '../../rig/transfer-files/steam.ts';

const read = (file: unknown) => readTransfer(json(file));

describe('a Steam file', () => {
  it.each(steamSamples())('gives its entries: $variant', async ({ bytes, entries }) => {
    const reading = await readTransfer(bytes);
    expect(reading.format).toBe('steam');
    expect(told(reading)).toEqual(['steam Steam/Mason *', 'steam Steam/James *'].slice(0, entries));
    expect(reading.problems).toEqual([]);
  });

  it('with accounts in a list is one too', async () => {
    expect(told(await read({ accounts: [steamAccount()] }))).toEqual(['steam Steam/Mason *']);
  });

  it('names an account by its number if it has no name', async () => {
    const reading = await read(steamAccount({ account_name: undefined, steamid: '76561190000000001' }));
    expect(reading.entries).toMatchObject([{ account: '76561190000000001' }]);
  });

  it('names accounts whose secret is no base64 or missing, and reads the others', async () => {
    const reading = await read([
      steamAccount({ shared_secret: '???' }),
      steamAccount({ shared_secret: null }),
      steamAccount(),
    ]);
    expect(told(reading)).toEqual(['steam Steam/Mason *']);
    expect(troubles(reading)).toEqual(['Steam (Mason) SECRET_INVALID', 'Steam (Mason) NO_SECRET']);
  });
});
