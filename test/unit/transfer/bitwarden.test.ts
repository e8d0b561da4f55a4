import { describe, expect, it, test } from 'vitest';
import { readTransfer } from '../../../src/core/transfer/formats.ts';
import {
  jsonFile,
  loginItem,
  protectedExport,
  vaultExport,
  zipFile,
  type Kdf,
} from '../../rig/transfer-files/bitwarden.ts';
import { flips, truncations } from '../../rig/transfer-files/damage.ts';
import { outcomeOf, problemsOf, shown, usual } from './reading.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const plain = { issuer: 'ACME', account: 'ann', ...usual, secret };
const uri = `otpauth://totp/Bank:bob?secret=${secret}&issuer=Bank&period=60&digits=8&algorithm=SHA256`;
const fromUri = {
  issuer: 'Bank',
  account: 'bob',
  kind: 'totp',
  algorithm: 'SHA256',
  digits: 8,
  period: 60,
  secret,
};
const readJson = (value: unknown) => readTransfer(jsonFile(value));

describe('the plain export of a vault', () => {
  test.each([
    ['a bare secret takes its names from the item', secret, plain],
    ['a secret in lower case with spaces', 'jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp', plain],
    ['an address has its own names', uri, fromUri],
    ['an address without names takes those of the item', `otpauth://totp/?secret=${secret}`, plain],
    [
      'an address by counter',
      `otpauth://hotp/Bank:bob?secret=${secret}&counter=3`,
      { issuer: 'Bank', account: 'bob', kind: 'hotp', algorithm: 'SHA1', digits: 6, counter: 3, secret },
    ],
    [
      'a Steam link takes its names from the item',
      `steam://${secret}`,
      { issuer: 'ACME', account: 'ann', kind: 'steam', secret },
    ],
    [
      'a short Steam secret',
      'steam://JBSWY3DP',
      { issuer: 'ACME', account: 'ann', kind: 'steam', secret: 'JBSWY3DP' },
    ],
  ])('%s', async (_, totp, expected) => {
    expect(shown(await readJson(vaultExport([loginItem('ACME', totp)])))).toEqual([expected]);
  });

  it('brings folders, note, favourite and trash along', async () => {
    const folders = [
      { id: 'f1', name: 'Work/Servers' },
      { id: 'f2', name: 'Home' },
    ];
    const more = { folderId: 'f1', notes: 'two\nlines', favorite: true, deletedDate: '2025-02-01T00:00:00Z' };
    const reading = await readJson(vaultExport([loginItem('ACME ', secret, more)], { folders }));
    const carried = { tags: ['Work/Servers'], note: 'two\nlines', pinned: true, trashed: true };
    expect(shown(reading)).toEqual([{ ...plain, ...carried }]);
    expect(reading.problems).toEqual([]);
  });

  it("brings an organisation's collections along", async () => {
    const collections = [
      { id: 'c1', organizationId: 'o', name: 'Staff', externalId: null },
      { id: 'c2', name: 'IT' },
    ];
    const item = loginItem('ACME', secret, { collectionIds: ['c1', 'c2'], organizationId: 'o' });
    expect(shown(await readJson({ encrypted: false, collections, items: [item] }))).toEqual([
      { ...plain, tags: ['Staff', 'IT'] },
    ]);
  });

  it('passes over items without a code, and says so if there are none with one', async () => {
    const without = [
      loginItem('A', null),
      loginItem('B', ''),
      { type: 2, name: 'Note', secureNote: { type: 0 } },
    ];
    const reading = await readJson(vaultExport([...without, loginItem('ACME', secret)]));
    expect(shown(reading)).toEqual([plain]);
    expect(reading.problems).toEqual([]);
    expect(await outcomeOf(jsonFile(vaultExport(without)))).toBe('NOTHING_FOUND');
  });

  it('tells an odd item by its names, and reads the others', async () => {
    const items = [
      loginItem('Odd', 'hello world!'),
      loginItem('Number', 12345),
      null,
      loginItem('ACME', secret, { notes: { a: 1 }, folderId: ['x'] }),
      loginItem('MD5', `otpauth://totp/MD5?secret=${secret}&algorithm=MD5`),
    ];
    const reading = await readJson(vaultExport(items));
    expect(shown(reading)).toEqual([
      plain,
      {
        ...plain,
        issuer: 'MD5',
        account: 'MD5',
        algorithm: 'MD5',
        digits: 6,
        period: 30,
        counter: null,
        isForeign: true,
      },
    ]);
    expect(problemsOf(reading, 0)).toEqual(['FIELD_INVALID']);
    expect(problemsOf(reading, 1)).toEqual(['ALGORITHM_UNSUPPORTED']);
    expect(reading.problems.filter(({ entry }) => entry === null)).toEqual([
      { entry: null, code: 'SECRET_INVALID', subject: 'Odd (ann)' },
      { entry: null, code: 'ITEM_INVALID', subject: 'Number (ann)' },
      { entry: null, code: 'ITEM_INVALID', subject: '' },
    ]);
  });

  it('reads a file with a byte order mark and members that it does not know', async () => {
    const text = `\uFEFF${JSON.stringify(vaultExport([loginItem('ACME', secret, { x: [1] })], { y: 2 }))}`;
    expect(shown(await readTransfer(Buffer.from(text)))).toEqual([plain]);
  });

  it("reads the vault in a zip with the person's attachments", async () => {
    const json = JSON.stringify(vaultExport([loginItem('ACME', secret)]));
    const file = await zipFile({ 'data.json': json, 'attachments/1/a.txt': 'hello' });
    expect(shown(await readTransfer(file))).toEqual([plain]);
    for (const part of truncations(file)) expect(await outcomeOf(part)).not.toBe('read');
    for (const flipped of flips(file, 100)) {
      if ((await outcomeOf(flipped.bytes)) !== 'read') continue;
      expect(shown(await readTransfer(flipped.bytes))).toEqual([plain]);
    }
  });

  test.each(['items', 'folders', 'encrypted'])(
    'any type in %s ends in a report or a coded error',
    async (name) => {
      for (const value of [
        null,
        1,
        'x',
        true,
        [],
        {},
        [[]],
        [1],
        [{ login: 5 }],
        [{ login: { totp: {} } }],
      ]) {
        const file = jsonFile({ ...vaultExport([loginItem('ACME', secret)]), [name]: value });
        expect(await outcomeOf(file)).toMatch(
          /^(?:read|DAMAGED|NOTHING_FOUND|UNKNOWN_FORMAT|ACCOUNT_RESTRICTED)$/u,
        );
      }
    },
  );
});

describe('encrypted exports', () => {
  const inside = JSON.stringify(vaultExport([loginItem('ACME', secret)]));
  const argon2id: Kdf = { kdfType: 1, kdfIterations: 2, kdfMemory: 16, kdfParallelism: 2 };

  test.each<[string, Kdf | undefined]>([
    ['PBKDF2', undefined],
    ['Argon2id', argon2id],
  ])('one with a password opens with it, and with no other (%s)', async (_, kdf) => {
    const file = jsonFile(await protectedExport(inside, 'pässword', kdf));
    expect(shown(await readTransfer(file, 'pässword'))).toEqual([plain]);
    expect(await outcomeOf(file, 'password')).toBe('PASSPHRASE_WRONG');
    expect(await outcomeOf(file, '')).toBe('PASSPHRASE_WRONG');
    expect(await outcomeOf(file)).toBe('PASSPHRASE_MISSING');
  });

  test('numbers may be texts, and the validation may be missing', async () => {
    const changes = { kdfIterations: '5000', kdfType: '0', encKeyValidation_DO_NOT_EDIT: undefined };
    const file = jsonFile(await protectedExport(inside, 'pw', undefined, changes));
    expect(shown(await readTransfer(file, 'pw'))).toEqual([plain]);
    expect(await outcomeOf(file, 'other')).toBe('PASSPHRASE_WRONG');
  });

  test('damage is told from a wrong password', async () => {
    const good = await protectedExport(inside, 'pw');
    const { data } = Object.fromEntries(Object.entries(good));
    const changed = String(data).replace(/\|(.)/u, (_, first: string) => `|${first === 'A' ? 'B' : 'A'}`);
    expect(await outcomeOf(jsonFile({ ...good, data: changed }), 'pw')).toBe('DAMAGED');
    const otherProof = String(data).replace(/[^|]+$/u, Buffer.alloc(32).toString('base64'));
    expect(await outcomeOf(jsonFile({ ...good, data: otherProof }), 'pw')).toBe('DAMAGED');
    expect(await outcomeOf(jsonFile({ ...good, data: '2.abc' }), 'pw')).toBe('DAMAGED');
    expect(await outcomeOf(jsonFile({ ...good, data: 5 }), 'pw')).toBe('DAMAGED');
    expect(await outcomeOf(jsonFile(await protectedExport('no JSON', 'pw')), 'pw')).toBe('DAMAGED');
  });

  test('a cut or changed file is refused, or reads as ever', async () => {
    const file = jsonFile(await protectedExport(inside, 'pw', { kdfType: 0, kdfIterations: 10 }));
    for (const part of truncations(file)) expect(await outcomeOf(part, 'pw')).not.toBe('read');
    for (const flipped of flips(file, 100)) {
      if ((await outcomeOf(flipped.bytes, 'pw')) !== 'read') continue;
      expect(shown(await readTransfer(flipped.bytes, 'pw'))).toEqual([plain]);
    }
  });

  test('an export that only its account opens is named, whether there is a password or not', async () => {
    const file = jsonFile({
      encrypted: true,
      encKeyValidation_DO_NOT_EDIT: '2.a|b|c',
      folders: [],
      items: [],
    });
    expect(await outcomeOf(file)).toBe('ACCOUNT_RESTRICTED');
    expect(await outcomeOf(file, 'pw')).toBe('ACCOUNT_RESTRICTED');
  });

  test.each([
    ['PBKDF2 rounds', { kdfIterations: 2_000_000_000 }],
    ['Argon2 memory', { ...argon2id, kdfMemory: 1_000_000 }],
    ['Argon2 passes', { ...argon2id, kdfIterations: 1_000_000 }],
  ])('absurd %s are refused before any work', async (_, changes) => {
    expect(await outcomeOf(jsonFile(await protectedExport(inside, 'pw', undefined, changes)), 'pw')).toBe(
      'TOO_COSTLY',
    );
  });

  test.each([
    ['an unknown derivation', { kdfType: 7 }, 'CIPHER_UNSUPPORTED'],
    ['no derivation', { kdfType: null }, 'DAMAGED'],
    ['no rounds', { kdfIterations: 0 }, 'DAMAGED'],
    ['another cipher', { data: '7.abc' }, 'CIPHER_UNSUPPORTED'],
  ])('%s', async (_, changes, code) => {
    expect(await outcomeOf(jsonFile(await protectedExport(inside, 'pw', undefined, changes)), 'pw')).toBe(
      code,
    );
  });
});

describe('CSV', () => {
  const header =
    'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp';
  const read = (text: string) => readTransfer(Buffer.from(text));

  test("the vault's, with blank lines, quotes and trailing spaces", async () => {
    const text = [
      header,
      `Work,1,login,"ACME ","two\nlines, and a comma",,0,https://acme.example,ann,pw,${secret}`,
      '',
      `,,login,Empty,,,0,,,,otpauth://totp/?secret=${secret}`,
      ',,note,A note,text,,0,,,,',
      '',
    ].join('\r\n');
    expect(shown(await read(text))).toEqual([
      { ...plain, tags: ['Work'], note: 'two\nlines, and a comma', pinned: true },
      { ...plain, issuer: 'Empty', account: '' },
    ]);
  });

  test("an organisation's", async () => {
    const text = `collections,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n"Staff,IT",login,ACME,,,0,,ann,,${secret}`;
    expect(shown(await read(text))).toEqual([{ ...plain, tags: ['Staff', 'IT'] }]);
  });

  test("the Authenticator's, with more cells than columns and nothing quoted", async () => {
    const text = [
      'folder,favorite,type,name,login_uri,login_totp',
      `,,1,Bank,,${uri},Bank,60,8`,
      `,,1,Say "hi", Ltd,,otpauth://totp/?secret=${secret},Say "hi", Ltd,30,6`,
      `,,1,"Broken, Ltd,,otpauth://totp/?secret=${secret},"Broken, Ltd,30,6`,
      `,,1,Steam,,steam://${secret},30,6`,
      `,1,1,Bare,,otpauth://totp/x?secret=${secret}`,
    ].join('\n');
    expect(shown(await read(text))).toEqual([
      fromUri,
      { ...plain, issuer: 'Say "hi", Ltd', account: '' },
      { ...plain, issuer: '"Broken, Ltd', account: '' },
      { issuer: 'Steam', account: '', kind: 'steam', secret },
      { ...plain, issuer: 'Bare', account: 'x', pinned: true },
    ]);
  });

  test("the Authenticator's JSON", async () => {
    const item = {
      id: '1',
      name: 'Bank',
      folderId: null,
      organizationId: null,
      collectionIds: null,
      notes: null,
      type: 1,
      login: { totp: uri },
      favorite: false,
    };
    expect(shown(await readJson({ encrypted: false, items: [item] }))).toEqual([fromUri]);
  });

  test("the Authenticator's, should it quote one day", async () => {
    const text = `folder,favorite,type,name,login_uri,login_totp\n,,1,"Bank, Ltd",,${secret}`;
    expect(shown(await read(text))).toEqual([{ ...plain, issuer: 'Bank, Ltd', account: '' }]);
  });

  test('a vault that ends within quotes is damaged', async () => {
    const text = `${header}\n,,login,ACME,"a note,,0,,ann,pw,${secret}\n`;
    expect(await outcomeOf(Buffer.from(text))).toBe('DAMAGED');
  });

  test('a row without an address is told', async () => {
    const reading = await read(
      `folder,favorite,type,name,login_uri,login_totp\n,,1,Odd,,x,y,z\n,,1,Bank,,${uri},Bank,60,8`,
    );
    expect(reading.problems).toEqual([{ entry: null, code: 'ITEM_INVALID', subject: 'Odd' }]);
  });
});
