import { describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { json, secret, told, troubles } from '../../rig/transfer-files/sample.ts';
import {
  lockedTwoFasFile,
  twoFasFile,
  twoFasSamples,
  twoFasService,
} from '../../rig/transfer-files/two-fas.ts';

const read = (file: unknown, passphrase?: string) => readTransfer(json(file), passphrase);

describe('a 2FAS file', () => {
  it.each(twoFasSamples())('gives its entries: $variant', async ({ bytes, passphrase }) => {
    const reading = await readTransfer(bytes, passphrase);
    expect(reading.format).toBe('2fas');
    expect(told(reading)).toEqual([
      'totp Deno/Mason * SHA1 6 30',
      'hotp James/Mason * SHA1 6 5',
      'steam Steam/Mason *',
    ]);
    expect(reading.problems).toEqual([]);
    expect(reading.entries.map(({ tags }) => tags)).toEqual([['Work'], [], []]);
  });

  it('tells damage from a wrong password by its reference', async () => {
    const file = lockedTwoFasFile([twoFasService()], 'two fas');
    const [sealed = '', ...rest] = file.servicesEncrypted.split(':');
    const damaged = [`${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`, ...rest].join(':');
    await expect(read({ ...file, servicesEncrypted: damaged }, 'two fas')).rejects.toMatchObject({
      code: 'DAMAGED',
    });
    await expect(read(file, 'another')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    const cut = { ...file, servicesEncrypted: sealed };
    await expect(read(cut, 'two fas')).rejects.toMatchObject({ code: 'DAMAGED' });
  });

  it('shows the name that its user sees, and keeps the issuer beside it', async () => {
    const reading = await read(twoFasFile([twoFasService({ name: 'Binance' }, { issuer: 'Binance.com' })]));
    expect(told(reading)).toEqual(['totp Binance/Mason * SHA1 6 30']);
    expect(reading.entries[0]?.unknownParameters).toEqual([['issuer', 'Binance.com']]);
  });

  it('takes the issuer where the name is empty', async () => {
    const reading = await read(twoFasFile([twoFasService({ name: '' })]));
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30']);
  });

  it('takes a missing account from the link, or else from the label', async () => {
    const link = `otpauth://totp/Deno:James?secret=${secret.base32}&issuer=Deno`;
    const reading = await read(
      twoFasFile([
        twoFasService({}, { account: '', label: 'Deno:Benjamin', link }),
        twoFasService({}, { account: null, label: 'Deno:Benjamin' }),
      ]),
    );
    expect(told(reading)).toEqual(['totp Deno/James * SHA1 6 30', 'totp Deno/Benjamin * SHA1 6 30']);
  });

  it('of an early schema has no kinds: the link tells them', async () => {
    const link = `otpauth://hotp/Deno:James?secret=${secret.base32}&counter=5`;
    const reading = await read(
      twoFasFile(
        [
          twoFasService({}, { tokenType: undefined, counter: 5, link }),
          twoFasService({}, { tokenType: null }),
        ],
        {
          schemaVersion: 1,
        },
      ),
    );
    expect(told(reading)).toEqual(['hotp Deno/Mason * SHA1 6 5', 'totp Deno/Mason * SHA1 6 30']);
  });

  it('may leave every setting null: those are the usual ones', async () => {
    const reading = await read(
      twoFasFile([twoFasService({}, { algorithm: null, digits: null, period: null })]),
    );
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30']);
    expect(reading.problems).toEqual([]);
  });

  it('may have any period, and spaces and lower case in secrets', async () => {
    const spaced = 'jbsw y3dp ehpk 3pxp';
    const reading = await read(twoFasFile([twoFasService({ secret: spaced }, { period: 10 })]));
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 10']);
  });

  it('keeps SHA-384, which makes no codes here', async () => {
    const reading = await read(twoFasFile([twoFasService({}, { algorithm: 'SHA384' })]));
    expect(told(reading)).toEqual(['foreign totp Deno/Mason * SHA384 6 30']);
    expect(troubles(reading)).toEqual(['0 ALGORITHM_UNSUPPORTED']);
  });

  it('keeps the order of the list that its user sees', async () => {
    const service = (name: string, position: unknown) => twoFasService({ name, order: { position } });
    const reading = await read(
      twoFasFile([service('C', 2), service('A', 0), service('none', null), service('B', 1)]),
    );
    expect(reading.entries.map(({ issuer }) => issuer)).toEqual(['A', 'B', 'C', 'none']);
  });

  it('names icons in early schemas', async () => {
    const brand = { selected: 'Brand', brand: { id: 'GitHub' } };
    const reading = await read(
      twoFasFile([
        twoFasService({ type: 'Facebook' }),
        twoFasService({ icon: brand }),
        twoFasService({ icon: null }),
        twoFasService({ type: 'ManuallyAdded' }),
      ]),
    );
    expect(reading.entries.map(({ icon }) => icon)).toEqual(['Facebook', 'GitHub', null, null]);
  });

  it('of a newer schema is refused as such', async () => {
    const file = twoFasFile([twoFasService()], { schemaVersion: 5 });
    await expect(read(file)).rejects.toMatchObject({ code: 'NEWER_VERSION' });
  });

  it('may have a service without settings of codes at all', async () => {
    const reading = await read(twoFasFile([twoFasService({ otp: null, groupId: 'unknown' })]));
    expect(told(reading)).toEqual(['totp Deno/ * SHA1 6 30']);
  });
});
