import { randomBytes, randomUUID } from 'node:crypto';
import type { VaultState } from '../../contract/vault.ts';
import { EMPTY_DOCUMENT, emptyOldTrash, type VaultDocument } from '../../core/vault/document.ts';
import { allSecrets, ownSecrets } from '../../core/vault/document-secrets.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { sealVault, verifySealed } from '../../core/vault/seal.ts';
import {
  findKeychainSlot,
  findPassphraseSlot,
  makeKeychainSlot,
  VAULT_KEY_BYTES,
  type Slot,
} from '../../core/vault/slots.ts';
import type { Ports } from '../ports.ts';
import { findCopies, openNewest, type FoundCopies, type VaultCopy } from './copies.ts';
import { VaultError } from './error.ts';
import { keepKey, readKey } from './keychain-key.ts';
import { checkPassphraseLength, createPassphraseGate } from './passphrase.ts';
import { createQueue } from './queue.ts';
import { createWatched } from './watched.ts';
import { asWriteError, writeChange, type OpenVault } from './write.ts';

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

/** The vault over its ports; `opening` until `open()` is called. One thing at a time happens to it. */
export function createVault(ports: VaultPorts): Vault {
  const { keychain, vaultStore, clock, log } = ports;
  const state = createWatched<VaultState>({ state: 'opening' });
  const document = createWatched<VaultDocument | null>(null);
  const gate = createPassphraseGate(ports);
  const inTurn = createQueue();
  let opened: OpenVault | null = null;
  let stopWatching = () => {};

  /** From what lies on disk to a state, and to an open vault where the keychain has the key. */
  async function look(): Promise<void> {
    forget();
    const found = await findCopies(vaultStore);
    if (found.found !== 'copies') {
      state.set(await stateWithoutVault(found));
      return;
    }
    const { header } = found.copies[0].layout;
    const ways = waysOf(header.slots);
    const slot = findKeychainSlot(header.slots);
    if (slot === null) {
      state.set({ state: 'locked', ways });
      return;
    }
    const answer = await readKey(keychain, slot, header.vaultId);
    if (answer.outcome === 'found') {
      openWith(found.copies, answer.key);
      return;
    }
    const { outcome } = answer;
    state.set({ state: 'keyMissing', outcome, backend: keychain.backend, ways, path: vaultStore.path });
  }

  async function stateWithoutVault(found: Exclude<FoundCopies, { found: 'copies' }>): Promise<VaultState> {
    const { backend } = keychain;
    if (found.found === 'damaged') {
      return { state: 'damaged', reason: found.reason, path: vaultStore.path };
    }
    const { outcome } = await keychain.probe();
    return outcome === 'kept'
      ? { state: 'absent', keychain: { available: true, backend } }
      : { state: 'absent', keychain: { available: false, backend, outcome } };
  }

  function openWith(copies: readonly VaultCopy[], key: Buffer): void {
    const newest = openNewest(copies, key);
    if (newest === null) {
      key.fill(0);
      state.set({ state: 'damaged', reason: 'tampered', path: vaultStore.path });
      return;
    }
    const { vault, isPresent } = newest;
    opened = { key, header: vault.header, document: vault.document, readOnly: vault.readOnly, isPresent };
    show(vault.document);
    stopWatching = vaultStore.watch(() => void inTurn(reload).catch(reportReload));
  }

  /** Tells everybody of the open vault as it now is. */
  function show(next: VaultDocument): void {
    if (opened === null) return;
    const { header, readOnly, isPresent } = opened;
    document.set(next);
    state.set({
      state: 'open',
      backend: keychain.backend,
      ways: waysOf(header.slots),
      readOnly,
      quarantined: next.quarantine.length,
      recoveredFrom: isPresent
        ? null
        : { generation: header.generation, writtenAt: header.writtenAt > 0 ? header.writtenAt : null },
    });
  }

  /** Another process wrote: take what it wrote. What cannot be opened is left for the next write to keep apart. */
  async function reload(): Promise<void> {
    if (opened === null) return;
    const found = await findCopies(vaultStore);
    if (found.found === 'none') {
      await look();
      return;
    }
    if (found.found !== 'copies') return;
    const [newest] = found.copies;
    if (!newest.isPresent) return;
    if (newest.layout.header.vaultId !== opened.header.vaultId) {
      await look();
      return;
    }
    const read = openNewest([newest], opened.key);
    if (read === null) return;
    const { vault } = read;
    // The former secrets are not zeroed here: a reader may be at work on them. Locking zeroes what is shown.
    opened = {
      ...opened,
      header: vault.header,
      document: vault.document,
      readOnly: vault.readOnly,
      isPresent: true,
    };
    show(vault.document);
  }

  function reportReload(error: unknown): void {
    log.error('vault-reload', { error: error instanceof Error ? error.message : String(error) });
  }

  /** Takes key and secrets out of memory; the readers hear of it first. */
  function forget(): void {
    stopWatching();
    stopWatching = () => {};
    if (opened === null) return;
    const { key, document: last } = opened;
    opened = null;
    document.set(null);
    key.fill(0);
    for (const secret of allSecrets(last)) secret.fill(0);
  }

  async function create(input: NewVault): Promise<void> {
    if ((await findCopies(vaultStore)).found !== 'none')
      throw new VaultError({ code: 'VAULT_EXISTS', data: undefined });
    if (input.passphrase !== undefined) checkPassphraseLength(input.passphrase);
    const key = randomBytes(VAULT_KEY_BYTES);
    const vaultId = randomUUID();
    const slots: Slot[] = [];
    if (input.protection === 'keychain') {
      const outcome = await keepKey(keychain, vaultId, key);
      if (outcome !== 'kept') throw new VaultError({ code: 'KEYCHAIN_FAILED', data: { outcome } });
      slots.push(makeKeychainSlot(key, vaultId, vaultId));
    }
    try {
      if (input.passphrase !== undefined) slots.push(await gate.makeSlot(input.passphrase, key, vaultId));
      const header: VaultHeader = {
        vaultId,
        generation: 1,
        writtenAt: clock.now(),
        slots,
        unknownMembers: {},
      };
      const bytes = sealVault(header, EMPTY_DOCUMENT, key);
      await vaultStore.update(
        (present) => {
          if (present !== null) throw new VaultError({ code: 'VAULT_EXISTS', data: undefined });
          return { bytes, presentIsBroken: false };
        },
        (written) => verifySealed(written, bytes, key),
      );
    } catch (error) {
      // The key of a vault that does not exist must not lie about.
      if (input.protection === 'keychain') await keychain.remove(vaultId);
      key.fill(0);
      throw error instanceof VaultError ? error : asWriteError(error);
    }
    const found = await findCopies(vaultStore);
    if (found.found === 'copies') openWith(found.copies, key);
  }

  async function unlock(passphrase: string): Promise<void> {
    if (opened !== null) return;
    const found = await findCopies(vaultStore);
    const header = found.found === 'copies' ? found.copies[0].layout.header : null;
    const slot = header && findPassphraseSlot(header.slots);
    if (found.found !== 'copies' || !header || !slot)
      throw new VaultError({ code: 'PASSPHRASE_NOT_SET', data: undefined });
    const key = await gate.open(slot, header.vaultId, passphrase);
    openWith(found.copies, key);
    await mendKeychain(header);
  }

  /** An emptied keychain gets the same key again, so that it opens the vault by itself next time. */
  async function mendKeychain({ slots, vaultId }: VaultHeader): Promise<void> {
    const slot = findKeychainSlot(slots);
    if (slot === null || opened === null) return;
    const { outcome } = await readKey(keychain, slot, vaultId);
    if (outcome !== 'absent' && outcome !== 'wrongKey') return;
    const kept = await keepKey(keychain, slot.item, opened.key);
    if (kept !== 'kept') log.error('keychain-not-mended', { outcome: kept });
  }

  return {
    state: () => state.get(),
    watchState: (signal) => state.watch(signal),
    document: () => document.get(),
    watchDocument: (signal) => document.watch(signal),
    change: (edit) =>
      inTurn(async () => {
        if (opened === null) throw new VaultError({ code: 'VAULT_NOT_OPEN', data: undefined });
        opened = await writeChange(opened, vaultStore, clock.now(), (present) => {
          const base = emptyOldTrash(present, clock.now());
          return ownSecrets(edit(base), base);
        });
        show(opened.document);
        return opened.document;
      }),
    open: () => inTurn(look),
    create: (input) => inTurn(() => create(input)),
    unlock: (passphrase) => inTurn(() => unlock(passphrase)),
    retry: () => inTurn(async () => (opened === null ? look() : undefined)),
    lock: () =>
      inTurn(async () => {
        if (opened === null) return;
        const ways = waysOf(opened.header.slots);
        if (!ways.passphrase) throw new VaultError({ code: 'PASSPHRASE_NOT_SET', data: undefined });
        forget();
        state.set({ state: 'locked', ways });
      }),
    setAside: () =>
      inTurn(async () => {
        if (opened !== null) throw new VaultError({ code: 'VAULT_OPEN', data: undefined });
        const path = await vaultStore.setAside();
        if (path === null) throw new VaultError({ code: 'VAULT_ABSENT', data: undefined });
        await look();
        return path;
      }),
    close: () =>
      inTurn(async () => {
        forget();
        state.close();
        document.close();
      }),
  };
}

function waysOf(slots: readonly Slot[]): { keychain: boolean; passphrase: boolean } {
  return { keychain: findKeychainSlot(slots) !== null, passphrase: findPassphraseSlot(slots) !== null };
}
