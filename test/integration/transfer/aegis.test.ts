import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TransferEntry } from '../../../src/core/transfer/format.ts';
import { readTransfer, writeTransfer } from '../../../src/core/transfer/formats.ts';
import { onlyNames, troubles } from '../../rig/transfer-files/sample.ts';

const script = join(import.meta.dirname, 'independent-aegis.mjs');
const passphrase = 'four wörds of old cheese';
const secret = Uint8Array.from(Buffer.from('12345678901234567890'));
const base32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const carried = onlyNames('Deno', 'Mason');
const totp = { kind: 'totp', secret, algorithm: 'SHA1', digits: 6, period: 30 } as const;
const foreign = { secret, algorithm: 'MD5', digits: 6, period: 10, counter: null } as const;
const entries: readonly TransferEntry[] = [
  { ...carried, isForeign: false, parameters: totp },
  {
    ...carried,
    issuer: 'Ünï "quoted" 💚',
    account: '',
    tags: ['Work', 'Ærø'],
    note: 'two\nlines',
    pinned: true,
    isForeign: false,
    parameters: { ...totp, algorithm: 'SHA512', digits: 10, period: 86_400 },
  },
  {
    ...carried,
    tags: ['Work'],
    isForeign: false,
    parameters: { kind: 'hotp', secret, algorithm: 'SHA256', digits: 5, counter: Number.MAX_SAFE_INTEGER },
  },
  { ...carried, trashed: true, isForeign: false, parameters: { kind: 'steam', secret } },
  { ...carried, isForeign: true, parameters: { ...foreign, kind: 'motp', pin: '1234' } },
  {
    ...carried,
    isForeign: true,
    parameters: { ...foreign, kind: 'yandex', secret: secret.subarray(4), pin: '5678' },
  },
  { ...carried, isForeign: true, parameters: { ...foreign, kind: 'totp', algorithm: 'SHA384' } },
];
const lines = [
  ['totp', 'Deno', 'Mason', base32, 'SHA1', 6, 30, { tags: [], note: '', favorite: false }],
  [
    'totp',
    'Ünï "quoted" 💚',
    '',
    base32,
    'SHA512',
    10,
    86_400,
    { tags: ['Work', 'Ærø'], note: 'two\nlines', favorite: true },
  ],
  [
    'hotp',
    'Deno',
    'Mason',
    base32,
    'SHA256',
    5,
    Number.MAX_SAFE_INTEGER,
    { tags: ['Work'], note: '', favorite: false },
  ],
  ['steam', 'Deno', 'Mason', base32, { tags: [], note: '', favorite: false }],
  ['motp', 'Deno', 'Mason', base32, '1234', { tags: [], note: '', favorite: false }],
  ['yandex', 'Deno', 'Mason', 'GU3DOOBZGAYTEMZUGU3DOOBZGA', '5678', { tags: [], note: '', favorite: false }],
];

describe('an Aegis export', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-aegis-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const open = async (bytes: Uint8Array, ...password: string[]) => {
    const path = join(folder, 'export.json');
    await writeFile(path, bytes);
    const { stdout } = await promisify(execFile)(process.execPath, [script, path, ...password]);
    return stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  };

  it.each([
    ['aegis', []],
    ['aegis-encrypted', [passphrase]],
  ] as const)('opens in a program that others wrote from its description: %s', async (format, password) => {
    const { files, problems } = await writeTransfer(format, entries, password[0]);
    expect(files).toHaveLength(1);
    expect(await open(files[0]?.bytes ?? new Uint8Array(), ...password)).toEqual(lines);
    // What is trashed here would be alive there, and SHA-384 would stop its import.
    expect(troubles({ problems })).toEqual(['3 MARKS_NOT_WRITTEN', '6 KIND_NOT_WRITTEN']);
  });

  it.each([
    ['aegis', undefined],
    ['aegis-encrypted', passphrase],
  ] as const)('comes back as it was: %s', async (format, password) => {
    const { files } = await writeTransfer(format, entries, password);
    const reading = await readTransfer(files[0]?.bytes ?? new Uint8Array(), password);
    const written = entries.slice(0, 4).map((entry) => ({ ...entry, trashed: false }));
    expect(reading.entries.slice(0, 4)).toEqual(written);
    expect(reading.entries.slice(4)).toMatchObject([
      { isForeign: true, parameters: { kind: 'motp', pin: '1234' } },
      { isForeign: true, parameters: { kind: 'yandex', pin: '5678' } },
    ]);
    expect(troubles(reading)).toEqual(['4 TYPE_UNSUPPORTED', '5 TYPE_UNSUPPORTED']);
  });

  it('encrypts under a key, a salt and nonces of its own each time, and nothing legible stays', async () => {
    const [one, other] = await Promise.all(
      [0, 1].map(async () => writeTransfer('aegis-encrypted', entries, passphrase)),
    );
    const text = String(Buffer.from(one?.files[0]?.bytes ?? []));
    const fresh = (of: string) =>
      [...of.matchAll(/"(?:key|nonce|tag|salt|db)": "([^"]+)"/g)].map(([, value]) => value);
    const values = [...fresh(text), ...fresh(String(Buffer.from(other?.files[0]?.bytes ?? [])))];
    expect(values).toHaveLength(14);
    expect(new Set(values).size).toBe(14);
    expect(text).not.toContain('Deno');
  });

  it('is not encrypted without a passphrase', async () => {
    for (const none of [undefined, '']) {
      await expect(writeTransfer('aegis-encrypted', entries, none)).rejects.toMatchObject({
        code: 'PASSPHRASE_MISSING',
      });
    }
  });
});
