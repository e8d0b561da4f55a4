import { Failure } from '../failure.ts';
import type { AccountFile, Log } from '../ports.ts';
import { sealLocalAccount, unsealLocalAccount } from './seal.ts';
import { emptyLocalAccount, type LocalAccount } from './local-account.ts';

/** The local account while the vault is open: in memory, and sealed on the disk. */
export interface OpenLocalAccount {
  get(): LocalAccount;
  /**
   * Before the server is asked: what must not be lost is on the disk when this resolves.
   * @throws Failure LOCAL_ACCOUNT_WRITE_FAILED: nothing has changed
   */
  prepare(change: Partial<LocalAccount>): Promise<void>;
  /**
   * After the server did something. It counts at once; where the disk refuses, that is reported, and the next change
   * writes it too.
   */
  change(change: Partial<LocalAccount>): Promise<void>;
  /** Takes in what another process of this person has written since. */
  refresh(): Promise<void>;
  isSealedWith(key: Uint8Array): boolean;
  /** Seals the file again with another key, which is taken over. */
  reseal(key: Buffer): Promise<void>;
  /**
   * Removes everything, from the disk first.
   * @throws Failure LOCAL_ACCOUNT_WRITE_FAILED: nothing has changed
   */
  forget(): Promise<void>;
  /** Zeroes the key. */
  close(): void;
}

interface OpenOptions {
  file: AccountFile;
  log: Log;
  /** Called after each change. */
  changed: () => void;
  /** Whether a local account belongs to the server that is used. */
  isOurs: (local: LocalAccount) => boolean;
}

/**
 * Opens the file on the disk. A file that this key does not open counts as empty, and is reported; so does one of
 * another server (`isOurs`). Either stays until there is something to write over it.
 *
 * @param key taken over, and zeroed with `close`
 */
export async function openLocalAccount(
  key: Buffer,
  { file, log, changed, isOurs }: OpenOptions,
): Promise<OpenLocalAccount> {
  let sealKey = key;
  let local = emptyLocalAccount;
  /** What lies on the disk, as far as this process knows; null: nothing that it has read or written. */
  let known: Uint8Array | null = null;

  /** Whether there was something else on the disk than before. */
  async function takeIn(): Promise<'same' | 'new' | 'broken'> {
    const bytes = await file.read();
    if (known === null ? bytes === null : bytes !== null && Buffer.compare(known, bytes) === 0) return 'same';
    const found = bytes === null ? emptyLocalAccount : unsealLocalAccount(bytes, sealKey);
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
      // Another process may have sealed it again already, and gone on from there.
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

/** The file system's code, no path and no content. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed';
}
