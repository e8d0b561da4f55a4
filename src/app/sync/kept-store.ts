import { zeroKept, zeroKeys, type KeptSync } from '../../core/sync/client/kept.ts';
import { Failure } from '../failure.ts';
import type { Log, SealedFile } from '../ports.ts';
import { createQueue } from '../vault/queue.ts';
import type { Vault } from '../vault/vault.ts';
import { openedByOneOf, sealAnew } from '../sealing.ts';
import { HEAD, sealKept, unsealKept, type KeptFault } from './seal.ts';

/** Label for deriving the file's key from the vault's key. Existing files depend on it. */
const SEAL_LABEL = 'sync state';

/** What sync keeps, while the vault is open. Once the vault has closed, everything but `get` fails. */
export interface OpenKept {
  /** Null: sync is off here. A fault: it is on, and what is kept does not open. */
  get(): KeptSync | KeptFault | null;
  /**
   * What is given is on disk when this resolves; only then may anything be sent that follows from it.
   * @throws Failure SYNC_NOT_KEPT, VAULT_NOT_OPEN: nothing has changed
   */
  save(next: KeptSync): Promise<void>;
  /** Takes what follows from the file and the vault, and need not be written. */
  hold(next: KeptSync): void;
  /** Turns sync off here: zeroes the keys, and removes the file first. @throws as `save` */
  forget(): Promise<void>;
  /** To be called after each wait: what the vault gave out is zeroed once it has closed. @throws Failure VAULT_NOT_OPEN */
  requireOpen(): void;
}

/** The only place that holds what sync keeps. */
export interface KeptStore {
  /** Runs a task when its turn comes, and while no other process of this person runs one. @throws Failure VAULT_NOT_OPEN */
  inTurn<T>(task: (open: OpenKept) => Promise<T>): Promise<T>;
  /** Null as well while it has not been read or the vault is closed. */
  get(): KeptSync | KeptFault | null;
  /** Whether a task has run since the vault was opened. */
  isRead(): boolean;
}

/**
 * Reads the file with the first task, and seals it anew when the vault gets another key.
 *
 * @param ports.changed called after each change
 */
export function createKeptStore({
  vault,
  file,
  log,
  changed,
}: {
  vault: Vault;
  file: SealedFile;
  log: Log;
  changed: () => void;
}): KeptStore {
  const inTurn = createQueue();
  /** Writes alone: a new key of the vault must not wait for a turn, because a turn may wait for the vault. */
  const inOrder = createQueue();
  let present: Mine | null = null;

  vault.onClose(() => {
    present?.shut();
    present = null;
  });

  // The next turn reads it, as what another process wrote.
  vault.onKeyChange((keys) => inOrder(() => sealAnew(file, { head: HEAD, label: SEAL_LABEL }, keys)));

  /** What a file holds, by the vault's key, or by its former one while a change of it is unfinished. */
  function opened(bytes: Uint8Array): KeptSync | KeptFault {
    const kept = openedByOneOf(vault.keysFor(SEAL_LABEL), (key) => {
      const found = unsealKept(bytes, key);
      return found === 'broken' ? null : found;
    });
    return kept ?? 'broken';
  }

  class Mine implements OpenKept {
    #kept: KeptSync | KeptFault | null = null;
    /** What this process last read or wrote. */
    #known: Uint8Array | null = null;
    #isRead = false;
    #isShut = false;

    get(): KeptSync | KeptFault | null {
      return this.#kept;
    }

    isRead(): boolean {
      return this.#isRead;
    }

    /** Takes in what another process wrote. */
    async refresh(): Promise<void> {
      const bytes = await inOrder(() => file.read()).catch((error: unknown) => {
        throw notKept(error);
      });
      this.requireOpen();
      this.#isRead = true;
      const isSame = bytes === null ? this.#known === null : isEqual(bytes, this.#known);
      // What did not open may open now: the vault's key has changed.
      if (isSame && typeof this.#kept !== 'string') return;
      this.take(bytes);
    }

    take(bytes: Uint8Array | null): void {
      if (this.#isShut) return;
      const former = this.#kept;
      this.#kept = bytes === null ? null : opened(bytes);
      this.#known = bytes;
      if (typeof this.#kept === 'string' && this.#kept !== former)
        log.error('sync-state-unreadable', { reason: this.#kept });
      if (former !== this.#kept) changed();
    }

    async save(next: KeptSync): Promise<void> {
      await inOrder(async () => {
        this.requireOpen();
        const key = vault.deriveKey(SEAL_LABEL);
        const bytes = sealKept(next, key);
        key.fill(0);
        await file.write(bytes).catch((error: unknown) => {
          throw notKept(error);
        });
        this.#known = bytes;
        this.#kept = next;
        if (this.#isShut) zeroKept(next);
      });
      this.requireOpen();
      changed();
    }

    hold(next: KeptSync): void {
      this.requireOpen();
      this.#kept = next;
      changed();
    }

    async forget(): Promise<void> {
      await inOrder(async () => {
        this.requireOpen();
        await file.remove().catch((error: unknown) => {
          throw notKept(error);
        });
        if (this.#kept !== null && typeof this.#kept !== 'string') zeroKeys(this.#kept);
        this.#kept = null;
        this.#known = null;
      });
      changed();
    }

    requireOpen(): void {
      if (this.#isShut) throw new Failure('VAULT_NOT_OPEN');
    }

    shut(): void {
      this.#isShut = true;
      if (this.#kept !== null && typeof this.#kept !== 'string') zeroKept(this.#kept);
      this.#kept = null;
      changed();
    }
  }

  return {
    inTurn: (task) =>
      inTurn(async () => {
        if (vault.document() === null) throw new Failure('VAULT_NOT_OPEN');
        present ??= new Mine();
        const mine = present;
        return file.exclusively(async () => {
          await mine.refresh();
          return task(mine);
        });
      }),
    get: () => present?.get() ?? null,
    isRead: () => present?.isRead() === true,
  };
}

function isEqual(one: Uint8Array, other: Uint8Array | null): boolean {
  return other !== null && Buffer.compare(one, other) === 0;
}

/** The file system's error code, without path or content. */
function notKept(error: unknown): Failure {
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return new Failure('SYNC_NOT_KEPT', { reason: hasCode ? String(error.code) : 'failed' }, error);
}
