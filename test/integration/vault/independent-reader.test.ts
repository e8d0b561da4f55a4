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
import { newEntry } from '../../../src/core/entry/entry.ts';
import { newSite } from '../../../src/core/moving/site.ts';
import { codeGroups } from '../../../src/core/vault/recovery-code.ts';
import { recoveryPublicKey } from '../../../src/core/vault/recovery-slot.ts';
import { createListLog, createMemoryKeychain } from '../../rig/memory-ports.ts';
import { vectorOf } from '../../unit/vault/vectors.ts';

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

  it.each(['1.1', '1.2', '1.3'])('reads a vault of format %s', async (version) => {
    const path = join(folder, 'vector.latchkey');
    await writeFile(path, vectorOf(version));
    const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('base64');
    expect(await read(path, 'key', key)).toMatchObject([
      { kind: 1 },
      {
        kind: 2,
        issuer: 'Bank',
        from: 'another Latchkey',
        ...(version === '1.3' && {
          icon: { letter: true },
          formerSecrets: [{ kind: 'steam', secret: '6f6c64', replacedAt: 1_767_226_100_000 }],
          siteCodes: [
            { code: 'abcd-1234', usedAt: 1_767_226_200_000 },
            { code: '4027 1183', usedAt: null },
          ],
        }),
      },
      { kind: 2, account: 'counting', parameters: { counter: 7 } },
      { kind: 2, issuer: 'Service', enrolment: {} },
      { kind: 3, issuer: 'Gone' },
      ...(version === '1.1' ? [] : [{ kind: 5, revision: 4 }]),
      { kind: 2, id: 'none' },
      { kind: 77 },
    ]);
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

  it('reads what the application wrote, trash and moving list included', async () => {
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
    const entry = (number: number) => {
      const secret = Buffer.from([number, 1]);
      const parameters = { kind: 'hotp', algorithm: 'SHA256', digits: 6, counter: 7, secret } as const;
      const names = { issuer: `Site ${number}`, account: 'ada@example.org' };
      const made = newEntry({ ...names, parameters, unknownParameters: [['image', 'x']] }, Date.now());
      const former = [
        { parameters: { kind: 'steam', secret: Buffer.from([number, 2]) }, replacedAt: 7 },
      ] as const;
      const siteCodes = [{ code: Buffer.from(`code-${number}`), usedAt: 8 }];
      return { ...made, pinned: number === 1, tags: ['work'], note: 'by the door', former, siteCodes };
    };
    const [first, second, third, fourth] = [entry(1), entry(2), entry(3), entry(4)];
    const now = Date.now();
    const moved = newSite('Shop', 'authy', now);
    const [open, gone] = [newSite('Bank', 'other', now), newSite('Mail', 'microsoft', now)];
    await vault.change((document) => ({
      ...document,
      entries: [first, second, fourth],
      trash: [{ ...third, deletedAt: Date.now() }],
      moving: [moved, open, gone],
    }));
    await vault.change((document) => ({
      ...document,
      entries: document.entries.slice(0, 2).map((one) => ({ ...one, note: 'in the safe' })),
      moving: [{ ...moved, moved: { entry: first.id } }, open],
    }));
    await vault.close();
    const [, secret = ''] = [...keychain.items][0] ?? [];
    const path = join(folder, 'vault.latchkey');
    const records = await read(path, 'key', secret);
    expect(records).toMatchObject([
      { kind: 1 },
      { kind: 2, issuer: 'Site 1', pinned: true, parameters: { counter: 7 }, secret: '0101', revision: 2 },
      { kind: 2, issuer: 'Site 2', tags: ['work'], note: 'in the safe', unknownParameters: [['image', 'x']] },
      {
        kind: 3,
        issuer: 'Site 3',
        secret: '0301',
        revision: 1,
        formerSecrets: [{ kind: 'steam', secret: '0302', replacedAt: 7 }],
        siteCodes: [{ code: 'code-3', usedAt: 8 }],
      },
      { kind: 5, id: fourth.id, revision: 2 },
      { kind: 5, id: gone.id, revision: 2 },
      { kind: 6, id: moved.id, name: 'Shop', app: 'authy', moved: { entry: first.id }, revision: 2 },
      { kind: 6, id: open.id, name: 'Bank', app: 'other', moved: null, revision: 1 },
    ]);
    expect(await read(path, 'passphrase', passphrase)).toEqual(records);
  });
});
