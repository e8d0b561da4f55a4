import type { UpdateState, UpdateTrouble } from '../../contract/update.ts';
import { messageOf } from '../../core/message-of.ts';
import { readSignedRelease } from '../../core/update/release.ts';
import type { Backups } from '../backup/backups.ts';
import { afterWithSleep } from '../codes/wait.ts';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { Vault } from '../vault/vault.ts';
import { createWatched } from '../watched.ts';
import { openDocument } from '../vault/open-document.ts';

export interface Update {
  watch(signal?: AbortSignal): AsyncGenerator<UpdateState>;
  /** The procedures of the same names: see `contract/update.ts`. */
  check(): Promise<void>;
  accept(): Promise<void>;
  refuse(): Promise<void>;
  install(): Promise<void>;
  /** Asks once a day, if the person has not switched that off. */
  start(): void;
  stop(): void;
}

const dayMs = 24 * 60 * 60_000;

type UpdatePorts = Pick<Ports, 'updater' | 'vaultStore' | 'backupFolder' | 'clock' | 'log'>;

/** New versions of Latchkey: found, offered, fetched and put in place, each as the person wants it. */
export function createUpdate(
  { vault, backups, preferences }: { vault: Vault; backups: Backups; preferences: Preferences },
  ports: UpdatePorts,
): Update {
  const { updater, clock, log } = ports;
  const state = createWatched<UpdateState>(firstState());
  let stopWaiting = (): void => {};

  function firstState(): UpdateState {
    if (updater.obstacle !== null) return { state: 'off', because: updater.obstacle };
    return updater.hasFailed
      ? { state: 'failed', trouble: 'notInstalled' }
      : { state: 'none', checkedAt: null };
  }

  function fail(trouble: UpdateTrouble, error?: unknown): void {
    if (error !== undefined) log.error('update', { trouble, error: messageOf(error) });
    state.set({ state: 'failed', trouble });
  }

  /** @param refused the version that is not offered again */
  async function look(refused: string | null): Promise<void> {
    const { state: present } = state.get();
    if (present !== 'none' && present !== 'failed' && present !== 'offered') return;
    state.set({ state: 'checking' });
    let found: unknown;
    try {
      found = await updater.find();
    } catch (error) {
      return fail('unreachable', error);
    }
    if (found === null) return state.set({ state: 'none', checkedAt: clock.now() });
    const release = readSignedRelease(found, updater.publicKey);
    if (release === null) return fail('notSigned');
    state.set(
      release.version === refused
        ? { state: 'none', checkedAt: clock.now() }
        : { state: 'offered', version: release.version },
    );
  }

  function wait(): void {
    stopWaiting = afterWithSleep(clock, dayMs, daily);
  }

  function daily(): void {
    const { checkForUpdates, refusedUpdate } = preferences.get();
    if (checkForUpdates) void look(refusedUpdate);
    wait();
  }

  /** By the person's own backups where there are any; else a copy of the sealed file beside the vault. */
  async function backUp(): Promise<void> {
    const document = openDocument(vault);
    if (document.safekeeping.backup !== null) await backups.run();
    else await copyVault(ports);
  }

  return {
    watch: (signal) => state.watch(signal),
    check: () => look(null),

    async accept() {
      const offered = state.get();
      if (offered.state !== 'offered') return;
      const { version } = offered;
      const show = (percent: number) =>
        state.set({ state: 'downloading', version, percent: Math.round(percent) });
      show(0);
      try {
        await updater.download(show);
      } catch (error) {
        return fail('notDownloaded', error);
      }
      state.set({ state: 'ready', version });
    },

    async refuse() {
      const offered = state.get();
      if (offered.state !== 'offered' && offered.state !== 'ready') return;
      preferences.change({ refusedUpdate: offered.version });
      state.set({ state: 'none', checkedAt: clock.now() });
    },

    async install() {
      const ready = state.get();
      if (ready.state !== 'ready') return;
      if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
      state.set({ ...ready, state: 'installing' });
      try {
        await backUp();
      } catch (error) {
        return fail('noBackup', error);
      }
      // The vault may have been locked meanwhile; the person has to be there.
      if (vault.document() === null) {
        state.set(ready);
        throw new Failure('VAULT_NOT_OPEN');
      }
      await updater.install().catch((error: unknown) => fail('notInstalled', error));
    },

    start() {
      if (updater.obstacle === null) daily();
    },
    stop() {
      stopWaiting();
      state.close();
    },
  };
}

/** Replaces the copy of the last update. A Latchkey of that version opens it as it opens the vault. */
async function copyVault({ vaultStore, backupFolder }: UpdatePorts): Promise<void> {
  const bytes = await vaultStore.read();
  const folder = backupFolder.parent(vaultStore.path);
  if (bytes === null || folder === null) throw new Error('the vault has no file');
  const name = `${vaultStore.path.slice(folder.length).replace(/^[/\\]/, '')}.before-update`;
  const written = await backupFolder.write(folder, name, bytes, (copy) => Buffer.compare(copy, bytes) === 0);
  if (written.outcome === 'failed') throw new Error(written.detail ?? written.trouble);
}
