import sodium from 'libsodium-wrappers-sumo';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { lockedProtonFile, protonEntry, protonFile, protonSamples } from '../../rig/transfer-files/proton.ts';
import { json, secret, told, troubles } from '../../rig/transfer-files/sample.ts';

const read = (...entries: unknown[]) => readTransfer(json(protonFile(...entries)));
const mason = `secret=${secret.base32}`;

beforeAll(() => sodium.ready);

describe('a Proton export', () => {
  it.each(['plain', 'encrypted'])('gives its entries: %s', async (variant) => {
    const sample = (await protonSamples()).find((one) => one.variant === variant);
    const reading = await readTransfer(sample?.bytes ?? new Uint8Array(), sample?.passphrase);
    expect(reading.format).toBe('proton');
    expect(told(reading)).toEqual(['totp Deno/Mason * SHA1 6 30', 'steam Steam/James *']);
    expect(reading.entries.map(({ note }) => note)).toEqual(['', 'mine']);
    expect(troubles(reading)).toEqual(['1 ISSUER_ASSUMED']);
  });

  it.each([
    [
      'the name is the account',
      `otpauth://totp/Deno:x?${mason}&issuer=Deno`,
      'Mason',
      'totp Deno/Mason * SHA1 6 30',
    ],
    ['a colon in the name is no issuer', `otpauth://totp/a:b?${mason}`, 'a:b', 'totp /a:b * SHA1 6 30'],
    [
      'a label may begin with a colon',
      `otpauth://totp/%3AMason?${mason}&issuer=Deno`,
      '',
      'totp Deno/Mason * SHA1 6 30',
    ],
    [
      'Steam in base64',
      `steam://${Buffer.from(secret.hex, 'hex').toString('base64')}`,
      'x',
      'steam Steam/x *',
    ],
    ['Steam in lower case', `steam://${secret.base32.toLowerCase()}`, 'x', 'steam Steam/x *'],
  ])('%s', async (_name, uri, name, entry) => {
    expect(told(await read(protonEntry({ uri, name })))).toEqual([entry]);
  });

  it('loses no entry to a bad one', async () => {
    const reading = await read(
      protonEntry(),
      null,
      protonEntry({ uri: undefined }),
      { content: 3 },
      protonEntry(),
    );
    expect(reading.entries).toHaveLength(2);
    expect(troubles(reading)).toEqual(['- ITEM_INVALID', 'Mason NO_SECRET', '- NO_SECRET']);
  });
});

describe('an encrypted Proton export', () => {
  const content = json(protonFile(protonEntry()));

  it.each([
    ['no passphrase', undefined, {}, 'PASSPHRASE_MISSING'],
    ['another passphrase', 'Proton', {}, 'PASSPHRASE_WRONG'],
    ['a later version', 'proton', { version: 2 }, 'NEWER_VERSION'],
    ['a short salt', 'proton', { salt: 'AAAA' }, 'DAMAGED'],
    ['nothing encrypted', 'proton', { content: 'AAAA' }, 'DAMAGED'],
  ])('is refused with %s', async (_name, passphrase, over, code) => {
    const file = { ...lockedProtonFile(content, 'proton'), ...over };
    await expect(readTransfer(json(file), passphrase)).rejects.toMatchObject({ code });
  });

  it('is damaged where it holds no JSON', async () => {
    const file = json(lockedProtonFile(Buffer.from('[]x'), 'proton'));
    await expect(readTransfer(file, 'proton')).rejects.toMatchObject({ code: 'DAMAGED' });
  });
});
