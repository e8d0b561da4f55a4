import { randomBytes } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import type { VaultStore } from '../../../src/app/ports.ts';
import type { Vault } from '../../../src/app/vault/vault.ts';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { codeGroups } from '../../../src/core/vault/recovery-code.ts';
import { recoveryPublicKey } from '../../../src/core/vault/recovery-slot.ts';
import { sealVault, unsealVault } from '../../../src/core/vault/seal.ts';
import {
  derivationOf,
  findPassphraseSlot,
  makePassphraseSlot,
  unwrapKey,
  type Derivation,
} from '../../../src/core/vault/slots.ts';
import { quickKeyDerivation } from '../../rig/memory-ports.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { codeOf, createRig, PASSPHRASE, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(() => rig.stop());

const OTHER = 'five more words of new bread';

async function add(vault: Vault): Promise<void> {
  await vault.change((document) => ({ ...document, entries: [...document.entries, anEntry()] }));
}

/** Gives the vault, made with PASSPHRASE, a slot as another day's Latchkey may have made it. */
async function sealFor(passphrase: string, derivation: Derivation): Promise<void> {
  const { header } = parseLayout(await rig.bytes());
  const slot = findPassphraseSlot(header.slots);
  if (slot === null) throw new Error('there is no passphrase slot');
  const opening = await quickKeyDerivation.derive(PASSPHRASE, derivationOf(slot));
  const key = unwrapKey(slot, header.vaultId, opening);
  const derived = await quickKeyDerivation.derive(passphrase, derivation);
  const made = makePassphraseSlot(key, header.vaultId, derivation, derived);
  const { document } = unsealVault(await rig.bytes(), key);
  await rig.write(sealVault({ ...header, slots: [made] }, document, key));
}

async function makeKit(vault: Vault, current?: string): Promise<string> {
  const code = randomBytes(20);
  await vault.setKit(recoveryPublicKey(code, vault.identity()?.vaultId ?? ''), rig.clock.now(), current);
  return codeGroups(code).join('-');
}

/** All vault bytes in the folder: the vault and its generations. */
async function everyFile(): Promise<Buffer[]> {
  const names = await rig.names();
  return Promise.all(
    names.filter((name) => /latchkey$|generation-/u.test(name)).map((name) => rig.bytes(name)),
  );
}

function keyOf(item: string | undefined): Buffer {
  return Buffer.from(item ?? '', 'base64');
}

describe('the lock mode "with a passphrase"', () => {
  it('takes the key out of the keychain; the passphrase alone opens', async () => {
    const vault = await rig.create();
    await add(vault);
    await vault.setUnlockMethods({ mode: 'passphrase', passphrase: PASSPHRASE });
    expect(vault.state()).toMatchObject({
      mode: 'passphrase',
      unlockMethods: { keychain: false, passphrase: true },
    });
    expect(rig.keychain.items.size).toBe(0);
    const later = await rig.open();
    expect(later.state()).toMatchObject({ state: 'locked', mode: 'passphrase', cause: 'start' });
    await later.unlock(PASSPHRASE);
    expect(later.document()?.entries).toHaveLength(1);
  });

  it('leaves nothing that the old keychain item opens: neither vault nor generations', async () => {
    const vault = await rig.create();
    await add(vault);
    await add(vault);
    const old = keyOf([...rig.keychain.items.values()][0]);
    const before = await everyFile();
    expect(before.length).toBeGreaterThan(2);
    for (const bytes of before)
      expect(unsealVault(bytes, old).header.vaultId).toBe(vault.identity()?.vaultId);
    await vault.setUnlockMethods({ mode: 'passphrase', passphrase: PASSPHRASE });
    for (const bytes of await everyFile()) {
      expect(() => unsealVault(bytes, old)).toThrow('not sealed with this key');
      expect(parseLayout(bytes).header.slots.map(({ kind }) => kind)).toEqual(['passphrase']);
    }
  });
});

describe('the lock mode "both"', () => {
  it('opens with the passphrase and the keychain together', async () => {
    const vault = await rig.create();
    await add(vault);
    await vault.setUnlockMethods({ mode: 'both', passphrase: PASSPHRASE });
    const later = await rig.open();
    expect(later.state()).toMatchObject({
      state: 'locked',
      mode: 'both',
      unlockMethods: { passphrase: true },
    });
    expect(await codeOf(later.unlock('not the passphrase'))).toBe('PASSPHRASE_WRONG');
    await later.unlock(PASSPHRASE);
    expect(later.state()).toMatchObject({ state: 'open', openedBy: 'both' });
    expect(later.document()?.entries).toHaveLength(1);
  });

  it('opens with neither alone: what the keychain holds is no key, and without it the passphrase is none', async () => {
    const vault = await rig.create();
    await vault.setUnlockMethods({ mode: 'both', passphrase: PASSPHRASE });
    const half = keyOf([...rig.keychain.items.values()][0]);
    for (const bytes of await everyFile())
      expect(() => unsealVault(bytes, half)).toThrow('not sealed with this key');
    const items = new Map(rig.keychain.items);
    rig.keychain.items.clear();
    const later = await rig.open();
    expect(later.state()).toMatchObject({
      state: 'keyMissing',
      outcome: 'absent',
      keptBy: 'memory',
      mode: 'both',
      unlockMethods: { keychain: false, passphrase: false, recovery: false },
    });
    expect(await codeOf(later.unlock(PASSPHRASE))).toBe('KEYCHAIN_FAILED');
    items.forEach((_, item) => rig.keychain.items.set(item, randomBytes(32).toString('base64')));
    expect(await codeOf(later.unlock(PASSPHRASE))).toBe('KEYCHAIN_FAILED');
    items.forEach((secret, item) => rig.keychain.items.set(item, secret));
    await later.unlock(PASSPHRASE);
    expect(later.state().state).toBe('open');
  });

  it('locks, and is opened by the recovery kit when the keychain is gone', async () => {
    const vault = await rig.create();
    await vault.setUnlockMethods({ mode: 'both', passphrase: PASSPHRASE });
    const code = await makeKit(vault);
    await vault.lock();
    rig.keychain.items.clear();
    const later = await rig.open();
    await later.openWithKit(code);
    expect(later.state()).toMatchObject({ state: 'open', openedBy: 'recovery' });
  });
});

describe('a change of the unlock methods', () => {
  it.each(['session', 'passphrase', 'both'] as const)('goes from every mode to %s and back', async (mode) => {
    for (const from of ['session', 'passphrase', 'both'] as const) {
      const vault = await rig.create({ protection: 'keychain', passphrase: PASSPHRASE });
      await add(vault);
      await vault.setUnlockMethods({ mode: from, current: PASSPHRASE });
      await vault.setUnlockMethods({ mode, current: PASSPHRASE });
      await vault.close();
      const later = await rig.open();
      if (mode !== 'session') await later.unlock(PASSPHRASE);
      expect(later.state()).toMatchObject({ state: 'open', mode });
      expect(later.document()?.entries).toHaveLength(1);
      expect(rig.keychain.items.size).toBe(mode === 'passphrase' ? 0 : 1);
      await later.close();
      await rm(rig.folder, { recursive: true });
      rig.keychain.items.clear();
    }
  });

  it('asks for the present passphrase, and changes nothing without it', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    const before = await rig.bytes();
    expect(await codeOf(vault.setUnlockMethods({ mode: 'passphrase', passphrase: OTHER }))).toBe(
      'PASSPHRASE_NEEDED',
    );
    const wrong = { mode: 'passphrase', current: OTHER, passphrase: OTHER } as const;
    expect(await codeOf(vault.setUnlockMethods(wrong))).toBe('PASSPHRASE_WRONG');
    expect(await codeOf(vault.setUnlockMethods({ ...wrong, current: PASSPHRASE, passphrase: 'short' }))).toBe(
      'PASSPHRASE_TOO_SHORT',
    );
    expect(
      await codeOf(vault.setUnlockMethods({ ...wrong, current: PASSPHRASE, passphrase: 'passwordpassword' })),
    ).toBe('PASSPHRASE_TOO_WEAK');
    expect(await codeOf(vault.setUnlockMethods({ ...wrong, current: PASSPHRASE, passphrase: null }))).toBe(
      'PASSPHRASE_NEEDED',
    );
    expect(await rig.bytes()).toEqual(before);
  });

  it('to another passphrase leaves nothing that the old one opens', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    await add(vault);
    await vault.setUnlockMethods({ mode: 'passphrase', current: PASSPHRASE, passphrase: OTHER });
    // The vault is lost; a generation takes its place.
    const names = (await rig.names()).filter((name) => name.includes('generation-'));
    for (const name of ['vault.latchkey', ...names]) {
      if (name !== 'vault.latchkey') await rig.write(await rig.bytes(name));
      const later = await rig.open();
      expect(await codeOf(later.unlock(PASSPHRASE))).toBe('PASSPHRASE_WRONG');
      await later.unlock(OTHER);
      expect(later.state().state).toBe('open');
      await later.close();
    }
  });

  it('that adds a first passphrase needs no keychain', async () => {
    const vault = await rig.create();
    rig.keychain.refusal = { outcome: 'locked' };
    await vault.setUnlockMethods({ mode: 'session', passphrase: PASSPHRASE });
    const later = await rig.open();
    await later.unlock(PASSPHRASE);
    expect(later.state().state).toBe('open');
  });

  it('fails whole where the keychain takes nothing', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    rig.keychain.refusal = { outcome: 'denied' };
    const ways = { mode: 'both', current: PASSPHRASE } as const;
    expect(await codeOf(vault.setUnlockMethods(ways))).toBe('KEYCHAIN_FAILED');
    expect(vault.state()).toMatchObject({ state: 'open', mode: 'passphrase' });
    rig.keychain.refusal = null;
    const later = await rig.open();
    await later.unlock(PASSPHRASE);
    expect(later.state().state).toBe('open');
  });

  it('raises what a passphrase costs a guesser, where its slot is of slower days', async () => {
    await add(await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE }));
    await sealFor(PASSPHRASE, { salt: randomBytes(16), memoryKiB: 8_192, iterations: 1, parallelism: 1 });
    const later = await rig.open();
    await later.unlock(PASSPHRASE);
    const raised = parseLayout(await rig.bytes()).header.slots;
    expect(raised).toMatchObject([{ kind: 'passphrase', memoryKiB: 65_536, iterations: 3 }]);
    await later.lock();
    await later.unlock(PASSPHRASE);
    expect(later.document()?.entries).toHaveLength(1);
  });

  it('raises that cost and keeps the former key, while something beside the vault is sealed with it', async () => {
    const failing = () => Promise.reject(new Error('the disk is full'));
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    vault.onKeyChange(failing);
    await vault.rotateKey(PASSPHRASE);
    await sealFor(PASSPHRASE, { salt: randomBytes(16), memoryKiB: 8_192, iterations: 1, parallelism: 1 });
    const later = await rig.open();
    later.onKeyChange(failing);
    await later.unlock(PASSPHRASE);
    expect(parseLayout(await rig.bytes()).header.slots).toMatchObject([{ memoryKiB: 65_536 }]);
    expect(later.document()?.safekeeping.formerKey).not.toBeNull();
  });

  it('is asked for with a passphrase that is no good any more, and opens with it as before', async () => {
    await add(await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE }));
    const weak = 'password';
    await sealFor(weak, { salt: randomBytes(16), memoryKiB: 8_192, iterations: 1, parallelism: 1 });
    const vault = await rig.open();
    await vault.unlock(weak);
    expect(parseLayout(await rig.bytes()).header.slots).toMatchObject([{ memoryKiB: 65_536 }]);
    await vault.rotateKey(weak);
    await vault.setUnlockMethods({ mode: 'both', current: weak });
    await vault.lock();
    await vault.unlock(weak);
    expect(vault.document()?.entries).toHaveLength(1);
    expect(rig.log.lines).toEqual([]);
  });

  it('is noticed by the other process: it follows the keychain, or is locked, and loses no change', async () => {
    const one = await rig.create();
    const other = await rig.open();
    await one.rotateKey();
    await add(other);
    expect(other.state()).toMatchObject({ state: 'open' });
    await one.setUnlockMethods({ mode: 'passphrase', passphrase: PASSPHRASE });
    expect(await codeOf(add(other))).toBe('VAULT_NOT_OPEN');
    expect(other.state()).toMatchObject({ state: 'locked', cause: 'otherProcess' });
    await other.unlock(PASSPHRASE);
    expect(other.document()?.entries).toHaveLength(1);
  });

  it('is made over the newest unlock methods, though nothing told of what the other process has changed', async () => {
    const one = await rig.create({ protection: 'keychain', passphrase: PASSPHRASE });
    const other = rig.newVault(unwatched());
    await other.open();
    // Half and item are new ones now: those that the other process remembers are no more.
    await one.setUnlockMethods({ mode: 'both', current: PASSPHRASE });
    expect(await codeOf(other.setUnlockMethods({ mode: 'session', current: PASSPHRASE }))).toBe(
      'VAULT_NOT_OPEN',
    );
    await other.unlock(PASSPHRASE);
    await one.retry();
    await one.unlock(PASSPHRASE);
    await one.setUnlockMethods({ mode: 'both', current: PASSPHRASE });
    expect(await codeOf(other.rotateKey(PASSPHRASE))).toBe('VAULT_NOT_OPEN');
    await other.unlock(PASSPHRASE);
    await other.rotateKey(PASSPHRASE);
    expect(other.state()).toMatchObject({ mode: 'both' });
  });

  it('that was planned over unlock methods which change before it is made is planned again', async () => {
    const other = await rig.create();
    const store = createVaultFile(rig.folder);
    let isFirst = true;
    const one = rig.newVault({
      ...store,
      watch: () => () => undefined,
      async update(...change) {
        if (isFirst) {
          isFirst = false;
          await other.setUnlockMethods({ mode: 'session', passphrase: PASSPHRASE });
        }
        return store.update(...change);
      },
    });
    await one.open();
    expect(await codeOf(one.rotateKey())).toBe('PASSPHRASE_NEEDED');
    await one.rotateKey(PASSPHRASE);
    rig.keychain.items.clear();
    const later = await rig.open();
    await later.unlock(PASSPHRASE);
    expect(later.state()).toMatchObject({ state: 'open', mode: 'session' });
  });
});

/** The files of a process that is not told when they change. */
function unwatched(): VaultStore {
  return { ...createVaultFile(rig.folder), watch: () => () => undefined };
}

describe('a new vault key', () => {
  it('is wrapped for the same unlock methods, the recovery kit among them', async () => {
    const vault = await rig.create({ protection: 'keychain', passphrase: PASSPHRASE });
    await add(vault);
    const code = await makeKit(vault);
    const old = keyOf([...rig.keychain.items.values()][0]);
    expect(await codeOf(vault.rotateKey())).toBe('PASSPHRASE_NEEDED');
    await vault.rotateKey(PASSPHRASE);
    expect(keyOf([...rig.keychain.items.values()][0])).not.toEqual(old);
    for (const bytes of await everyFile())
      expect(() => unsealVault(bytes, old)).toThrow('not sealed with this key');
    expect((await rig.open()).document()?.entries).toHaveLength(1);
    rig.keychain.items.clear();
    const byPassphrase = await rig.open();
    await byPassphrase.unlock(PASSPHRASE);
    rig.keychain.items.clear();
    const byKit = await rig.open();
    await byKit.openWithKit(code);
    expect(byKit.document()?.entries).toHaveLength(1);
  });

  it('is told to those who sealed something with one that was derived from it', async () => {
    const vault = await rig.create();
    const before = vault.deriveKey('account').toString('hex');
    const told: string[] = [];
    vault.onKeyChange(async (keys) => {
      told.push(keys.before('account').toString('hex'), keys.after('account').toString('hex'));
    });
    await vault.rotateKey();
    expect(told).toEqual([before, vault.deriveKey('account').toString('hex')]);
    expect(told[0]).not.toBe(told[1]);
  });
});

describe('the recovery kit', () => {
  it('opens the vault on another computer, where a new passphrase or the keychain takes over', async () => {
    const vault = await rig.create();
    await add(vault);
    const code = await makeKit(vault);
    await vault.close();
    const there = await createRig();
    try {
      await cp(rig.path, join(there.folder, 'vault.latchkey'), { recursive: true });
      const copy = await there.open();
      expect(copy.state()).toMatchObject({ state: 'keyMissing', unlockMethods: { recovery: true } });
      await copy.openWithKit(code);
      expect(copy.document()?.entries).toHaveLength(1);
      await copy.setUnlockMethods({ mode: 'session', passphrase: OTHER });
      expect(there.keychain.items.size).toBe(1);
      expect((await there.open()).state()).toMatchObject({ state: 'open', openedBy: 'keychain' });
    } finally {
      await there.stop();
    }
  });

  it('asks for no passphrase after it opened the vault, for that may be what was lost; but for the next change', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    const code = await makeKit(vault);
    await vault.lock();
    await vault.openWithKit(code);
    await vault.setUnlockMethods({ mode: 'passphrase', passphrase: OTHER });
    expect(await codeOf(vault.setUnlockMethods({ mode: 'session', passphrase: null }))).toBe(
      'PASSPHRASE_NEEDED',
    );
    await vault.lock();
    await vault.unlock(OTHER);
    expect(vault.state().state).toBe('open');
  });

  it('does not open with a typing mistake, another code, or where none was made', async () => {
    const vault = await rig.create({ protection: 'passphrase', passphrase: PASSPHRASE });
    const other = codeGroups(randomBytes(20)).join('-');
    await vault.lock();
    expect(await codeOf(vault.openWithKit(other))).toBe('KIT_NOT_MADE');
    await vault.unlock(PASSPHRASE);
    const code = await makeKit(vault);
    await vault.lock();
    expect(await codeOf(vault.openWithKit(other))).toBe('KIT_WRONG');
    expect(await codeOf(vault.openWithKit(code.slice(1)))).toBe('KIT_LENGTH');
    const typo = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    expect(await codeOf(vault.openWithKit(typo))).toBe('KIT_TYPO');
    expect(vault.state().state).toBe('locked');
  });

  it('that is new puts the old one out of force, in the generations too', async () => {
    const vault = await rig.create();
    await add(vault);
    const old = await makeKit(vault);
    const next = await makeKit(vault);
    rig.keychain.items.clear();
    const names = (await rig.names()).filter((name) => name.includes('generation-'));
    for (const name of ['vault.latchkey', ...names]) {
      if (name !== 'vault.latchkey') await rig.write(await rig.bytes(name));
      const later = await rig.open();
      expect(await codeOf(later.openWithKit(old))).toBe('KIT_WRONG');
      await later.openWithKit(next);
      expect(later.state().state).toBe('open');
      await later.close();
    }
  });
});
