import { describe, expect, it, test } from 'vitest';
import type { TransferEntry } from '../../../src/core/transfer/format.ts';
import { readTransfer, writeTransfer } from '../../../src/core/transfer/formats.ts';
import { credential, cxfHeader, note, totp } from '../../rig/transfer-files/cxf.ts';
import { jsonFile, zipFile } from '../../rig/transfer-files/bitwarden.ts';
import { truncations } from '../../rig/transfer-files/damage.ts';
import { outcomeOf, problemsOf, shown, usual } from './reading.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const plain = { issuer: 'ACME', account: 'ann', ...usual, secret };
const readJson = (value: unknown) => readTransfer(jsonFile(value));

describe('reading', () => {
  it('brings settings, tags, collections, note and favourite along', async () => {
    const item = {
      id: 'aXRlbTE',
      creationAt: 1_700_000_000,
      title: 'The bank',
      favorite: true,
      tags: ['money'],
      credentials: [totp({ period: 60, digits: 8, algorithm: 'sha256' }), note('in the safe')],
    };
    const inner = { id: 'Yg', title: 'Inner', items: [{ item: 'aXRlbTE', account: 'YWNj' }] };
    const collections = [{ id: 'YQ', title: 'Outer', items: [{ item: 'aXRlbTE' }], subCollections: [inner] }];
    const reading = await readJson(cxfHeader([item], { collections }));
    const settings = { algorithm: 'SHA256', digits: 8, period: 60 };
    const carried = { tags: ['Outer', 'Inner', 'money'], note: 'in the safe', pinned: true };
    expect(shown(reading)).toEqual([{ ...plain, ...settings, ...carried }]);
    expect(reading.problems).toEqual([]);
  });

  it('takes missing names from the item and its login', async () => {
    const login = { type: 'basic-auth', username: { fieldType: 'string', value: 'bob' } };
    const bare = totp({ issuer: undefined, username: undefined });
    const reading = await readJson(cxfHeader([{ id: 'a', title: 'Bank', credentials: [login, bare] }]));
    expect(shown(reading)).toEqual([{ ...plain, issuer: 'Bank', account: 'bob' }]);
  });

  it('reads several codes of an item, several accounts, and one account alone', async () => {
    const item = { id: 'a', title: 'T', credentials: [totp(), totp({ username: 'bob' })] };
    const header = cxfHeader([item]);
    const twice = { ...header, accounts: [...header.accounts, ...header.accounts] };
    expect(shown(await readJson(header))).toEqual([plain, { ...plain, account: 'bob' }]);
    expect((await readJson(twice)).entries).toHaveLength(4);
    expect((await readJson(header.accounts[0])).entries).toHaveLength(2);
  });

  it('passes over other credentials, known or not', async () => {
    const others = [credential('passkey'), credential('ssh-key'), credential('new-thing'), null, 5];
    const header = cxfHeader([{ id: 'a', title: 'T', credentials: [...others, totp()] }]);
    expect(shown(await readJson(header))).toEqual([plain]);
    expect(await outcomeOf(jsonFile(cxfHeader([{ id: 'a', title: 'T', credentials: others }])))).toBe(
      'NOTHING_FOUND',
    );
  });

  test('Steam Guard, as password managers write it', async () => {
    const header = cxfHeader([
      { id: 'a', title: 'T', credentials: [totp({ algorithm: 'steam', digits: 5 })] },
    ]);
    expect(shown(await readJson(header))).toEqual([
      { issuer: 'ACME', account: 'ann', kind: 'steam', secret },
    ]);
  });

  test('settings that make no codes here are kept with their reason, and odd ones are told', async () => {
    const credentials = [
      totp({ algorithm: 'md5' }),
      totp({ digits: 40 }),
      totp({ secret: '!' }),
      totp({ secret: undefined }),
      totp({ secret: 1234567 }),
      totp({ issuer: { a: 1 } }),
      totp({ digits: '8', period: '60', secret: 'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp' }),
    ];
    const reading = await readJson(cxfHeader([{ id: 'a', title: 'T', credentials }]));
    expect(shown(reading)).toMatchObject([
      { isForeign: true, secret },
      { isForeign: true, digits: 40 },
      { ...plain, issuer: 'T' },
      { ...plain, digits: 8, period: 60 },
    ]);
    expect([0, 1, 2, 3].map((index) => problemsOf(reading, index))).toEqual([
      ['ALGORITHM_UNSUPPORTED'],
      ['DIGITS_RANGE'],
      ['FIELD_INVALID'],
      [],
    ]);
    expect(problemsOf(reading, null)).toEqual(['SECRET_INVALID', 'NO_SECRET', 'NO_SECRET']);
  });

  test('a zip with the data in it', async () => {
    const text = JSON.stringify(cxfHeader([{ id: 'a', title: 'T', credentials: [totp()] }]));
    const file = await zipFile({ 'export/index.json': text, 'export/other.json': '{}' });
    expect(shown(await readTransfer(file))).toEqual([plain]);
    for (const part of truncations(file)) expect(await outcomeOf(part)).not.toBe('read');
    expect(await outcomeOf(await zipFile({ 'other.json': '{}' }))).toBe('UNKNOWN_FORMAT');
    expect(await outcomeOf(await zipFile({ 'CXP-Export/index.jwe': 'x' }))).toBe('ACCOUNT_RESTRICTED');
  });

  test('a newer major version, and any type anywhere', async () => {
    const item = { id: 'a', title: 'T', credentials: [totp()] };
    const header = cxfHeader([item]);
    expect(await outcomeOf(jsonFile({ ...header, version: { major: 2, minor: 0 } }))).toBe('NEWER_VERSION');
    for (const value of [null, 1, 'x', true, [], {}, [[]], [null], [5], [{}]]) {
      for (const name of ['version', 'accounts', 'exporterRpId']) {
        const outcome = await outcomeOf(jsonFile({ ...header, [name]: value }));
        expect(outcome).toMatch(/^(?:read|DAMAGED|NOTHING_FOUND)$/u);
      }
      for (const name of ['items', 'collections']) {
        const outcome = await outcomeOf(jsonFile(cxfHeader([item], { [name]: value })));
        expect(outcome).toMatch(/^(?:read|DAMAGED|NOTHING_FOUND)$/u);
      }
      for (const name of ['id', 'title', 'favorite', 'credentials', 'tags']) {
        const outcome = await outcomeOf(jsonFile(cxfHeader([{ ...item, [name]: value }])));
        expect(outcome).toMatch(/^(?:read|NOTHING_FOUND)$/u);
      }
    }
  });
});

describe('writing', () => {
  const bytes = Buffer.from('12345678901234567890');
  const entry: TransferEntry = {
    issuer: 'ACME',
    account: 'ann',
    unknownParameters: [],
    tags: ['work', 'prod'],
    note: 'in the safe',
    pinned: true,
    trashed: false,
    icon: null,
    isForeign: false,
    parameters: { kind: 'totp', algorithm: 'SHA512', digits: 8, period: 60, secret: bytes },
  };
  const write = async (...entries: TransferEntry[]) => {
    const written = await writeTransfer('cxf', entries);
    return { ...written, bytes: written.files[0]?.bytes ?? new Uint8Array() };
  };

  it('has the members and types that the standard requires', async () => {
    const { bytes: file } = await write(entry);
    const id = expect.stringMatching(/^[\w-]{22}$/u);
    const linked = (title: string) => ({ id, title, items: [{ item: id }] });
    expect(JSON.parse(Buffer.from(file).toString('utf8'))).toEqual({
      version: { major: 1, minor: 0 },
      exporterRpId: expect.any(String),
      exporterDisplayName: 'Latchkey',
      timestamp: expect.any(Number),
      accounts: [
        {
          id,
          username: '',
          email: '',
          collections: [linked('work'), linked('prod')],
          items: [
            {
              id,
              title: 'ACME',
              favorite: true,
              tags: ['work', 'prod'],
              credentials: [
                {
                  type: 'totp',
                  secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
                  period: 60,
                  digits: 8,
                  username: 'ann',
                  algorithm: 'sha512',
                  issuer: 'ACME',
                },
                { type: 'note', content: { fieldType: 'string', value: 'in the safe' } },
              ],
            },
          ],
        },
      ],
    });
  });

  it('gives back what was written', async () => {
    const bare: TransferEntry = { ...entry, issuer: '', account: '', tags: [], note: '', pinned: false };
    const { bytes: file, problems } = await write(entry, { ...bare, issuer: 'Only an issuer' });
    const reading = await readTransfer(file);
    const secretOf = { ...entry.parameters, secret: new Uint8Array(bytes) };
    expect(reading.entries).toEqual([
      { ...entry, parameters: secretOf },
      { ...bare, issuer: 'Only an issuer', parameters: secretOf },
    ]);
    expect([...problems, ...reading.problems]).toEqual([]);
  });

  it('says which entries have no place in it', async () => {
    const { bytes: file, problems } = await write(
      { ...entry, parameters: { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 1, secret: bytes } },
      { ...entry, parameters: { kind: 'steam', secret: bytes } },
      { ...entry, parameters: { ...usual, period: 300, secret: bytes } },
      { ...entry, trashed: true },
    );
    expect((await readTransfer(file)).entries).toHaveLength(1);
    expect(problems.map(({ entry: index, code }) => [index, code])).toEqual([
      [0, 'KIND_NOT_WRITTEN'],
      [1, 'KIND_NOT_WRITTEN'],
      [2, 'KIND_NOT_WRITTEN'],
      [3, 'MARKS_NOT_WRITTEN'],
    ]);
  });
});
