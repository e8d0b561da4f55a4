import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { writeTransfer } from '../../../src/core/transfer/formats.ts';

const script = join(import.meta.dirname, '../vault/independent-reader.mjs');
const passphrase = 'four words of old cheese';

test("a script written from the format's description alone reads an exported backup", async () => {
  const secret = Buffer.from('12345678901234567890');
  const carried = {
    unknownParameters: [],
    tags: ['work'],
    note: '',
    pinned: true,
    trashed: false,
    icon: null,
  };
  const parameters = { kind: 'totp', algorithm: 'SHA256', digits: 8, period: 45, secret } as const;
  const entry = { issuer: 'ACME', account: 'ann', ...carried, isForeign: false, parameters } as const;
  const { files } = await writeTransfer('latchkey', [entry], passphrase);
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-transfer-'));
  try {
    const path = join(folder, 'backup.latchkey');
    await writeFile(path, files[0]?.bytes ?? '');
    const { stdout } = await promisify(execFile)(process.execPath, [script, path, 'passphrase', passphrase]);
    const records = stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const settings = { kind: 'totp', algorithm: 'SHA256', digits: 8, period: 45 };
    expect(records).toMatchObject([
      { kind: 1 },
      {
        kind: 2,
        issuer: 'ACME',
        account: 'ann',
        tags: ['work'],
        pinned: true,
        parameters: settings,
        secret: secret.toString('hex'),
      },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
