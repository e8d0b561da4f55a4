import { Failure } from '../failure.ts';
import type { SealedFile, Log } from '../ports.ts';
import { openedByOneOf } from '../sealing.ts';
import { sealLocalAccount, unsealLocalAccount } from './seal.ts';
import { emptyLocalAccount, type LocalAccount } from './local-account.ts';

/** The local account while the vault is open: in memory, and sealed on disk. */
export interface OpenLocalAccount {
  get(): LocalAccount;
  /**
   * For use before a server call: what must not be lost is on disk when this resolves.
   * @throws Failure LOCAL_ACCOUNT_WRITE_FAILED: nothing has changed
   */
  prepare(change: Partial<LocalAccount>): Promise<void>;
  /**
   * For use after the server did something. The change takes effect at once. A failed write is reported, and
   * the next change writes it again.
   */
  change(change: Partial<LocalAccount>): Promise<void>;
  /** Loads what another process of this person has written since. */
  refresh(): Promise<void>;
  isSealedWith(key: Uint8Array): boolean;
  /** Reseals the file with another key. Takes ownership of `key`. */
  reseal(key: Buffer): Promise<void>;
  /**
   * Removes everything, first from disk.
   * @throws Failure LOCAL_ACCOUNT_WRITE_FAILED: nothing has changed
   */
  forget(): Promise<void>;
  /** Zeroes the key. */
  close(): void;
}

interface OpenOptions {
  file: SealedFile;
  log: Log;
  /** Called after each change. */
  changed: () => void;
  /** Whether a local account belongs to the server in use. */
  isOurs: (local: LocalAccount) => boolean;
  /** Keys that may open what is on disk, beside `key`; zeroed after use. */
  otherKeys: () => readonly Buffer[];
}

/**
 * Opens the file on disk. A file that this key does not open counts as empty and is reported. A file of another
 * server (see `isOurs`) also counts as empty. Both stay until something is written over them.
 *
 * @param key owned by the result from then on; `close` zeroes it
 */
export async function openLocalAccount(
  key: Buffer,
  { file, log, changed, isOurs, otherKeys }: OpenOptions,
): Promise<OpenLocalAccount> {
  let sealKey = key;
  let local = emptyLocalAccount;
  /** The file's content as this process last read or wrote it; null if it has done neither. */
  let known: Uint8Array | null = null;

  /** Reads the file again; tells whether its content has changed. */
  async function takeIn(): Promise<'same' | 'new' | 'broken'> {
    const bytes = await file.read();
    if (known === null ? bytes === null : bytes !== null && Buffer.compare(known, bytes) === 0) return 'same';
    const found =
      bytes === null
        ? emptyLocalAccount
        : (unsealLocalAccount(bytes, sealKey) ??
          openedByOneOf(otherKeys(), (other) => unsealLocalAccount(bytes, other)));
    if (found === null) return 'broken';
    known = bytes;
    local = isOurs(found) ? found : emptyLocalAccount;
    return 'new';
  }

  async function write(next: LocalAccount): Promise<void> {
    const bytes = sealLocalAccount(next, sealKey);
    await file.write(bytes);
    known = bytes;
  }

  async function change(part: Partial<LocalAccount>): Promise<void> {
    local = { ...local, ...part };
    changed();
    try {
      await write(local);
    } catch (error) {
      log.error('local-account-not-written', { reason: reasonOf(error) });
    }
  }

  try {
    if ((await takeIn()) === 'broken') log.error('local-account-unreadable', { reason: 'broken' });
  } catch (error) {
    log.error('local-account-unreadable', { reason: reasonOf(error) });
  }

  return {
    get: () => local,
    change,
    async prepare(part) {
      const next = { ...local, ...part };
      try {
        await write(next);
      } catch (error) {
        throw writeFailed(error);
      }
      local = next;
      changed();
    },
    async refresh() {
      if ((await takeIn().catch(() => 'broken')) === 'new') changed();
    },
    isSealedWith: (other) => Buffer.compare(sealKey, other) === 0,
    async reseal(next) {
      const former = sealKey;
      sealKey = next;
      former.fill(0);
      // Another process may have resealed the file already and changed it since.
      if ((await takeIn().catch(() => 'broken')) === 'new') changed();
      else if (known !== null) await change({});
    },
    async forget() {
      try {
        await file.remove();
      } catch (error) {
        throw writeFailed(error);
      }
      known = null;
      local = emptyLocalAccount;
      changed();
    },
    close() {
      sealKey.fill(0);
    },
  };
}

function writeFailed(error: unknown): Failure {
  return new Failure('LOCAL_ACCOUNT_WRITE_FAILED', { reason: reasonOf(error) }, error);
}

/** The file system's error code, without path or content. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed';
}
