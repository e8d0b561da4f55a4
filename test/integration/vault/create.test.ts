import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { closeFolder } from '../../rig/close-folder.ts';
import { codeOf, createRig, failureOf, PASSPHRASE, until, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.stop());

describe('a first run', () => {
  it('says that there is no vault and whether the keychain works', async () => {
    expect((await rig.open()).state()).toEqual({
      state: 'absent',
      keychain: { available: true, backend: 'memory' },
    });
    rig.keychain.refusal = { outcome: 'unavailable', reason: 'none' };
    expect((await rig.open()).state()).toEqual({
      state: 'absent',
      keychain: { available: false, backend: 'memory', outcome: 'unavailable' },
    });
  });
});

describe('a folder that can’t be written', () => {
  it.each(['as it is', 'before it is made'])(
    'is no first run (%s): it says so, and looks again by itself',
    async (when) => {
      if (when === 'as it is') await mkdir(rig.folder);
      const open = await closeFolder(when === 'as it is' ? rig.folder : dirname(rig.folder));
      const vault = await rig.open();
      try {
        expect(vault.state()).toEqual({ state: 'unwritable', path: rig.path });
        await vault.retry();
        expect(vault.state().state).toBe('unwritable');
      } finally {
        await open();
      }
      rig.clock.move(2_000);
      await until(vault.watchState(), ({ state }) => state === 'absent');
      await vault.create({ protection: 'keychain' });
      expect(vault.state().state).toBe('open');
    },
  );
});

describe('a vault that is made', () => {
  it('is open, and opens by itself at the next start', async () => {
    const first = await rig.create();
    expect(first.state()).toMatchObject({
      state: 'open',
      unlockMethods: { keychain: true, passphrase: false },
    });
    const entry = anEntry();
    await first.change((document) => ({ ...document, entries: [entry] }));
    const second = await rig.open();
    expect(second.document()?.entries[0]).toMatchObject({ id: entry.id, issuer: 'Example' });
  });

  it('has one item in the keychain, one line, named after the vault', async () => {
    await rig.create();
    const { vaultId } = parseLayout(await rig.bytes()).header;
    expect([...rig.keychain.items.keys()]).toEqual([vaultId]);
    expect(rig.keychain.items.get(vaultId)).toMatch(/^[\w+/]{43}=$/u);
  });

  it('is written only after the keychain gave the key back', async () => {
    const store = createVaultFile(rig.folder);
    const vault = rig.newVault({
      ...store,
      update: (change, verify) => {
        rig.keychain.calls.push('file');
        return store.update(change, verify);
      },
    });
    await vault.open();
    rig.keychain.calls.length = 0;
    await vault.create({ protection: 'keychain' });
    expect(rig.keychain.calls).toEqual(['write', 'read', 'file']);
  });

  it.each(['locked', 'denied', 'unavailable'] as const)(
    'is not made where the keychain is %s, and no file is left',
    async (outcome) => {
      rig.keychain.refusal = outcome === 'unavailable' ? { outcome, reason: 'none' } : { outcome };
      const vault = await rig.open();
      const failure = await failureOf(vault.create({ protection: 'keychain' }));
      expect(failure).toEqual({ code: 'KEYCHAIN_FAILED', data: { outcome } });
      expect(await rig.names()).toEqual([]);
      expect(vault.state().state).toBe('absent');
    },
  );

  it('is not made where the keychain gives back another key than it took', async () => {
    rig.keychain.isForgetful = true;
    expect(await codeOf(rig.create())).toBe('KEYCHAIN_FAILED');
    expect(await rig.names()).toEqual([]);
  });

  it('leaves no key behind where its file could not be written', async () => {
    const failing = createVaultFile(rig.folder);
    const vault = rig.newVault({
      ...failing,
      update: () => Promise.reject(Object.assign(new Error('disk full'), { code: 'ENOSPC' })),
    });
    await vault.open();
    const failure = await failureOf(vault.create({ protection: 'keychain' }));
    expect(failure).toEqual({ code: 'VAULT_WRITE_FAILED', data: { reason: 'ENOSPC' } });
    expect(rig.keychain.items.size).toBe(0);
  });

  it('with a passphrase alone puts nothing into the keychain', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    expect(vault.state()).toMatchObject({
      state: 'open',
      unlockMethods: { keychain: false, passphrase: true },
    });
    expect(rig.keychain.items.size).toBe(0);
    expect((await rig.open()).state()).toEqual({
      state: 'locked',
      unlockMethods: { keychain: false, passphrase: true, recovery: false },
      mode: 'passphrase',
      cause: 'start',
    });
  });

  it('wants twelve characters of a passphrase, however many bytes they are', async () => {
    const vault = await rig.open();
    const failure = await failureOf(vault.create({ protection: 'passphrase', passphrase: '🦊'.repeat(11) }));
    expect(failure).toEqual({ code: 'PASSPHRASE_TOO_SHORT', data: { minimum: 12 } });
    await vault.create({ protection: 'passphrase', passphrase: '🦊🌊🌷🎻🚲🧀🕯🐝🪁🧵🥁🍋' });
    expect(vault.state().state).toBe('open');
  });

  it.each(['keychain', 'passphrase'] as const)(
    'takes no passphrase that is easy to guess, and makes nothing (%s)',
    async (protection) => {
      const vault = await rig.open();
      const failure = await failureOf(vault.create({ protection, passphrase: 'passwordpassword' }));
      expect(failure).toEqual({ code: 'PASSPHRASE_TOO_WEAK', data: undefined });
      expect(await rig.names()).toEqual([]);
      expect(rig.keychain.items.size).toBe(0);
    },
  );

  it('never takes the place of another, whatever state that is in', async () => {
    const first = await rig.create();
    expect(await codeOf(first.create({ protection: 'keychain' }))).toBe('VAULT_EXISTS');
    rig.keychain.items.clear();
    const withoutKey = await rig.open();
    expect(await codeOf(withoutKey.create({ protection: 'keychain' }))).toBe('VAULT_EXISTS');
    const before = await rig.bytes();
    await rig.write(Buffer.from('not a vault at all'));
    const damaged = await rig.open();
    expect(await codeOf(damaged.create({ protection: 'keychain' }))).toBe('VAULT_EXISTS');
    await rig.write(before);
    expect(rig.keychain.items.size).toBe(0);
  });

  it('of two that are made at once there is one', async () => {
    const [one, other] = [await rig.open(), await rig.open()];
    const codes = await Promise.all([
      codeOf(one.create({ protection: 'keychain' })),
      codeOf(other.create({ protection: 'keychain' })),
    ]);
    expect(codes.toSorted()).toEqual(['VAULT_EXISTS', 'none']);
    expect(rig.keychain.items.size).toBe(1);
  });
});
