import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountFile } from '../../app/ports.ts';
import { withLock } from '../vault-file/lock.ts';
import { namesIn, readIfThere, syncFolder, writeDurably } from '../vault-file/durable.ts';

const NAME = 'account.sealed';
const TEMPORARY = `${NAME}.new-`;
const LOCK = `${NAME}.lock`;
/** Longer than a call on the server may take (15 s), with what is asked after it. */
const PATIENCE_MS = 40_000;

/**
 * `account.sealed` in a folder: written in full under another name and renamed, so that no moment has half of it.
 * Nothing of a former one is kept. What a process that died left half-written is removed with the next write.
 *
 * @param folder an absolute path; made for the owner alone where it is missing
 */
export function createAccountFile(folder: string): AccountFile {
  const path = join(folder, NAME);

  async function removeTemporaries(): Promise<void> {
    for (const name of await namesIn(folder)) {
      if (name.startsWith(TEMPORARY)) await rm(join(folder, name), { force: true });
    }
  }

  return {
    read: () => readIfThere(path),
    async write(bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await removeTemporaries();
      const temporary = join(folder, `${TEMPORARY}${randomBytes(6).toString('hex')}`);
      await writeDurably(temporary, bytes);
      try {
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(folder);
    },
    async remove() {
      await removeTemporaries();
      await rm(path, { force: true });
      if ((await namesIn(folder)).length > 0) await syncFolder(folder);
    },
    async exclusively(task) {
      let isRunning = false;
      try {
        return await withLock(join(folder, LOCK), PATIENCE_MS, () => {
          isRunning = true;
          return task();
        });
      } catch (error) {
        // No lock, for it is held for too long or the folder takes no file: better a late token than no account.
        if (isRunning) throw error;
        return task();
      }
    },
  };
}
