import type { LockCause, LockMode, VaultState } from '../../contract/vault.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import type { Ports } from '../ports.ts';
import type { NewVault } from './make.ts';
import { createVaultMachine } from './machine.ts';

export type VaultPorts = Pick<Ports, 'keychain' | 'vaultStore' | 'keyDerivation' | 'clock' | 'log'>;

/** What shall open the vault from now on; as `vault.setWays` in the contract. */
export interface NewWays {
  /** Left out: the present one. */
  mode?: LockMode;
  current?: string | undefined;
  passphrase?: string | null | undefined;
}

/** What keys were derived for a label with the vault key of before, and are with the one of now. */
export interface KeyChange {
  before(label: string): Buffer;
  after(label: string): Buffer;
}

/** An older generation, as far as this vault's key opens it. */
export interface OlderGeneration {
  generation: number;
  writtenAt: number;
  /** Opens it; the caller zeroes the secrets of what comes out. */
  open(): Promise<VaultDocument | 'otherKey' | 'broken'>;
}

/** The person's vault: opened, kept, changed and locked here and nowhere else. */
export interface Vault {
  state(): VaultState;
  /** The present state first. */
  watchState(signal?: AbortSignal): AsyncGenerator<VaultState, void, void>;
  /** Null unless open. The secrets in it are zeroed when the vault locks. */
  document(): VaultDocument | null;
  /** The present document first; null = closed. A slow reader misses documents in between, never the newest. */
  watchDocument(signal?: AbortSignal): AsyncGenerator<VaultDocument | null, void, void>;
  /** Of the open vault; null unless open. `generation` counts its writes. */
  identity(): { vaultId: string; generation: number } | null;
  /**
   * Applies `edit` to the newest document (whoever wrote it), under the lock file; it is on disk when this
   * resolves. An edit that throws changes nothing, and its error comes out here. It may be called twice, where
   * another process has changed the vault's key meanwhile.
   * @throws VaultError VAULT_NOT_OPEN, VAULT_WRITE_FAILED, VAULT_READ_ONLY: nothing was changed
   */
  change(edit: (document: VaultDocument) => VaultDocument): Promise<VaultDocument>;
  /**
   * A key of 32 bytes for something that is sealed beside the vault: HKDF-SHA-256 (RFC 5869) of the vault key for
   * `label` and this vault. The caller zeroes it. Another vault key, another derived one: see `onKeyChange`.
   * @throws VaultError VAULT_NOT_OPEN
   */
  deriveKey(label: string): Buffer;
  /**
   * Calls `task` when the vault's key was changed, so that what was sealed with a derived key can be sealed anew:
   * after a crash in between, at the next opening, once more. The vault waits for it; an error is logged. Only the
   * process that made the change calls. What is not sealed anew cannot be opened any more.
   */
  onKeyChange(task: (keys: KeyChange) => Promise<void>): void;
  /** Calls `task` at each lock, and whenever else the vault is closed. */
  onClose(task: () => void): void;
  /** Looks for the vault and opens it with the keychain where it can; the result is the state. */
  open(): Promise<void>;
  /**
   * Makes the first vault and opens it.
   * @throws VaultError VAULT_EXISTS, KEYCHAIN_FAILED, PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK, VAULT_WRITE_FAILED
   */
  create(input: NewVault): Promise<void>;
  /** @throws VaultError PASSPHRASE_WRONG, PASSPHRASE_WAIT, PASSPHRASE_NOT_SET, KEYCHAIN_FAILED */
  unlock(passphrase: string): Promise<void>;
  /** @throws VaultError KIT_TYPO, KIT_LENGTH, KIT_WRONG, KIT_NOT_MADE */
  openWithKit(code: string): Promise<void>;
  /** Looks again, keychain included; the result is the next state. */
  retry(): Promise<void>;
  /** Forgets key and secrets. @throws VaultError PASSPHRASE_NOT_SET where no passphrase could open it again */
  lock(cause?: LockCause): Promise<void>;
  /**
   * Changes the ways in; what takes one away makes a new vault key.
   * @throws VaultError VAULT_NOT_OPEN, VAULT_READ_ONLY, VAULT_WRITE_FAILED, PASSPHRASE_WRONG, PASSPHRASE_WAIT,
   * PASSPHRASE_NEEDED, PASSPHRASE_TOO_SHORT, PASSPHRASE_TOO_WEAK, KEYCHAIN_FAILED: the old ways stand
   */
  setWays(ways: NewWays): Promise<void>;
  /** A new vault key for the same ways. @throws as setWays */
  rotateKey(current?: string): Promise<void>;
  /**
   * Puts a recovery kit in force, and the one before out of it; the latter with a new vault key, which wants the
   * passphrase where one is set.
   * @param publicKey `recoveryPublicKey` of its code
   * @throws as setWays
   */
  setKit(publicKey: Uint8Array, madeAt: number, current?: string): Promise<void>;
  /** Whether a code opens this vault. @throws VaultError VAULT_NOT_OPEN, KIT_TYPO, KIT_LENGTH, KIT_WRONG, KIT_NOT_MADE */
  verifyKit(code: string): void;
  /** Newest first. @throws VaultError VAULT_NOT_OPEN */
  generations(): Promise<OlderGeneration[]>;
  /**
   * Puts the vault aside under another name and returns its path.
   * @throws VaultError VAULT_OPEN, VAULT_ABSENT, VAULT_WRITE_FAILED
   */
  setAside(): Promise<string>;
  /** Forgets everything and ends all watching. */
  close(): Promise<void>;
}

/** The vault over its ports; `opening` until `open()` is called. */
export function createVault(ports: VaultPorts): Vault {
  return createVaultMachine(ports);
}
