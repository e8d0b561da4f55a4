import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import { flips, truncations } from '../../rig/transfer-files/damage.ts';
import {
  databaseXml,
  keepassFile,
  sealedByHand,
  type SampleDatabase,
} from '../../rig/transfer-files/keepass.ts';
import { outcomeOf, problemsOf, shown, usual } from './reading.ts';

const passphrase = 'correct horse';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const bytes = Buffer.from('Hello!\xde\xad\xbe\xefHello!\xde\xad\xbe\xef', 'latin1');
const names = { Title: 'ACME', UserName: 'ann' };
const plain = { issuer: 'ACME', account: 'ann', ...usual, secret };

describe.each<[string, SampleDatabase]>([
  ['KDBX 3.1', { version: 3 }],
  ['KDBX 3.1, not compressed', { version: 3, isCompressed: false }],
  ['KDBX 4 with Argon2d and AES', {}],
  ['KDBX 4 with Argon2d version 1.0', { argon2: { version: 0x10 } }],
  ['KDBX 4 with Argon2id and ChaCha20', { kdf: 'argon2id', cipher: 'chacha20' }],
  ['KDBX 4 with AES-KDF, not compressed', { kdf: 'aes', isCompressed: false }],
])('%s', (_, options) => {
  it('opens with its passphrase, with hidden and open fields in any order', async () => {
    const file = await keepassFile(
      [
        { fields: { ...names, Notes: 'ë\t“two”\nlines' }, hidden: { Password: 'pässword', otp: secret } },
        { fields: { Title: 'Only a password' }, hidden: { Password: 'x' } },
        { fields: { Title: 'B', 'TOTP Seed': secret }, hidden: { Password: 'y' } },
      ],
      options,
    );
    const reading = await readTransfer(file, passphrase);
    expect(shown(reading)).toEqual([
      { ...plain, note: 'ë\t“two”\nlines' },
      { ...plain, issuer: 'B', account: '' },
    ]);
    expect(reading.problems).toEqual([]);
  });

  it('refuses another passphrase and none', async () => {
    const file = await keepassFile([{ fields: names, hidden: { otp: secret } }], options);
    await expect(readTransfer(file, 'Correct horse')).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    expect(await outcomeOf(file)).toBe('PASSPHRASE_MISSING');
  });

  it('refuses a file that is cut off, and never reads anything else from a changed one', async () => {
    const file = await keepassFile([{ fields: names, hidden: { otp: secret } }], options);
    for (const part of truncations(file)) expect(await outcomeOf(part, passphrase)).not.toBe('read');
    let refused = 0;
    for (const flipped of flips(file, 60)) {
      // KDBX 3 authenticates neither its last block, which is empty, nor the padding after it.
      if ((await outcomeOf(flipped.bytes, passphrase)) !== 'read') refused += 1;
      else expect(shown(await readTransfer(flipped.bytes, passphrase))).toEqual([plain]);
    }
    expect(refused).toBeGreaterThan(50);
  });
});

describe('the ways in which applications keep a code', () => {
  it.each([
    [
      'an address',
      { otp: `otpauth://totp/Bank:bob?secret=${secret}&period=60&digits=8&issuer=Bank` },
      { issuer: 'Bank', account: 'bob', period: 60, digits: 8 },
    ],
    ['an address without names', { otp: `otpauth://totp/?secret=${secret}` }, {}],
    [
      'an address by KeePassXC without a user name',
      { UserName: '', otp: `otpauth://totp/ACME:none?secret=${secret}&period=30&digits=6&issuer=ACME` },
      { account: '' },
    ],
    [
      'an address by KeePassXC for an account called none',
      { UserName: 'none', otp: `otpauth://totp/ACME:none?secret=${secret}&issuer=ACME` },
      { account: 'none' },
    ],
    [
      'an address with SHA-512',
      { otp: `otpauth://totp/ACME:ann?secret=${secret}&issuer=ACME&algorithm=SHA512` },
      { algorithm: 'SHA512' },
    ],
    ['a bare key, as KeeWeb keeps it', { otp: ' jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp ' }, {}],
    ['KeeOTP', { otp: `key=${secret}&size=8&step=60` }, { digits: 8, period: 60 }],
    [
      'KeeOTP with an encoded key and a hash',
      { otp: `key=${secret}%3d%3D&otpHashMode=Sha256` },
      { algorithm: 'SHA256' },
    ],
    ['KeeOTP in base64', { otp: `key=${bytes.toString('base64')}&encoding=Base64` }, {}],
    ['KeeOTP in hex', { otp: `key=${bytes.toString('hex')}&encoding=Hex` }, {}],
    [
      'KeeOTP by counter',
      { otp: `key=${secret}&type=Hotp&counter=7` },
      { kind: 'hotp', counter: 7, period: undefined },
    ],
    ['KeeTrayTOTP', { 'TOTP Seed': secret, 'TOTP Settings': '60;8' }, { period: 60, digits: 8 }],
    [
      'KeeTrayTOTP with a time server',
      { 'TOTP Seed': secret, 'TOTP Settings': '30;7;https://example.com' },
      { digits: 7 },
    ],
    ['KeeTrayTOTP without settings', { 'TOTP Seed': secret }, {}],
    [
      'KeePass 2 in base32',
      { 'TimeOtp-Secret-Base32': secret, 'TimeOtp-Length': '8', 'TimeOtp-Period': '45' },
      { digits: 8, period: 45 },
    ],
    ['KeePass 2 in hex', { 'TimeOtp-Secret-Hex': bytes.toString('hex').toUpperCase() }, {}],
    ['KeePass 2 in base64', { 'TimeOtp-Secret-Base64': bytes.toString('base64') }, {}],
    [
      'KeePass 2 with its names of algorithms',
      { 'TimeOtp-Secret-Base32': secret, 'TimeOtp-Algorithm': 'HMAC-SHA-256' },
      { algorithm: 'SHA256' },
    ],
    [
      'KeePass 2 by counter',
      { 'HmacOtp-Secret-Base32': secret, 'HmacOtp-Counter': '42' },
      { kind: 'hotp', counter: 42, period: undefined },
    ],
    ['names of fields in another case', { 'totp seed': secret, 'totp settings': '30;8' }, { digits: 8 }],
    [
      'the same secret in several fields',
      { otp: secret, 'TOTP Seed': secret, 'TimeOtp-Secret-Base32': secret },
      {},
    ],
  ])('%s', async (_, fields, expected) => {
    const file = sealedByHand(databaseXml([encoded({ ...names, ...fields })]), passphrase);
    const { period, ...others } = { ...plain, ...expected };
    const reading = await readTransfer(file, passphrase);
    expect(shown(reading)).toEqual([{ ...others, ...(period !== undefined && { period }) }]);
  });

  test.each([
    [
      'an address with encoder=steam',
      { otp: `otpauth://totp/ACME:ann?secret=${secret}&issuer=ACME&encoder=steam` },
    ],
    ['KeeTrayTOTP with S for digits', { 'TOTP Seed': secret, 'TOTP Settings': '30;S' }],
    ['KeeOTP of type Steam', { otp: `key=${secret}&type=Steam` }],
    ['KeeOTP with the encoder Steam', { otp: `key=${secret}&encoder=Steam` }],
    ['a Steam link', { otp: `steam://${secret}` }],
  ])('Steam Guard: %s', async (_, fields) => {
    const file = sealedByHand(databaseXml([encoded({ ...names, ...fields })]), passphrase);
    const expected = { issuer: 'ACME', account: 'ann', kind: 'steam', secret };
    expect(shown(await readTransfer(file, passphrase))).toEqual([expected]);
  });

  test('a plain secret of KeePass 2 is the bytes of its text, with its spaces', async () => {
    const text = ' pässwörd-12345 ';
    const file = sealedByHand(databaseXml([{ ...names, 'TimeOtp-Secret': text }]), passphrase);
    const [entry] = (await readTransfer(file, passphrase)).entries;
    expect(Buffer.from(entry?.parameters.secret ?? []).toString('utf8')).toBe(text);
  });

  test('two different secrets in one entry are two entries', async () => {
    const other = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const fields = { ...names, 'TimeOtp-Secret-Base32': secret, 'HmacOtp-Secret-Base32': other };
    const reading = await readTransfer(sealedByHand(databaseXml([fields]), passphrase), passphrase);
    expect(shown(reading)).toEqual([
      plain,
      {
        issuer: 'ACME',
        account: 'ann',
        kind: 'hotp',
        algorithm: 'SHA1',
        digits: 6,
        counter: 0,
        secret: other,
      },
    ]);
  });

  test('one odd entry is told by its names, and the others arrive', async () => {
    const entries = [
      { ...names, otp: 'not a secret!' },
      { ...names, 'TimeOtp-Secret-Hex': 'xyz' },
      { ...names, 'TOTP Seed': secret, 'TOTP Settings': '30;twelve' },
      { ...names, otp: secret },
    ];
    const reading = await readTransfer(sealedByHand(databaseXml(entries), passphrase), passphrase);
    expect(shown(reading)).toMatchObject([{ isForeign: true, secret }, plain]);
    expect(problemsOf(reading, 0)).toEqual(['DIGITS_RANGE']);
    expect(reading.problems.filter(({ entry }) => entry === null)).toEqual([
      { entry: null, code: 'SECRET_INVALID', subject: 'ACME (ann)' },
      { entry: null, code: 'SECRET_INVALID', subject: 'ACME (ann)' },
    ]);
  });
});

describe('what comes along, and what does not', () => {
  it('groups below the root and tags are tags', async () => {
    const file = await keepassFile([
      { fields: { ...names, otp: secret }, groups: ['Work', 'Servers'], tags: ['prod', 'a b'] },
      { fields: { ...names, otp: secret } },
    ]);
    const [inGroup, atRoot] = (await readTransfer(file, passphrase)).entries;
    expect(inGroup?.tags).toEqual(['Work', 'Servers', 'prod', 'a b']);
    expect(atRoot?.tags).toEqual([]);
  });

  it('says that the recycle bin, former versions and templates were passed over', async () => {
    const file = await keepassFile([
      { fields: { ...names, otp: secret }, former: { Title: 'Old', otp: secret } },
      { fields: { Title: 'Gone', otp: secret }, place: 'recycled' },
      { fields: { Title: 'Template', otp: secret }, place: 'template' },
    ]);
    const reading = await readTransfer(file, passphrase);
    expect(shown(reading)).toEqual([plain]);
    const codes = ['HISTORY_SKIPPED', 'RECYCLE_BIN_SKIPPED', 'TEMPLATES_SKIPPED'];
    expect(problemsOf(reading, null).toSorted()).toEqual(codes);
  });

  it('says nothing of what was passed over without a code', async () => {
    const file = await keepassFile([
      { fields: { ...names, otp: secret }, former: { Title: 'Old' } },
      { fields: { Title: 'Gone' }, place: 'recycled' },
    ]);
    expect((await readTransfer(file, passphrase)).problems).toEqual([]);
  });
});

describe('keys', () => {
  test('an empty passphrase opens a database that has one', async () => {
    const file = await keepassFile([{ fields: { ...names, otp: secret } }], { passphrase: '' });
    expect(await outcomeOf(file, '')).toBe('read');
    expect(await outcomeOf(file)).toBe('PASSPHRASE_MISSING');
  });

  test('a database with a key file is refused with words that name it', async () => {
    const file = await keepassFile([{ fields: names }], { keyFile: Buffer.alloc(32, 5) });
    await expect(readTransfer(file, passphrase)).rejects.toThrow(/key file/u);
  });
});

describe('refusals', () => {
  const header = (hex: string) => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(200)]);

  test.each([
    ['KeePass 1 (.kdb)', '03d9a29a65fb4bb503000200'],
    ['the trial versions of KeePass 2', '03d9a29a66fb4bb501000200'],
    ['KDBX 2', '03d9a29a67fb4bb501000200'],
  ])('%s is named as too old', async (_, hex) => {
    expect(await outcomeOf(header(hex), passphrase)).toBe('VERSION_UNSUPPORTED');
  });

  test('a newer version is named', async () => {
    expect(await outcomeOf(header('03d9a29a67fb4bb500000500'), passphrase)).toBe('NEWER_VERSION');
  });

  test('Twofish is named as a cipher that is not read', async () => {
    const file = Buffer.from(await keepassFile([{ fields: names }]));
    const aes = Buffer.from('31c1f2e6bf714350be5805216afc5aff', 'hex');
    Buffer.from('ad68f29f576f4bb9a36ad47af965346c', 'hex').copy(file, file.indexOf(aes));
    expect(await outcomeOf(file, passphrase)).toBe('CIPHER_UNSUPPORTED');
    expect(await outcomeOf(file)).toBe('CIPHER_UNSUPPORTED');
  });

  test.each<[string, SampleDatabase]>([
    ['memory', { argon2: { memoryBytes: 2 ** 40 } }],
    ['passes', { argon2: { passes: 2 ** 31 } }],
    ['lanes', { argon2: { memoryBytes: 2 ** 30, passes: 2, lanes: 2 ** 20 } }],
  ])('Argon2 is not run with absurd %s', async (_, options) => {
    expect(await outcomeOf(await keepassFile([{ fields: names }], options), passphrase)).toBe('TOO_COSTLY');
  });

  test('AES-KDF is not run for absurdly many rounds', async () => {
    const file = Buffer.from(sealedByHand(databaseXml([]), passphrase));
    file.writeBigUInt64LE(2n ** 60n, file.indexOf(Buffer.from('0100000000000000', 'hex')));
    const end = file.indexOf(Buffer.from('0d0a0d0a', 'hex')) + 4;
    createHash('sha256').update(file.subarray(0, end)).digest().copy(file, end);
    expect(await outcomeOf(file, passphrase)).toBe('TOO_COSTLY');
  });

  test('a content that unpacks to more than the bound is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
    expect(await outcomeOf(sealedByHand('', passphrase, bomb), passphrase)).toBe('TOO_LARGE');
  });

  test('entities are not expanded', async () => {
    const dtd =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const fields = { Title: '&b;&f;', UserName: 'ann', otp: secret };
    const reading = await readTransfer(sealedByHand(databaseXml([fields], dtd), passphrase), passphrase);
    expect(shown(reading)).toEqual([{ ...plain, issuer: '&b;&f;' }]);
  });

  test.each([
    ['deep nesting', `<KeePassFile><Root>${'<Group>'.repeat(100_000)}`, 'DAMAGED'],
    ['no database', 'hello', 'DAMAGED'],
    ['a database that ends early', '<KeePassFile><Root><Group>', 'DAMAGED'],
    ['nothing in it', databaseXml([]), 'NOTHING_FOUND'],
    ['100,000 entries', databaseXml(Array.from({ length: 100_000 }, () => ({ otp: secret }))), 'TOO_LARGE'],
  ])('%s', async (_, xml, code) => {
    expect(await outcomeOf(sealedByHand(xml, passphrase), passphrase)).toBe(code);
  });
});

function encoded(fields: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(fields).map(([name, value]) => [name, value.replaceAll('&', '&amp;')]);
  return Object.fromEntries(pairs);
}
