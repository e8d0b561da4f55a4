import type { VaultState } from '../../contract/vault.ts';
import { EMPTY_DOCUMENT, type VaultDocument } from '../../core/vault/document.ts';
import type { Ports } from '../ports.ts';
import { VaultError } from './error.ts';
import { createWatched } from './watched.ts';

export type VaultPorts = Pick<Ports, 'keychain' | 'vaultStore' | 'keyDerivation' | 'clock' | 'log'>;

/** How a new vault is protected; with the keychain, a passphrase is a second way in. */
export type NewVault =
  | { protection: 'keychain'; passphrase?: string | undefined }
  | { protection: 'passphrase'; passphrase: string };

/** The person's vault: opened, kept, changed and locked here and nowhere else. */
export interface Vault {
  state(): VaultState;
  /** The present state first. */
  watchState(signal?: AbortSignal): AsyncGenerator<VaultState, void, void>;
  /** Null unless open. The secrets in it are zeroed when the vault locks. */
  document(): VaultDocument | null;
  /** The present document first; null = closed. A slow reader misses documents in between, never the newest. */
  watchDocument(signal?: AbortSignal): AsyncGenerator<VaultDocument | null, void, void>;
  /**
   * Applies `edit` to the newest document (whoever wrote it), under the lock file; it is on disk when this
   * resolves. An edit that throws changes nothing, and its error comes out here.
   * @throws VaultError VAULT_NOT_OPEN, VAULT_WRITE_FAILED, VAULT_READ_ONLY: nothing was changed
   */
  change(edit: (document: VaultDocument) => VaultDocument): Promise<VaultDocument>;
  /** Looks for the vault and opens it with the keychain where it can; the result is the state. */
  open(): Promise<void>;
  /**
   * Makes the first vault and opens it.
   * @throws VaultError VAULT_EXISTS, KEYCHAIN_FAILED, PASSPHRASE_TOO_SHORT, VAULT_WRITE_FAILED
   */
  create(input: NewVault): Promise<void>;
  /** @throws VaultError PASSPHRASE_WRONG, PASSPHRASE_WAIT, PASSPHRASE_NOT_SET */
  unlock(passphrase: string): Promise<void>;
  /** Looks again, keychain included; the result is the next state. */
  retry(): Promise<void>;
  /** Forgets key and secrets. @throws VaultError PASSPHRASE_NOT_SET */
  lock(): Promise<void>;
  /** Puts the vault aside under another name and returns its path. @throws VaultError VAULT_OPEN, VAULT_ABSENT */
  setAside(): Promise<string>;
  /** Forgets everything and ends all watching. */
  close(): Promise<void>;
}

/** The vault over its ports; `opening` until `open()` is called. */
export function createVault(ports: VaultPorts): Vault {
  const state = createWatched<VaultState>({ state: 'opening' });
  const document = createWatched<VaultDocument | null>(null);
  return {
    state: () => state.get(),
    watchState: (signal) => state.watch(signal),
    document: () => document.get(),
    watchDocument: (signal) => document.watch(signal),
    async change(edit) {
      const present = document.get();
      if (present === null) throw new VaultError({ code: 'VAULT_NOT_OPEN', data: undefined });
      const next = edit(present);
      document.set(next);
      return next;
    },
    async open() {
      state.set({ state: 'absent', keychain: { available: true, backend: ports.keychain.backend } });
    },
    async create() {
      document.set(EMPTY_DOCUMENT);
      state.set({
        state: 'open',
        backend: ports.keychain.backend,
        ways: { keychain: true, passphrase: false },
        readOnly: false,
        quarantined: 0,
        recoveredFrom: null,
      });
    },
    async unlock() {
      throw new VaultError({ code: 'PASSPHRASE_NOT_SET', data: undefined });
    },
    async retry() {},
    async lock() {
      throw new VaultError({ code: 'PASSPHRASE_NOT_SET', data: undefined });
    },
    async setAside() {
      throw new VaultError({ code: 'VAULT_OPEN', data: undefined });
    },
    async close() {
      state.close();
      document.close();
    },
  };
}
