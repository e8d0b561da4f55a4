import type { LockMode, VaultState, WaysIn } from '../../contract/vault.ts';
import { emptyOldTrash, type VaultDocument } from '../../core/vault/document.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { findKeychainSlot, findPassphraseSlot } from '../../core/vault/slots.ts';
import type { Ports } from '../ports.ts';
import { VaultError } from './error.ts';
import { damageOf, findVault, openNewest, type DamageReason } from './find.ts';
import { keepKey, readKey } from './keychain-key.ts';
import { makeVault, type NewVault } from './make.ts';
import { checkPassphraseLength, createPassphraseGate } from './passphrase.ts';
import { createQueue } from './queue.ts';
import { createSession, writeFailed, type Session } from './session.ts';
import { createWatched } from './watched.ts';

export type VaultPorts = Pick<Ports, 'keychain' | 'vaultStore' | 'keyDerivation' | 'clock' | 'log'>;

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
  /**
   * A key of 32 bytes for something that is sealed beside the vault: HKDF-SHA-256 (RFC 5869) of the vault key for
   * `label` and this vault. The caller zeroes it. Another vault key, another derived one.
   * @throws VaultError VAULT_NOT_OPEN
   */
  deriveKey(label: string): Buffer;
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
  const { keychain, vaultStore, clock, log } = ports;
  const state = createWatched<VaultState>({ state: 'opening' });
  const document = createWatched<VaultDocument | null>(null);
  const passphrases = createPassphraseGate(ports);
  /** Nothing is locked, opened or written while something else is. */
  const inTurn = createQueue();
  let session: Session | null = null;
  let isClosed = false;
  let stopWatching: (() => void) | null = null;

  /** Shows what the session holds now. */
  function publish(): void {
    if (session === null) return;
    const present = session.document();
    if (document.get() !== present) document.set(present);
    const next: VaultState = {
      state: 'open',
      backend: keychain.backend,
      ways: waysIn(session.header()),
      mode: modeOf(session.header()),
      openedBy: 'keychain',
      kit: null,
      readOnly: session.readOnly(),
      quarantined: present.quarantine.length,
      recoveredFrom: session.recoveredFrom(),
    };
    if (JSON.stringify(state.get()) !== JSON.stringify(next)) state.set(next);
  }

  function endSession(): void {
    document.set(null);
    session?.close();
    session = null;
  }

  async function showAbsent(): Promise<void> {
    const { backend } = keychain;
    const { outcome } = await keychain.probe();
    state.set({
      state: 'absent',
      keychain: outcome === 'kept' ? { available: true, backend } : { available: false, backend, outcome },
    });
  }

  function showDamaged(reason: DamageReason): void {
    state.set({ state: 'damaged', reason, path: vaultStore.path });
  }

  /** Looks at what is there and opens it with the keychain where it can. */
  async function look(): Promise<void> {
    const found = await findVault(vaultStore);
    switch (found.found) {
      case 'absent':
        return showAbsent();
      case 'damaged':
        return showDamaged(found.reason);
      case 'vault':
        return tryKeychain(found.header);
    }
  }

  async function tryKeychain(header: VaultHeader): Promise<void> {
    const slot = findKeychainSlot(header.slots);
    const ways = waysIn(header);
    if (slot === null) return state.set({ state: 'locked', ways, mode: 'passphrase', cause: 'start' });
    const read = await readKey(keychain, slot, header.vaultId);
    if (read.outcome === 'found') return openWith(read.key, header.vaultId);
    const { outcome } = read;
    state.set({
      state: 'keyMissing',
      outcome,
      backend: keychain.backend,
      keptBy: null,
      ways,
      mode: modeOf(header),
      path: vaultStore.path,
    });
  }

  /** Opens with a key that is this vault's, and takes it over. */
  async function openWith(key: Buffer, vaultId: string): Promise<void> {
    try {
      const opened = await openNewest(vaultStore, vaultId, key);
      session = createSession(opened, key, ports);
    } catch (error) {
      key.fill(0);
      return showDamaged(error instanceof VaultFileError ? damageOf(error.code) : 'unreadable');
    }
    if (isClosed) return endSession();
    publish();
    await emptyTrash(session);
  }

  async function emptyTrash(open: Session): Promise<void> {
    if (open.readOnly() || emptyOldTrash(open.document(), clock.now()) === open.document()) return;
    // The change itself leaves the old trash out. Where it fails, the vault is open all the same.
    await open.change((present) => present).catch((error: unknown) => report('trash-not-emptied', error));
    publish();
  }

  /** The keyring was emptied or holds something else, and the passphrase gave the key: it is put back. */
  async function restoreItem(open: Session, key: Buffer): Promise<void> {
    const slot = findKeychainSlot(open.header().slots);
    if (slot === null) return;
    const outcome = await keepKey(keychain, slot.item, key);
    if (outcome !== 'kept') log.error('keychain-item-not-restored', { outcome });
  }

  async function takeInForeignWrite(): Promise<void> {
    if (isClosed) return;
    if (session !== null) {
      if ((await session.refresh()) === 'here') return publish();
      endSession();
      return look();
    }
    switch (state.get().state) {
      case 'absent':
      case 'damaged':
        return look();
      case 'locked':
      case 'keyMissing':
        // Asking the keychain again could put a prompt before the person, who did nothing.
        if ((await findVault(vaultStore)).found === 'absent') await showAbsent();
        return;
      case 'opening':
      case 'open':
    }
  }

  function report(event: string, error: unknown): void {
    log.error(event, { error: error instanceof Error ? error.message : String(error) });
  }

  return {
    state: () => state.get(),
    watchState: (signal) => state.watch(signal),
    document: () => document.get(),
    watchDocument: (signal) => document.watch(signal),

    change: (edit) =>
      inTurn(async () => {
        if (session === null) throw new VaultError({ code: 'VAULT_NOT_OPEN', data: undefined });
        try {
          return await session.change(edit);
        } catch (error) {
          if (!(error instanceof VaultError && error.code === 'VAULT_NOT_OPEN')) throw error;
          endSession();
          await look();
          throw error;
        } finally {
          publish();
        }
      }),

    deriveKey(label) {
      if (session === null) throw new VaultError({ code: 'VAULT_NOT_OPEN', data: undefined });
      return session.deriveKey(label);
    },

    open: () =>
      inTurn(async () => {
        stopWatching ??= vaultStore.watch(() => {
          inTurn(takeInForeignWrite).catch((error: unknown) => report('vault-not-read-again', error));
        });
        if (session === null) await look();
      }),

    create: (input) =>
      inTurn(async () => {
        if (input.passphrase !== undefined) checkPassphraseLength(input.passphrase);
        if (session !== null || (await findVault(vaultStore)).found !== 'absent') {
          throw new VaultError({ code: 'VAULT_EXISTS', data: undefined });
        }
        const { opened, key } = await makeVault(input, { ...ports, passphrases });
        session = createSession(opened, key, ports);
        publish();
      }),

    unlock: (passphrase) =>
      inTurn(async () => {
        if (session !== null) return;
        const found = await findVault(vaultStore);
        const slot = found.found === 'vault' ? findPassphraseSlot(found.header.slots) : null;
        if (found.found !== 'vault' || slot === null) {
          throw new VaultError({ code: 'PASSPHRASE_NOT_SET', data: undefined });
        }
        const key = await passphrases.open(slot, found.header.vaultId, passphrase);
        const before = state.get();
        const isItemLost =
          before.state === 'keyMissing' && (before.outcome === 'absent' || before.outcome === 'wrongKey');
        await openWith(key, found.header.vaultId);
        if (session !== null && isItemLost) await restoreItem(session, key);
      }),

    retry: () => inTurn(async () => (session === null ? look() : undefined)),

    lock: () =>
      inTurn(async () => {
        if (session === null) return;
        const ways = waysIn(session.header());
        if (!ways.passphrase) throw new VaultError({ code: 'PASSPHRASE_NOT_SET', data: undefined });
        const mode = modeOf(session.header());
        endSession();
        state.set({ state: 'locked', ways, mode, cause: 'person' });
      }),

    setAside: () =>
      inTurn(async () => {
        if (session !== null) throw new VaultError({ code: 'VAULT_OPEN', data: undefined });
        const path = await vaultStore.setAside().catch((error: unknown) => {
          throw writeFailed(error);
        });
        if (path === null) throw new VaultError({ code: 'VAULT_ABSENT', data: undefined });
        await look();
        return path;
      }),

    async close() {
      isClosed = true;
      stopWatching?.();
      // Where there is no session yet, a keychain may be waiting for the person: nobody waits for that.
      if (session !== null) await inTurn(async () => endSession());
      state.close();
      document.close();
    },
  };
}

function waysIn({ slots }: VaultHeader): WaysIn {
  const keychain = findKeychainSlot(slots) !== null;
  return { keychain, passphrase: findPassphraseSlot(slots) !== null, recovery: false };
}

function modeOf(header: VaultHeader): LockMode {
  return waysIn(header).keychain ? 'session' : 'passphrase';
}
