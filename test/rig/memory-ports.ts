import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { placeTyped } from '../../src/adapters/backup-folder/place-typed.ts';
import type {
  SealedFile,
  BackupFailed,
  BackupFolder,
  BackupResult,
  DesktopSearch,
  Desktop,
  GlobalShortcut,
  Keychain,
  KeychainWrite,
  KeyDerivation,
  LinkHandler,
  Log,
  Power,
  PreferenceStore,
  MenuLine,
  VaultStore,
  Windows,
} from '../../src/app/ports.ts';
import type { BackupTrouble } from '../../src/contract/backup.ts';
import { defaultPreferences, type Preferences } from '../../src/contract/preferences.ts';
import type { ShortcutTrouble } from '../../src/contract/quick-find.ts';
import {
  desktopChoices,
  lockTriggers,
  type DesktopChoice,
  type LockTrigger,
} from '../../src/contract/vocabulary.ts';
import { statesToKeep } from '../../src/core/history/thinning.ts';

/** What a keychain may say instead of doing what it was asked for. */
export type KeychainRefusal = Exclude<KeychainWrite, { outcome: 'kept' }>;

/** The world in memory, for tests of rules that need no disk and no keychain. The real ones have their own tests. */
export interface MemoryKeychain extends Keychain {
  backend: string;
  readonly items: Map<string, string>;
  /** What it says to everything from now on; null: it works. */
  refusal: KeychainRefusal | null;
  /** Everything asked from now on waits for this: a keychain that asks the person first. */
  asks: Promise<void> | null;
}

export function createMemoryKeychain(): MemoryKeychain {
  const items = new Map<string, string>();
  const keychain: MemoryKeychain = {
    items,
    backend: 'memory',
    refusal: null,
    asks: null,
    read: (item) =>
      answer(() => {
        const secret = items.get(item);
        return secret === undefined ? { outcome: 'absent' } : { outcome: 'found', secret };
      }),
    write: (item, secret) =>
      answer(() => {
        items.set(item, secret);
        return { outcome: 'kept' };
      }),
    remove: (item) => answer(() => (items.delete(item) ? { outcome: 'kept' } : { outcome: 'absent' })),
    probe: () => answer(() => ({ outcome: 'kept' })),
    look: async () => keychain.refusal ?? { outcome: keychain.asks === null ? 'ready' : 'locked' },
  };
  async function answer<T>(work: () => T): Promise<T | KeychainRefusal> {
    await keychain.asks;
    return keychain.refusal ?? work();
  }
  return keychain;
}

export interface MemoryVaultStore extends VaultStore {
  bytes: () => Uint8Array | null;
  /** The file system's codes that reading and writing fail with from now on (`EAWAY`, `ENOSPC`…). */
  readonly troubles: {
    read: string | null;
    write: string | null;
    /** The drive is out of which this computer has opened a vault before. */
    missed: boolean;
  };
  /** Another process writes, and leaves no generation. */
  writeElsewhere(bytes: Uint8Array): void;
}

/** @param now the time of day, in ms since 1970 */
export function createMemoryVaultStore(now: () => number = Date.now): MemoryVaultStore {
  const path = '/memory/vault.latchkey';
  const troubles: MemoryVaultStore['troubles'] = { read: null, write: null, missed: false };
  const watchers = new Set<() => void>();
  let present: Uint8Array | null = null;
  let writtenAt = 0;
  let generations: { generation: number; writtenAt: number; bytes: Uint8Array }[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const check = (code: string | null) => {
    if (code !== null) throw Object.assign(new Error(`memory: ${code}`), { code });
  };
  const keep = (bytes: Uint8Array, at: number) => {
    const generation = (generations.at(-1)?.generation ?? 0) + 1;
    generations.push({ generation, writtenAt: at, bytes });
    const kept = statesToKeep(generations.map((one) => ({ number: one.generation, at: one.writtenAt })));
    generations = generations.filter((one) => kept.has(one.generation));
  };
  return {
    path,
    troubles,
    bytes: () => present,
    writeElsewhere(bytes) {
      present = bytes.slice();
      writtenAt = now();
      for (const changed of watchers) changed();
    },
    async read() {
      check(troubles.missed ? 'EAWAY' : troubles.read);
      return present?.slice() ?? null;
    },
    isWritable: async () => troubles.write === null,
    generations: async () =>
      generations.toReversed().map(({ bytes, ...older }) => ({ ...older, read: async () => bytes.slice() })),
    update(change, verify) {
      const mine = turn.then(async () => {
        check(troubles.read ?? troubles.write);
        const former = present;
        const next = await change(former?.slice() ?? null);
        await verify(next.bytes.slice());
        if (former !== null && !next.presentIsBroken && next.withoutGeneration !== true) {
          keep(former, next.presentWrittenAt ?? writtenAt);
        }
        present = next.bytes.slice();
        writtenAt = now();
      });
      turn = mine.catch(() => {});
      return mine;
    },
    async rewriteGenerations(change) {
      check(troubles.write);
      generations = generations.map((one) => ({ ...one, bytes: change(one.bytes)?.slice() ?? one.bytes }));
    },
    async setAside() {
      check(troubles.write);
      if (present === null && generations.length === 0) return null;
      present = null;
      generations = [];
      return '/memory/aside/vault.latchkey';
    },
    isMissed: async () => troubles.missed,
    async forget() {
      check(troubles.write);
      troubles.missed = false;
      present = null;
      generations = [];
    },
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

/** Folders that are there, with their files; every other path is a drive that is not plugged in. */
export interface MemoryBackupFolder extends BackupFolder {
  /** By full path. A folder is also there when one of these lies in it. */
  readonly contents: Map<string, Map<string, Uint8Array>>;
  /** Folders that let nobody look into them. */
  readonly closed: Set<string>;
  /** What everything fails with from now on. */
  trouble: BackupTrouble | null;
}

/** The person's own folder is `/home/ada`. */
export function createMemoryBackupFolder(): MemoryBackupFolder {
  const contents = new Map<string, Map<string, Uint8Array>>();
  const closed = new Set<string>();
  const port: MemoryBackupFolder = {
    contents,
    closed,
    trouble: null,
    place: (typed) => placeTyped(typed, '/home/ada'),
    async make(folder) {
      if (port.trouble !== null) return failed(port.trouble);
      contents.set(folder, new Map());
      return { outcome: 'done', value: undefined };
    },
    async folders(folder, maximum) {
      if (port.trouble !== null) return failed(port.trouble);
      if (closed.has(folder)) return failed('notAllowed');
      const within = folder === '/' ? folder : `${folder}/`;
      const below = [...contents.keys()].filter((path) => path.startsWith(within) && path !== folder);
      if (below.length === 0 && !contents.has(folder)) return failed('folderGone');
      const names = [
        ...new Set(below.map((path) => path.slice(within.length).split('/')[0] ?? '')),
      ].toSorted();
      const found = names.slice(0, maximum).map((name) => ({ name, path: `${within}${name}` }));
      return { outcome: 'done', value: { folders: found, more: names.length > maximum } };
    },
    parent: (folder) => (folder === '/' ? null : posix.dirname(folder)),
    list: (folder) =>
      within(folder, (files) => [...files].map(([name, { length }]) => ({ name, size: length }))),
    read: (folder, name) =>
      within(folder, (files) => {
        const bytes = files.get(name);
        return bytes === undefined ? failed('folderGone') : bytes.slice();
      }),
    write: (folder, name, bytes, verify) =>
      within(folder, (files) => {
        if (!verify(bytes.slice())) return failed('notVerified');
        files.set(name, bytes.slice());
        return undefined;
      }),
    remove: (folder, name) => within(folder, (files) => void files.delete(name)),
  };
  async function within<T>(
    folder: string,
    work: (files: Map<string, Uint8Array>) => T | BackupFailed,
  ): Promise<BackupResult<T>> {
    const files = contents.get(folder);
    if (port.trouble !== null) return failed(port.trouble);
    if (files === undefined) return failed('folderGone');
    const value = work(files);
    return isFailed(value) ? value : { outcome: 'done', value };
  }
  return port;
}

function failed(trouble: BackupTrouble): BackupFailed {
  return { outcome: 'failed', trouble, detail: null };
}

function isFailed(value: unknown): value is BackupFailed {
  return typeof value === 'object' && value !== null && 'outcome' in value && value.outcome === 'failed';
}

export function createMemorySealedFile(): SealedFile & { bytes(): Uint8Array | null } {
  let present: Uint8Array | null = null;
  return {
    bytes: () => present,
    read: async () => present?.slice() ?? null,
    async write(bytes) {
      present = bytes.slice();
    },
    async remove() {
      present = null;
    },
    exclusively: (task) => task(),
  };
}

/** Not Argon2id: fast, and for tests in which the derivation is not the point. */
export const quickKeyDerivation: KeyDerivation = {
  async derive(passphrase, { salt }) {
    return createHash('sha256').update(passphrase).update(salt).digest();
  },
};

/** A desktop without a search of its own. */
export const noDesktopSearch: DesktopSearch = {
  isThere: false,
  answer: () => Promise.reject(new Error('this desktop has no search')),
};

/** A computer that never sleeps, until a test says so. */
export function createMemoryPower(): Power & {
  tells: Power['tells'];
  happens(event: LockTrigger): void;
} {
  const watchers = new Set<(event: LockTrigger) => void>();
  return {
    tells: { idle: 'window', triggers: lockTriggers },
    idleMs: () => null,
    happens: (event) => watchers.forEach((watcher) => watcher(event)),
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** Windows that only say where they are: what has the focus, and how often each was shown. */
export function createMemoryWindows(): Windows & {
  focused: 'main' | 'quickFind' | 'other';
  shown: string[];
  /** What showing the quick find fails with from now on; null: it works. */
  fails: string | null;
} {
  let former: 'main' | 'other' = 'other';
  const windows: ReturnType<typeof createMemoryWindows> = {
    focused: 'other',
    shown: [],
    fails: null,
    comeForward() {
      windows.shown.push('main');
      windows.focused = 'main';
    },
    hide() {
      if (windows.focused === 'main') windows.focused = 'other';
    },
    quickFind: {
      async show() {
        if (windows.fails !== null) throw new Error(windows.fails);
        windows.shown.push('quickFind');
        if (windows.focused !== 'quickFind') former = windows.focused;
        windows.focused = 'quickFind';
      },
      async hide() {
        if (windows.focused === 'quickFind') windows.focused = former;
      },
      isFocused: async () => windows.focused === 'quickFind',
    },
  };
  return windows;
}

/** A system that remembers only whether set-up links open here. */
export function createMemoryLinkHandler(): LinkHandler & { isOn: boolean } {
  const handler: ReturnType<typeof createMemoryLinkHandler> = {
    isSupported: true,
    isOn: false,
    async set(isOn) {
      handler.isOn = isOn;
    },
  };
  return handler;
}

/** A desktop that honours everything and says what it was told. `isRegistered`: its login item. */
export function createMemoryDesktop(choices: readonly DesktopChoice[] = desktopChoices) {
  const told = {
    menu: null as readonly (readonly MenuLine[])[] | null,
    inForce: new Set<DesktopChoice>() as ReadonlySet<DesktopChoice>,
    isRegistered: false,
    /** What `loginItem.set` throws. */
    refusal: null as Error | null,
    registrations: 0,
    quits: 0,
    languages: ['en-GB'],
    /** The desktop's tray comes or goes. */
    tray: (_isThere: boolean): void => undefined,
  };
  const desktop: Desktop = {
    choices,
    languages: () => told.languages,
    apply: (inForce) => void (told.inForce = inForce),
    showTray: (menu) => void (told.menu = menu),
    watchTray(changed) {
      told.tray = changed;
      return () => void (told.tray = () => undefined);
    },
    loginItem: {
      isOn: () => told.isRegistered,
      set(isOn) {
        if (told.refusal !== null) throw told.refusal;
        told.registrations += 1;
        told.isRegistered = isOn;
      },
    },
    quit: () => void (told.quits += 1),
  };
  return { desktop, told };
}

/** A system's shortcuts: what is registered, why the next one is not, and a press of its keys. */
export function createMemoryShortcut() {
  const shortcut: GlobalShortcut & {
    registered: string | null;
    trouble: ShortcutTrouble | null;
    press(): void;
    /** The system takes it away. */
    end(): void;
  } = {
    way: async () => 'system',
    registered: null,
    trouble: null,
    press: () => undefined,
    end: () => undefined,
    async register(accelerator, pressed, ended) {
      if (shortcut.trouble !== null) return { outcome: 'failed', cause: shortcut.trouble };
      shortcut.registered = accelerator;
      shortcut.press = pressed;
      shortcut.end = () => {
        shortcut.registered = null;
        ended();
      };
      return { outcome: 'registered', as: `System ${accelerator}` };
    },
    async unregister() {
      shortcut.registered = null;
      shortcut.press = () => undefined;
      shortcut.end = () => undefined;
    },
  };
  return shortcut;
}

export function createMemoryPreferences(given: Partial<Preferences> = {}): PreferenceStore {
  let values = { ...defaultPreferences, ...given };
  return {
    get: () => values,
    set(next) {
      values = next;
    },
  };
}

/** Keeps what was logged, so that a test can look at it. */
export function createListLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  return { lines, error: (event, details) => lines.push(`${event} ${JSON.stringify(details)}`) };
}
