import { createHash } from 'node:crypto';
import type {
  AccountFile,
  Keychain,
  KeyDerivation,
  Log,
  Power,
  PreferenceStore,
  VaultStore,
} from '../../src/app/ports.ts';
import { defaultPreferences } from '../../src/contract/preferences.ts';

/** The world in memory, for tests of rules that need no disk and no keychain. The real ones have their own tests. */
export function createMemoryKeychain(): Keychain & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    backend: 'memory',
    async read(item) {
      const secret = items.get(item);
      return secret === undefined ? { outcome: 'absent' } : { outcome: 'found', secret };
    },
    async write(item, secret) {
      items.set(item, secret);
      return { outcome: 'kept' };
    },
    async remove(item) {
      return items.delete(item) ? { outcome: 'kept' } : { outcome: 'absent' };
    },
    async probe() {
      return { outcome: 'kept' };
    },
  };
}

export function createMemoryVaultStore(): VaultStore & { bytes(): Uint8Array | null } {
  let present: Uint8Array | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    path: '/memory/vault.latchkey',
    bytes: () => present,
    read: async () => present?.slice() ?? null,
    isWritable: async () => true,
    generations: async () => [],
    update(change, verify) {
      const mine = turn.then(async () => {
        const { bytes: next } = await change(present?.slice() ?? null);
        await verify(next.slice());
        present = next.slice();
      });
      turn = mine.catch(() => {});
      return mine;
    },
    rewriteGenerations: async () => {},
    async setAside() {
      present = null;
      return '/memory/aside';
    },
    watch: () => () => {},
  };
}

export function createMemoryAccountFile(): AccountFile & { bytes(): Uint8Array | null } {
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

/** A computer that never sleeps, until a test says so. */
export function createMemoryPower(): Power & { happens(event: 'suspend' | 'screenLock'): void } {
  const watchers = new Set<(event: 'suspend' | 'screenLock') => void>();
  return {
    tells: { idle: 'window', suspend: true, screenLock: true },
    idleMs: () => null,
    happens: (event) => watchers.forEach((watcher) => watcher(event)),
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

export function createMemoryPreferences(): PreferenceStore {
  let values = defaultPreferences;
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
