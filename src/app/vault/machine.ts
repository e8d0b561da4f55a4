import type { LockCause, OpenState, VaultState } from '../../contract/vault.ts';
import { messageOf } from '../../core/message-of.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import type { Ports } from '../ports.ts';
import { isUnfinished } from '../unlock/finish-change.ts';
import { askKeychain } from '../unlock/keys.ts';
import { modeOf, unlockMethodsOf } from '../unlock/methods.ts';
import { createPassphraseGate, type PassphraseGate } from '../unlock/passphrase-gate.ts';
import { createWatched, type Watched } from '../watched.ts';
import { Failure, isFailure } from '../failure.ts';
import { damageOf, findVault, isAway, openNewest, type DamageReason } from './find.ts';
import { createQueue } from './queue.ts';
import { createSession, type Session } from './session.ts';
import { keyMissingState, lockedState, openState } from './states.ts';
import { createUpkeep, type KeyChange } from './upkeep.ts';

/** Interval in ms between checks of a vault that is away or of a place that is read-only. */
const LOOK_AGAIN_MS = 2_000;

export type VaultPorts = Pick<Ports, 'keychain' | 'vaultStore' | 'keyDerivation' | 'clock' | 'log'>;

/** The building blocks of `Vault`. Calls other than reads take turns. */
export interface VaultMachine {
  readonly state: Watched<VaultState>;
  readonly document: Watched<VaultDocument | null>;
  readonly passphrases: PassphraseGate;
  /** Runs tasks one at a time: locking, opening and writing never overlap. */
  inTurn<T>(task: () => Promise<T>): Promise<T>;
  /** The open session; null unless open. */
  session(): Session | null;
  /** @throws VAULT_NOT_OPEN */
  opened(): Session;
  /** Whether the recovery kit opened the vault and the person has not chosen unlock methods since. */
  isOpenByKit(): boolean;
  /** Adopts a session: of a vault just created, or the same one after its unlock methods changed. */
  adopt(open: Session, by: OpenState['openedBy']): void;
  /** Publishes what the session holds now. */
  publish(): void;
  /** Looks for the vault and opens it with the keychain if possible. */
  look(cause?: LockCause): Promise<void>;
  /** Watches for writes by other processes, from the first look on. */
  watchOnce(): void;
  /** Opens the vault with its key and takes ownership of the key. */
  openWith(key: Buffer, vaultId: string, by: OpenState['openedBy']): Promise<void>;
  /** Upkeep that a correct passphrase makes possible. */
  tidyAfterUnlock(key: Buffer, passphrase: string, isItemLost: boolean): Promise<void>;
  /** Completes a change of unlock methods, made here or before a crash. */
  finish(open: Session): Promise<void>;
  /** Runs `work` on the open session, for writes. If the session has become invalid, reopens the vault. */
  withSession<T>(work: (open: Session) => Promise<T>): Promise<T>;
  /** Forgets key and secrets, and shows the cause. */
  lock(header: VaultHeader, cause: LockCause): void;
  onClose(task: () => void): void;
  onKeyChange(task: (keys: KeyChange) => Promise<void>): void;
  close(): Promise<void>;
}

/** The vault's states and the transitions between them. */
export function createVaultMachine(ports: VaultPorts): VaultMachine {
  const { keychain, vaultStore, clock, log } = ports;
  const state = createWatched<VaultState>({ state: 'opening' });
  const document = createWatched<VaultDocument | null>(null);
  const passphrases = createPassphraseGate(ports);
  const upkeep = createUpkeep({ ...ports, passphrases });
  const inTurn = createQueue();
  const closeTasks: (() => void)[] = [];
  const keyChangeTasks: ((keys: KeyChange) => Promise<void>)[] = [];
  let session: Session | null = null;
  let openedBy: OpenState['openedBy'] = 'keychain';
  let isClosed = false;
  let stopWatching: (() => void) | null = null;
  let stopLooking = (): void => {};

  function publish(): void {
    if (session === null) return;
    const present = session.document();
    if (document.get() !== present) document.set(present);
    const next = openState(session, keychain.backend, openedBy);
    show(next);
    if (next.readOnlyBecause === 'place') {
      const open = session;
      lookAgain(async () => {
        if (session !== open) return;
        await open.lookAtPlace();
        publish();
      });
    }
  }

  function show(next: VaultState): void {
    if (JSON.stringify(state.get()) !== JSON.stringify(next)) state.set(next);
  }

  /** Runs `task` once after the interval; a caller that is still waiting calls again. */
  function lookAgain(task: () => Promise<void>): void {
    stopLooking();
    stopLooking = clock.after(LOOK_AGAIN_MS, () => {
      inTurn(async () => (isClosed ? undefined : task())).catch((error: unknown) =>
        report('vault-not-looked-at', error),
      );
    });
  }

  function endSession(): void {
    document.set(null);
    session?.close();
    session = null;
    for (const task of closeTasks) task();
  }

  async function showAbsent(): Promise<void> {
    if (!(await vaultStore.isWritable())) {
      show({ state: 'unwritable', path: vaultStore.path });
      lookAgain(async () => {
        if (state.get().state === 'unwritable') await look();
      });
      return;
    }
    const { backend } = keychain;
    const { outcome } = await keychain.probe();
    state.set({
      state: 'absent',
      keychain: outcome === 'kept' ? { available: true, backend } : { available: false, backend, outcome },
    });
  }

  async function showAway(): Promise<void> {
    show({ state: 'away', path: vaultStore.path, canStartAnew: await vaultStore.isMissed() });
    lookAgain(async () => {
      if (state.get().state === 'away') await look();
    });
  }

  function showDamaged(reason: DamageReason): void {
    state.set({ state: 'damaged', reason, path: vaultStore.path });
  }

  function showLocked(header: VaultHeader, cause: LockCause): void {
    state.set(lockedState(header, cause));
  }

  async function look(cause: LockCause = 'start'): Promise<void> {
    const found = await findVault(vaultStore);
    switch (found.found) {
      case 'absent':
        return showAbsent();
      case 'away':
        return showAway();
      case 'damaged':
        return showDamaged(found.reason);
      case 'vault':
        watch();
        return tryKeychain(found.header, cause);
    }
  }

  /** @param tries how often to reread the header if the keychain lacks what it names */
  async function tryKeychain(header: VaultHeader, cause: LockCause, tries = 3): Promise<void> {
    const asked = await askKeychain(keychain, header);
    switch (asked.answer) {
      case 'key':
        return openWith(asked.key, header.vaultId, 'keychain');
      case 'passphraseOpens':
        return showLocked(header, cause);
      case 'missing': {
        // Another process may have changed the unlock methods meanwhile, and with them the item.
        const found = await findVault(vaultStore);
        const isNewer = found.found === 'vault' && found.header.generation !== header.generation;
        if (isNewer && tries > 0) return tryKeychain(found.header, cause, tries - 1);
        const place = { backend: keychain.backend, path: vaultStore.path };
        state.set(keyMissingState(header, asked, place));
      }
    }
  }

  async function openWith(key: Buffer, vaultId: string, by: OpenState['openedBy']): Promise<void> {
    try {
      const opened = await openNewest(vaultStore, vaultId, key);
      session = createSession(opened, key, ports);
    } catch (error) {
      key.fill(0);
      if (isAway(error)) return showAway();
      return showDamaged(error instanceof VaultFileError ? damageOf(error.code) : 'unreadable');
    }
    if (isClosed) return endSession();
    openedBy = by;
    publish();
    await upkeep.emptyTrash(session);
    publish();
    if (isUnfinished(session)) await finish(session);
  }

  async function finish(open: Session): Promise<void> {
    await upkeep.finish(open, keyChangeTasks);
    publish();
  }

  /** Restarts the watch, as the vault's path may now lead elsewhere. */
  function watch(): void {
    stopWatching?.();
    stopWatching = vaultStore.watch(() => {
      inTurn(takeInForeignWrite).catch((error: unknown) => report('vault-not-read-again', error));
    });
  }

  async function takeInForeignWrite(): Promise<void> {
    if (isClosed) return;
    if (session !== null) {
      if ((await session.refresh()) === 'here') return publish();
      endSession();
      return look('otherProcess');
    }
    switch (state.get().state) {
      case 'absent':
      case 'unwritable':
      case 'away':
      case 'damaged':
        return look();
      case 'locked':
      case 'keyMissing':
        return takeInForeignMethods();
      case 'opening':
      case 'open':
    }
  }

  /** Handles a foreign write while locked. Asking the keychain could prompt a person who did nothing. */
  async function takeInForeignMethods(): Promise<void> {
    const found = await findVault(vaultStore);
    if (found.found === 'absent') return showAbsent();
    if (found.found === 'away') return showAway();
    const present = state.get();
    if (found.found !== 'vault' || present.state !== 'locked') return;
    const [unlockMethods, mode] = [unlockMethodsOf(found.header), modeOf(found.header)];
    if (JSON.stringify([unlockMethods, mode]) !== JSON.stringify([present.unlockMethods, present.mode])) {
      state.set({ ...present, unlockMethods, mode });
    }
  }

  function report(event: string, error: unknown): void {
    log.error(event, { error: messageOf(error) });
  }

  function opened(): Session {
    if (session === null) throw new Failure('VAULT_NOT_OPEN');
    return session;
  }

  async function withSession<T>(work: (open: Session) => Promise<T>): Promise<T> {
    const open = opened();
    const { vaultId } = open.header();
    try {
      return await work(open);
    } catch (error) {
      if (!isFailure(error, 'VAULT_NOT_OPEN')) throw error;
      endSession();
      await look('otherProcess');
      // Another process changed the key and the keychain provided the new one: the same vault is open again.
      const again = opened();
      if (again.header().vaultId !== vaultId) throw error;
      return work(again);
    } finally {
      publish();
    }
  }

  return {
    state,
    document,
    passphrases,
    inTurn,
    session: () => session,
    opened,
    isOpenByKit: () => openedBy === 'recovery',
    adopt(open, by) {
      session = open;
      openedBy = by;
    },
    publish,
    look,
    watchOnce() {
      if (stopWatching === null) watch();
    },
    openWith,
    async tidyAfterUnlock(key, passphrase, isItemLost) {
      if (session === null) return;
      if (isItemLost) await upkeep.restoreItem(session, key);
      await upkeep.raiseCost(session, passphrase);
      publish();
    },
    finish,
    withSession,
    lock(header, cause) {
      endSession();
      showLocked(header, cause);
    },
    onClose: (task) => void closeTasks.push(task),
    onKeyChange: (task) => void keyChangeTasks.push(task),
    async close() {
      isClosed = true;
      stopWatching?.();
      stopLooking();
      // Without a session, a keychain may be waiting for the person; do not wait for that.
      if (session !== null) await inTurn(async () => endSession());
      state.close();
      document.close();
    },
  };
}
