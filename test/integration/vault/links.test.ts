import { existsSync } from 'node:fs';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccountFile } from '../../../src/adapters/sealed-file/sealed-file.ts';
import { dataFolder, stateFolder } from '../../../src/adapters/data-folder.ts';
import { createPreferenceFile } from '../../../src/adapters/preferences/preference-file.ts';
import { createSeenVaults } from '../../../src/adapters/vault-file/seen-vaults.ts';
import { createVaultFile } from '../../../src/adapters/vault-file/vault-file.ts';
import type { Vault } from '../../../src/app/vault/vault.ts';
import { defaultPreferences } from '../../../src/contract/preferences.ts';
import { parseLayout } from '../../../src/core/vault/layout.ts';
import { anEntry } from '../../unit/vault/samples.ts';
import { codeOf, createRig, PASSPHRASE, until, type Rig } from './rig.ts';

let rig: Rig;
/** A synchronised folder, elsewhere. */
let synced: string;
beforeEach(async () => {
  rig = await createRig();
  synced = await mkdtemp(join(tmpdir(), 'latchkey-synced-'));
});
afterEach(async () => {
  await rig.stop();
  await rm(synced, { recursive: true, force: true });
});

const add = (vault: Vault) =>
  vault.change((document) => ({ ...document, entries: [...document.entries, anEntry()] }));
const generationIn = async (path: string) => parseLayout(await readFile(path)).header.generation;

/** Moves the vault into the synchronised folder and leaves a link. */
async function moveAway(kind: 'absolute' | 'relative' | 'chain'): Promise<string> {
  const target = join(synced, 'my codes.latchkey');
  await rename(rig.path, target);
  if (kind === 'absolute') await symlink(target, rig.path);
  if (kind === 'relative')
    await symlink(join('../..', synced.slice(tmpdir().length), 'my codes.latchkey'), rig.path);
  if (kind === 'chain') {
    await symlink('my codes.latchkey', join(synced, 'second'));
    await symlink(join(synced, 'second'), rig.path);
  }
  return target;
}

describe.each(['absolute', 'relative', 'chain'] as const)('a vault behind a link (%s)', (kind) => {
  it('is written where the link leads, and the link stays', async () => {
    const writer = await rig.create({ protection: 'keychain', passphrase: PASSPHRASE });
    await add(writer);
    await writer.close();
    const target = await moveAway(kind);
    const leads = await readlink(rig.path);

    const vault = await rig.open();
    expect(vault.state()).toMatchObject({ state: 'open', recoveredFrom: null, readOnly: false });
    await add(vault);
    await vault.setUnlockMethods({ mode: 'both', current: PASSPHRASE });
    expect(await readlink(rig.path)).toBe(leads);
    expect((await lstat(target)).isFile()).toBe(true);
    expect(await generationIn(target)).toBe(vault.identity()?.generation);
    expect((await vault.olderStates()).map(({ generation }) => generation)).toEqual([3, 2, 1]);
    const left = [...(await rig.names()), ...(await readdir(synced))];
    expect(left.filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('is taken in when another program writes what it leads to', async () => {
    const writer = await rig.create();
    await writer.close();
    const target = await moveAway(kind);
    const vault = await rig.open();
    const elsewhere = join(synced, 'elsewhere');
    await mkdir(elsewhere);
    await symlink(target, join(elsewhere, 'vault.latchkey'));
    const other = rig.newVault(createVaultFile(elsewhere));
    await other.open();
    const seen = until(vault.watchDocument(), (document) => document?.entries.length === 1);
    await add(other);
    await seen;
    await add(vault);
    expect(vault.document()?.entries).toHaveLength(2);
    await until(other.watchDocument(), (document) => document?.entries.length === 2);
  });
});

describe('a vault that is not there now', () => {
  const ways: [string, () => Promise<void>][] = [
    ['its link leads to nothing', async () => symlink(join(synced, 'gone', 'vault.latchkey'), rig.path)],
    ['its link leads to a missing file', async () => symlink(join(synced, 'vault.latchkey'), rig.path)],
    ['its link leads in a circle', async () => symlink(rig.path, rig.path)],
  ];

  it.each(ways)(
    'as %s is no first run; it opens by itself when it is there again',
    async (_what, makeLink) => {
      const writer = await rig.create();
      await add(writer);
      await writer.close();
      const kept = join(synced, 'kept');
      await rename(rig.path, kept);
      await makeLink();

      const vault = await rig.open();
      expect(vault.state()).toEqual({ state: 'away', path: rig.path, canStartAnew: false });
      expect(await codeOf(vault.create({ protection: 'keychain' }))).toBe('VAULT_EXISTS');
      await vault.retry();
      expect(vault.state().state).toBe('away');

      await rm(rig.path);
      await symlink(kept, rig.path);
      rig.clock.move(2_000);
      await until(vault.watchState(), ({ state }) => state === 'open');
      expect(vault.document()?.entries).toHaveLength(1);
      await add(vault);
      expect(await generationIn(kept)).toBe(vault.identity()?.generation);
    },
  );

  it('as the whole data folder is a link to nothing, or lies in a folder that is not there, makes nothing', async () => {
    const linked = join(synced, 'linked');
    await symlink(join(synced, 'drive', 'Latchkey'), linked);
    const named = join(synced, 'drive', 'Latchkey');
    for (const store of [createVaultFile(linked), createVaultFile(named, { isChosen: true })]) {
      const vault = rig.newVault(store);
      await vault.open();
      expect(vault.state()).toEqual({ state: 'away', path: store.path, canStartAnew: false });
      expect(await codeOf(vault.create({ protection: 'keychain' }))).toBe('VAULT_EXISTS');
    }
    expect(await readdir(synced)).toEqual(['linked']);

    await mkdir(named, { recursive: true });
    const vault = rig.newVault(createVaultFile(linked));
    await vault.open();
    expect(vault.state().state).toBe('absent');
    await vault.create({ protection: 'keychain' });
    expect(await readdir(named)).toContain('vault.latchkey');
  });

  it('as its folder vanishes while it is open stays away, and comes back with its folder', async () => {
    const vault = await rig.create();
    await add(vault);
    const unmounted = `${rig.folder}-unmounted`;
    await rename(rig.folder, unmounted);
    await mkdir(rig.folder);
    expect(await codeOf(add(vault))).toBe('VAULT_WRITE_FAILED');
    await vault.retry();
    expect(await readdir(rig.folder)).toEqual([]);
    await rm(rig.folder, { recursive: true });
    await rename(unmounted, rig.folder);
    await add(vault);
    expect(vault.document()?.entries).toHaveLength(2);
  });
});

describe('a vault that was seen here before this process began', () => {
  const seen = () => createSeenVaults(join(synced, 'state', 'vaults.json'));
  const start = async () => {
    const vault = rig.newVault(createVaultFile(rig.folder, { seen: seen() }));
    await vault.open();
    return vault;
  };
  const unmounted = () => `${rig.folder}-unmounted`;

  /** A vault with an entry, whose drive is then unmounted: its mount point is empty, or gone as well. */
  async function unmount(mountPoint: 'empty' | 'gone'): Promise<void> {
    const first = await start();
    expect(first.state().state).toBe('absent');
    await first.create({ protection: 'keychain' });
    await add(first);
    await first.close();
    await rename(rig.folder, unmounted());
    if (mountPoint === 'empty') await mkdir(rig.folder);
  }

  it.each(['empty', 'gone'] as const)('is no first run where its mount point is %s', async (mountPoint) => {
    await unmount(mountPoint);
    const vault = await start();
    expect(vault.state()).toEqual({ state: 'away', path: rig.path, canStartAnew: true });
    expect(await codeOf(vault.create({ protection: 'keychain' }))).toBe('VAULT_EXISTS');
    expect(existsSync(rig.folder)).toBe(mountPoint === 'empty');

    await rm(rig.folder, { recursive: true, force: true });
    await rename(unmounted(), rig.folder);
    rig.clock.move(2_000);
    await until(vault.watchState(), ({ state }) => state === 'open');
    expect(vault.document()?.entries).toHaveLength(1);
  });

  it('is none either where something else was put into the mount point meanwhile', async () => {
    await unmount('empty');
    await writeFile(join(rig.folder, 'preferences.json'), '{}');
    expect((await start()).state().state).toBe('away');
  });

  it.each([
    ['linux', '/home/ada/.local/state/Latchkey'],
    ['darwin', '/home/ada/Library/Preferences/Latchkey'],
    ['win32', '/home/ada/AppData/Local/Latchkey'],
  ] as const)('is recorded outside the data folder on %s', (platform, place) => {
    expect(stateFolder({}, platform, '/home/ada')).toBe(place);
    expect(place.startsWith(dataFolder({}, platform, '/home/ada'))).toBe(false);
    expect(stateFolder({ XDG_STATE_HOME: 'relative' }, platform, '/home/ada')).toBe(place);
  });

  it('is given up when the person says so; the new one is waited for in its turn', async () => {
    await unmount('empty');
    const vault = await start();
    await vault.startAnew();
    expect(vault.state().state).toBe('absent');
    await vault.create({ protection: 'keychain' });
    await vault.close();
    expect((await start()).document()?.entries).toEqual([]);
    await rm(rig.folder, { recursive: true });
    expect((await start()).state().state).toBe('away');
  });

  it('is not missed once it was put aside', async () => {
    await unmount('gone');
    await rename(unmounted(), rig.folder);
    await writeFile(rig.path, 'no vault');
    for (const name of await rig.names()) if (name.includes('generation')) await rm(join(rig.folder, name));
    const vault = await start();
    expect(vault.state().state).toBe('damaged');
    await vault.setAside();
    expect(vault.state().state).toBe('absent');
    expect((await start()).state().state).toBe('absent');
  });

  it('is found by its older states where only its file is gone', async () => {
    await unmount('gone');
    await rename(unmounted(), rig.folder);
    await rm(rig.path);
    expect((await start()).state()).toMatchObject({ state: 'open', recoveredFrom: expect.anything() });
  });

  it('is not known where the record is broken, or takes no writing: a first run, as on a new computer', async () => {
    await writeFile(join(synced, 'state'), '');
    await unmount('empty');
    expect((await start()).state().state).toBe('absent');
    await rm(join(synced, 'state'));
    await mkdir(join(synced, 'state'));
    await writeFile(join(synced, 'state', 'vaults.json'), '{"vaults": 5');
    expect((await start()).state().state).toBe('absent');
  });
});

describe('a vault whose file takes no writing', () => {
  it('is open for reading only, is not replaced, and takes changes once it may be written to', async () => {
    const writer = await rig.create();
    await writer.close();
    const target = await moveAway('absolute');
    await chmod(target, 0o444);
    const before = await readFile(target);

    const vault = await rig.open();
    expect(vault.state()).toMatchObject({ state: 'open', readOnly: true, readOnlyBecause: 'place' });
    expect(await codeOf(add(vault))).toBe('VAULT_READ_ONLY');
    expect(await readFile(target)).toEqual(before);

    await chmod(target, 0o600);
    rig.clock.move(2_000);
    await until(vault.watchState(), (state) => state.state === 'open' && !state.readOnly);
    await add(vault);
    expect(vault.document()?.entries).toHaveLength(1);
  });

  it('that becomes so while it is open is not replaced either', async () => {
    const vault = await rig.create();
    await chmod(rig.path, 0o444);
    expect(await codeOf(add(vault))).toBe('VAULT_WRITE_FAILED');
    expect(vault.state()).toMatchObject({ readOnly: true, readOnlyBecause: 'place' });
    expect(await generationIn(rig.path)).toBe(1);
  });
});

it('an older state that is a link is written where the link leads, and the link stays', async () => {
  const writer = await rig.create();
  await add(writer);
  await writer.close();
  const folder = dirname(rig.path);
  const name = (await readdir(folder)).find((one) => one.includes('.generation-')) ?? '';
  const [path, target] = [join(folder, name), join(synced, 'an older state')];
  await rename(path, target);
  await symlink(target, path);
  await createVaultFile(folder).rewriteGenerations(() => new Uint8Array([1, 2, 3]));
  expect(await readlink(path)).toBe(target);
  expect(await readFile(target)).toEqual(Buffer.from([1, 2, 3]));
});

describe('putting a vault aside', () => {
  it('that is behind a link takes the link, and leaves what it leads to', async () => {
    const writer = await rig.create();
    await writer.close();
    const target = await moveAway('relative');
    const vault = rig.newVault();
    const aside = await vault.setAside();
    expect(await readlink(aside)).toBe(target);
    expect((await lstat(target)).isFile()).toBe(true);
    expect(vault.state().state).toBe('absent');
  });
});

describe('the account’s file and the settings', () => {
  const refused = /is not there now|EISDIR|directory/u;

  it('are written where their links lead, and the links stay', async () => {
    await mkdir(rig.folder);
    for (const name of ['account.sealed', 'preferences.json']) {
      await writeFile(join(synced, name), '');
      await symlink(join(synced, name), join(rig.folder, name));
    }
    const account = createAccountFile(rig.folder);
    expect(await account.read()).toBeNull();
    await account.write(Buffer.from('sealed'));
    expect(String(await readFile(join(synced, 'account.sealed')))).toBe('sealed');
    await account.remove();
    expect(await account.read()).toBeNull();
    createPreferenceFile(rig.folder).set({ ...defaultPreferences, theme: 'dark' });
    expect(await readFile(join(synced, 'preferences.json'), 'utf8')).toContain('dark');
    for (const name of await rig.names()) {
      expect((await lstat(join(rig.folder, name))).isSymbolicLink(), name).toBe(true);
    }
  });

  const unreadable: [string, (path: string) => Promise<unknown>][] = [
    ['a link to nothing', async (path) => symlink(join(synced, 'drive', 'file'), path)],
    ['a link in a circle', async (path) => symlink(path, path)],
    ['a folder', async (path) => mkdir(path)],
  ];
  it.each(unreadable)(
    'that are %s are the defaults, and nothing is made in their place',
    async (_what, make) => {
      await mkdir(rig.folder);
      for (const name of ['account.sealed', 'preferences.json']) await make(join(rig.folder, name));
      const before = await Promise.all(
        (await rig.names()).map(async (name) => lstat(join(rig.folder, name))),
      );
      const preferences = createPreferenceFile(rig.folder);
      expect(preferences.get()).toEqual(defaultPreferences);
      expect(() => preferences.set(defaultPreferences)).toThrow(refused);
      await expect(createAccountFile(rig.folder).write(Buffer.from('sealed'))).rejects.toThrow(refused);
      const after = await Promise.all((await rig.names()).map(async (name) => lstat(join(rig.folder, name))));
      expect(after.map(({ ino, mode }) => [ino, mode])).toEqual(before.map(({ ino, mode }) => [ino, mode]));
    },
  );

  it('in a folder that is not there are the defaults until it is', async () => {
    const folder = join(synced, 'data');
    await symlink(join(synced, 'drive'), folder);
    const preferences = createPreferenceFile(folder);
    expect(preferences.get()).toEqual(defaultPreferences);
    expect(() => preferences.set(defaultPreferences)).toThrow(refused);
    await mkdir(join(synced, 'drive'));
    preferences.set({ ...defaultPreferences, language: 'nl' });
    expect(preferences.get().language).toBe('nl');
  });
});
