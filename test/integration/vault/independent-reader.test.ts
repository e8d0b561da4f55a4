import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { argon2id } from '../../../src/adapters/key-derivation/argon2id.ts';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import { createVault } from '../../../src/app/vault/vault.ts';
import { systemClock } from '../../../src/adapters/clock/system-clock.ts';
import { codeGroups } from '../../../src/core/vault/recovery-code.ts';
import { recoveryPublicKey } from '../../../src/core/vault/recovery-slot.ts';
import { createListLog, createMemoryKeychain } from '../../rig/memory-ports.ts';

const script = join(import.meta.dirname, 'independent-reader.mjs');
const slots = join(import.meta.dirname, 'independent-slots.mjs');
const passphrase = 'four words of old cheese';

describe('a script written from the format’s description alone', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-format-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = async (path: string, way: 'key' | 'passphrase', secret: string) => {
    const { stdout } = await promisify(execFile)(process.execPath, [script, path, way, secret]);
    return stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  };

  const keyBy = async (path: string, ...way: string[]) => {
    const { stdout } = await promisify(execFile)(process.execPath, [slots, path, ...way]);
    return stdout.trim();
  };

  it('reads the description’s example, by the key and by each slot', async () => {
    const page = await readFile(join(import.meta.dirname, '../../../docs/vault-format.md'), 'utf8');
    const example = /```base64\n([^`]+)```/u.exec(page)?.[1] ?? '';
    const path = join(folder, 'example.latchkey');
    await writeFile(path, Buffer.from(example, 'base64'));
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64');
    const records = await read(path, 'key', key);
    expect(records).toMatchObject([
      { kind: 1 },
      {
        kind: 2,
        issuer: 'RFC 6238',
        parameters: { kind: 'totp', digits: 8 },
        secret: Buffer.from('12345678901234567890').toString('hex'),
      },
    ]);
    expect(await read(path, 'passphrase', passphrase)).toEqual(records);
    const half = Buffer.from(Array.from({ length: 32 }, (_, index) => 32 + index)).toString('base64');
    expect(await keyBy(path, 'both', half, passphrase)).toBe(key);
    const code = /The recovery code is\s+`([^`]+)`/u.exec(page)?.[1] ?? '';
    expect(await keyBy(path, 'recovery', code)).toBe(key);
  });

  it('opens the slots that the application made, after the vault’s key was changed', async () => {
    const keychain = createMemoryKeychain();
    const vault = createVault({
      keychain,
      vaultStore: createVaultFile(folder),
      keyDerivation: argon2id,
      clock: systemClock,
      log: createListLog(),
    });
    await vault.open();
    await vault.create({ protection: 'keychain' });
    const code = randomBytes(20);
    await vault.setKit(recoveryPublicKey(code, vault.identity()?.vaultId ?? ''), Date.now());
    await vault.setUnlockMethods({ mode: 'both', passphrase });
    await vault.close();
    const path = join(folder, 'vault.latchkey');
    const [half = ''] = [...keychain.items.values()];
    const key = await keyBy(path, 'both', half, passphrase);
    expect(await keyBy(path, 'recovery', codeGroups(code).join(' '))).toBe(key);
    expect(await read(path, 'key', key)).toMatchObject([
      { kind: 1 },
      { kind: 4, recovery: {}, formerKey: null },
    ]);
  });

  it('reads what the application wrote, trash included', async () => {
    const keychain = createMemoryKeychain();
    const vault = createVault({
      keychain,
      vaultStore: createVaultFile(folder),
      keyDerivation: argon2id,
      clock: systemClock,
      log: createListLog(),
    });
    await vault.open();
    await vault.create({ protection: 'keychain', passphrase });
    const entry = (number: number) =>
      ({
        id: crypto.randomUUID(),
        issuer: `Site ${number}`,
        account: 'ada@example.org',
        parameters: {
          kind: 'hotp',
          algorithm: 'SHA256',
          digits: 6,
          counter: 7,
          secret: Buffer.from([number, 1]),
        },
        unknownParameters: [['image', 'x']],
        pinned: number === 1,
        addedAt: Date.now(),
        lastUsedAt: null,
        uses: 0,
        former: null,
      }) as const;
    await vault.change((document) => ({
      ...document,
      entries: [entry(1), entry(2)],
      trash: [{ ...entry(3), deletedAt: Date.now() }],
    }));
    await vault.close();
    const [, secret = ''] = [...keychain.items][0] ?? [];
    const path = join(folder, 'vault.latchkey');
    const records = await read(path, 'key', secret);
    expect(records).toMatchObject([
      { kind: 1 },
      { kind: 2, issuer: 'Site 1', pinned: true, parameters: { counter: 7 }, secret: '0101' },
      { kind: 2, issuer: 'Site 2', unknownParameters: [['image', 'x']], secret: '0201' },
      { kind: 3, issuer: 'Site 3', secret: '0301' },
    ]);
    expect(await read(path, 'passphrase', passphrase)).toEqual(records);
  });
});
