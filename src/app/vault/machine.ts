import type { LockCause, VaultState } from '../../contract/vault.ts';
import { messageOf } from '../../core/message-of.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import { VaultFileError } from '../../core/vault/error.ts';
import type { VaultHeader } from '../../core/vault/header.ts';
import { planWays } from './current.ts';
import { VaultError, vaultError } from './error.ts';
import { damageOf, findVault, isAway, openNewest, type DamageReason } from './find.ts';
import { makeVault } from './make.ts';
import { askKeychain, keyByCode, keyByPassphrase } from './opening.ts';
import { checkNewPassphrase } from './new-passphrase.ts';
import { createPassphraseGate } from './passphrase.ts';
import { createQueue } from './queue.ts';
import { createSession, writeFailed, type Session } from './session.ts';
import { keyMissingState, lockedState, openState } from './states.ts';
import { createUpkeep } from './upkeep.ts';
import type { KeyChange, NewWays, Vault, VaultPorts } from './vault.ts';
import { createWatched } from './watched.ts';
import { addRecovery, changeWays, isUnfinished, modeOf, waysIn, type WaysPlan } from './ways.ts';

/** So long a vault that is away, or whose place takes no writing, is left alone before it is looked at again, in ms. */
const LOOK_AGAIN_MS = 2_000;

type OpenState = Extract<VaultState, { state: 'open' }>;

/** The vault's states, and what leads from one to the next. */
export function createVaultMachine(ports: VaultPorts): Vault {
  const { keychain, vaultStore, clock, log } = ports;
  const state = createWatched<VaultState>({ state: 'opening' });
  const document = createWatched<VaultDocument | null>(null);
  const passphrases = createPassphraseGate(ports);
  const upkeep = createUpkeep({ ...ports, passphrases });
  /** Nothing is locked, opened or written while something else is. */
  const inTurn = createQueue();
  const closeTasks: (() => void)[] = [];
  const keyChangeTasks: ((keys: KeyChange) => Promise<void>)[] = [];
  let session: Session | null = null;
  let openedBy: OpenState['openedBy'] = 'keychain';
  let isClosed = false;
  let stopWatching: (() => void) | null = null;
  let stopLooking = (): void => {};

  /** Shows what the session holds now. */
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

  /** By itself, after a while, once: who still waits for something asks again. */
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
    const { backend } = keychain;
    const { outcome } = await keychain.probe();
    state.set({
      state: 'absent',
      keychain: outcome === 'kept' ? { available: true, backend } : { available: false, backend, outcome },
    });
  }

  function showAway(): void {
    show({ state: 'away', path: vaultStore.path });
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

  /** Looks at what is there and opens it with the keychain where it can. */
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

  /** @param tries so often the header is read anew, where the keychain does not have what it says */
  async function tryKeychain(header: VaultHeader, cause: LockCause, tries = 3): Promise<void> {
    const asked = await askKeychain(keychain, header);
    switch (asked.answer) {
      case 'key':
        return openWith(asked.key, header.vaultId, 'keychain');
      case 'passphraseOpens':
        return showLocked(header, cause);
      case 'missing': {
        // Another process may have changed the ways in between: then the item is another one.
        const found = await findVault(vaultStore);
        const isNewer = found.found === 'vault' && found.header.generation !== header.generation;
        if (isNewer && tries > 0) return tryKeychain(found.header, cause, tries - 1);
        const place = { backend: keychain.backend, path: vaultStore.path };
        state.set(keyMissingState(header, asked, place));
      }
    }
  }

  /** Opens with a key that is this vault's, and takes it over. */
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

  /** What remains to be done after a change of ways, here or before a crash. */
  async function finish(open: Session): Promise<void> {
    await upkeep.finish(open, keyChangeTasks);
    publish();
  }

  /** Again, where what the vault's path leads to has become another. */
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
      case 'away':
      case 'damaged':
        return look();
      case 'locked':
      case 'keyMissing':
        return takeInWaysElsewhere();
      case 'opening':
      case 'open':
    }
  }

  /** Locked, and another process has written. Asking the keychain could put a prompt before a person who did nothing. */
  async function takeInWaysElsewhere(): Promise<void> {
    const found = await findVault(vaultStore);
    if (found.found === 'absent') return showAbsent();
    if (found.found === 'away') return showAway();
    const present = state.get();
    if (found.found !== 'vault' || present.state !== 'locked') return;
    const [ways, mode] = [waysIn(found.header), modeOf(found.header)];
    if (JSON.stringify([ways, mode]) !== JSON.stringify([present.ways, present.mode])) {
      state.set({ ...present, ways, mode });
    }
  }

  function report(event: string, error: unknown): void {
    log.error(event, { error: messageOf(error) });
  }

  function opened(): Session {
    if (session === null) throw vaultError('VAULT_NOT_OPEN');
    return session;
  }

  /** The open session, for what is written; where it was taken away in the meantime, what lies there now. */
  async function withSession<T>(work: (open: Session) => Promise<T>): Promise<T> {
    const open = opened();
    const { vaultId } = open.header();
    try {
      return await work(open);
    } catch (error) {
      if (!(error instanceof VaultError && error.code === 'VAULT_NOT_OPEN')) throw error;
      endSession();
      await look('otherProcess');
      // Another process has changed the key, and the keychain gave the new one: the same vault, once more.
      const again = opened();
      if (again.header().vaultId !== vaultId) throw error;
      return work(again);
    } finally {
      publish();
    }
  }

  /**
   * @param isByKit the recovery kit opened the vault, and the present passphrase is not asked for
   * @param more what the plan has beside the ways that were asked for
   */
  async function applyWays(
    open: Session,
    ways: NewWays,
    isByKit: boolean,
    more: Partial<WaysPlan> = {},
  ): Promise<void> {
    await changeWays(open, { keychain, passphrases, log }, async () => ({
      ...(await planWays(open, ways, isByKit, { keychain, passphrases })),
      ...more,
    }));
    // The ways are the person's own again: the next change asks for the passphrase.
    if (isByKit) openedBy = modeOf(open.header()) === 'session' ? 'keychain' : 'passphrase';
    await finish(open);
  }

  return {
    state: () => state.get(),
    watchState: (signal) => state.watch(signal),
    document: () => document.get(),
    watchDocument: (signal) => document.watch(signal),
    identity() {
      const header = session?.header();
      return header ? { vaultId: header.vaultId, generation: header.generation } : null;
    },
    onClose: (task) => void closeTasks.push(task),
    onKeyChange: (task) => void keyChangeTasks.push(task),
    deriveKey: (label) => opened().deriveKey(label),

    change: (edit) =>
      inTurn(() =>
        withSession((open) => open.rewrite(({ document: present }) => ({ document: edit(present) }))),
      ),

    open: () =>
      inTurn(async () => {
        if (stopWatching === null) watch();
        if (session === null) await look();
      }),

    create: (input) =>
      inTurn(async () => {
        if (input.passphrase !== undefined) await checkNewPassphrase(input.passphrase);
        if (session !== null || (await findVault(vaultStore)).found !== 'absent') {
          throw vaultError('VAULT_EXISTS');
        }
        const made = await makeVault(input, { ...ports, passphrases });
        session = createSession(made.opened, made.key, ports);
        openedBy = 'made';
        publish();
      }),

    unlock: (passphrase) =>
      inTurn(async () => {
        if (session !== null) return;
        const found = await findVault(vaultStore);
        if (found.found !== 'vault') throw vaultError('PASSPHRASE_NOT_SET');
        const { key, by } = await keyByPassphrase(found.header, passphrase, { keychain, passphrases });
        const before = state.get();
        const isItemLost =
          before.state === 'keyMissing' && (before.outcome === 'absent' || before.outcome === 'wrongKey');
        await openWith(key, found.header.vaultId, by);
        if (session === null) return;
        if (isItemLost && by === 'passphrase') await upkeep.restoreItem(session, key);
        await upkeep.raiseCost(session, passphrase);
        publish();
      }),

    openWithKit: (code) =>
      inTurn(async () => {
        if (session !== null) return;
        const found = await findVault(vaultStore);
        if (found.found !== 'vault') throw vaultError('KIT_NOT_MADE');
        const { slots, vaultId } = found.header;
        await openWith(keyByCode(slots, vaultId, code), vaultId, 'recovery');
      }),

    retry: () => inTurn(async () => (session === null ? look() : undefined)),

    lock: (cause = 'person') =>
      inTurn(async () => {
        if (session === null) return;
        const header = session.header();
        if (!waysIn(header).passphrase) throw vaultError('PASSPHRASE_NOT_SET');
        endSession();
        showLocked(header, cause);
      }),

    setWays: (ways) => inTurn(() => withSession((open) => applyWays(open, ways, openedBy === 'recovery'))),

    rotateKey: (current) =>
      inTurn(() => withSession((open) => applyWays(open, { current }, false, { freshKey: true }))),

    setKit: (publicKey, madeAt, current) =>
      inTurn(() =>
        withSession(async (open) => {
          const recovery = {
            publicKey: Buffer.from(publicKey).toString('base64'),
            madeAt,
            checkedAt: null,
          };
          // Another process may have made one meanwhile: that one is replaced, not forgotten.
          if ((await open.refresh()) === 'gone') throw vaultError('VAULT_NOT_OPEN');
          if (waysIn(open.header()).recovery) {
            return applyWays(open, { current }, false, { recovery, freshKey: true });
          }
          await addRecovery(open, recovery);
          return finish(open);
        }),
      ),

    verifyKit(code) {
      const { slots, vaultId } = opened().header();
      keyByCode(slots, vaultId, code).fill(0);
    },

    // In turn, so that a key change of another process that is just being taken in is over.
    generations: () =>
      inTurn(async () => {
        opened();
        const found = await vaultStore.generations();
        return found.map((older) => ({
          generation: older.generation,
          writtenAt: older.writtenAt,
          open: () =>
            inTurn(async () => {
              const bytes = await older.read().catch(() => null);
              return bytes === null ? 'broken' : opened().open(bytes);
            }),
        }));
      }),

    setAside: () =>
      inTurn(async () => {
        if (session !== null) throw vaultError('VAULT_OPEN');
        const path = await vaultStore.setAside().catch((error: unknown) => {
          throw writeFailed(error);
        });
        if (path === null) throw vaultError('VAULT_ABSENT');
        await look();
        return path;
      }),

    async close() {
      isClosed = true;
      stopWatching?.();
      stopLooking();
      // Where there is no session yet, a keychain may be waiting for the person: nobody waits for that.
      if (session !== null) await inTurn(async () => endSession());
      state.close();
      document.close();
    },
  };
}
