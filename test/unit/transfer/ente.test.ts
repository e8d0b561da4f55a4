import process from 'node:process';
import sodium from 'libsodium-wrappers-sumo';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import {
  enteAddress,
  enteFile,
  enteSamples,
  gibibyteEnteFile,
  lockedEnteFile,
} from '../../rig/transfer-files/ente.ts';
import { json, secret, told, troubles } from '../../rig/transfer-files/sample.ts';
import { outcomeOf } from './reading.ts';

const read = (...addresses: string[]) => readTransfer(Buffer.from(enteFile(...addresses)));
const query = (more: string) => `secret=${secret.base32}&${more}`;

beforeAll(() => sodium.ready);

describe('an Ente export', () => {
  it.each(['plain', 'encrypted'])('gives its entries: %s', async (variant) => {
    const sample = (await enteSamples()).find((one) => one.variant === variant);
    const reading = await readTransfer(sample?.bytes ?? new Uint8Array(), sample?.passphrase);
    expect(reading.format).toBe('ente');
    expect(told(reading)).toEqual([
      'totp Deno/Mason * SHA1 6 30',
      'hotp /James * SHA1 6 5',
      'steam Steam/Mason *',
    ]);
    expect(troubles(reading)).toEqual([]);
    expect(reading.entries[0]?.unknownParameters).toEqual([]);
  });

  it('carries tags, note, pin, icon and trash', async () => {
    const display = {
      tags: ['Work', 'A&B+C'],
      note: 'two words + a plus & more',
      pinned: true,
      trashed: true,
      iconID: 'deno',
    };
    const { entries } = await read(enteAddress({ display }));
    const { iconID: icon, ...rest } = display;
    expect(entries).toMatchObject([{ ...rest, icon }]);
  });

  it.each([
    [
      'a plus is a space',
      'Deno+Land:Mason+x',
      query('issuer=Deno+Land'),
      'totp Deno Land/Mason+x * SHA1 6 30',
      [],
    ],
    ['an escaped plus is one', 'a%2Bb', query('issuer=C%2B%2B'), 'totp C++/a+b * SHA1 6 30', []],
    ['an issuer without a value', ':Mason', query('issuer'), 'totp /Mason * SHA1 6 30', []],
    ['an empty issuer', ':Mason', query('issuer='), 'totp /Mason * SHA1 6 30', []],
    ['lower-case hash functions', 'Mason', query('algorithm=sha256'), 'totp /Mason * SHA256 6 30', []],
    [
      'settings that are null',
      'Mason',
      query('algorithm=null&digits=null&period=null'),
      'totp /Mason * SHA1 6 30',
      [],
    ],
    [
      'an escaped padding',
      'Mason',
      'secret=JBSWY3DPEHPK3PXP%3D%3D',
      'totp /Mason * SHA1 6 30',
      ['0 PADDING_WRONG'],
    ],
  ])('%s', async (_name, label, text, entry, problems) => {
    const reading = await read(enteAddress({ label, query: text }));
    expect(told(reading)).toEqual([entry]);
    expect(troubles(reading)).toEqual(problems);
  });

  it('says that HOTP without a counter begins at 0', async () => {
    const reading = await read(enteAddress({ type: 'hotp', query: query('counter=null') }));
    expect(told(reading)).toEqual(['hotp Deno/Mason * SHA1 6 0']);
    expect(troubles(reading)).toEqual(['0 COUNTER_ASSUMED']);
  });

  it('keeps an entry whose codeDisplay is broken, and says so', async () => {
    const address = enteAddress().replace(/codeDisplay=.*/, 'codeDisplay=%7B%22tags');
    expect(troubles(await read(address, enteAddress({ display: { tags: 'Work' } })))).toEqual([
      '0 FIELD_INVALID',
      '1 FIELD_INVALID',
    ]);
  });

  it('loses no line to a bad one', async () => {
    const reading = await read(enteAddress({ query: 'secret=1' }), 'what is this', enteAddress());
    expect(troubles(reading)).toEqual(['Deno (Mason) SECRET_INVALID', '2 LINE_SKIPPED']);
    expect(reading.entries).toHaveLength(1);
  });
});

describe('an encrypted Ente export', () => {
  const text = enteFile(enteAddress());

  it.each([0, 1, 2, 3])('opens with the tag %i', async (tag) => {
    const reading = await readTransfer(json(lockedEnteFile(text, 'ente', { tag })), 'ente');
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30']);
  });

  it.each([1, 15, 16, 17, 63, 64, 65, 1000])('opens at a length of %i more bytes', async (length) => {
    const longer = `${text}#${'x'.repeat(length)}`;
    expect((await readTransfer(json(lockedEnteFile(longer, 'ente')), 'ente')).entries).toHaveLength(1);
  });

  it.each([
    ['no passphrase', undefined, {}, 'PASSPHRASE_MISSING'],
    ['another passphrase', 'Ente', {}, 'PASSPHRASE_WRONG'],
    ['memory above the bound', 'ente', { kdfParams: { memLimit: 2 ** 31 } }, 'TOO_COSTLY'],
    ['passes above the bound', 'ente', { kdfParams: { opsLimit: 2 ** 22 } }, 'TOO_COSTLY'],
    ['no memory', 'ente', { kdfParams: { memLimit: 0 } }, 'DAMAGED'],
    ['a short header', 'ente', { encryptionNonce: 'AAAA' }, 'DAMAGED'],
    ['nothing encrypted', 'ente', { encryptedData: 'AAAA' }, 'DAMAGED'],
  ])('is refused with %s', async (_name, passphrase, over, code) => {
    const file = lockedEnteFile(text, 'ente');
    const costs = { ...file.kdfParams, ...('kdfParams' in over ? over.kdfParams : {}) };
    const changed = { ...file, ...over, kdfParams: costs };
    await expect(readTransfer(json(changed), passphrase)).rejects.toMatchObject({ code });
  });

  it('opens with 1 GiB of memory, on a computer that has it to spare', async () => {
    const hasMemory = process.availableMemory() > 1.25 * 1024 ** 3;
    const outcome = await outcomeOf(json(gibibyteEnteFile), 'ente auth');
    expect(hasMemory ? ['read'] : ['read', 'TOO_COSTLY']).toContain(outcome);
  });

  it('is refused with any byte changed', async () => {
    const file = lockedEnteFile(text, 'ente');
    const sealed = Buffer.from(file.encryptedData, 'base64');
    for (const at of [0, 1, 40, sealed.length - 1]) {
      const flipped = Buffer.from(sealed);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const changed = { ...file, encryptedData: flipped.toString('base64') };
      await expect(readTransfer(json(changed), 'ente')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    }
  });
});
