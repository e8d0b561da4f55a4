import { randomBytes } from 'node:crypto';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SealedFile } from '../../app/ports.ts';
import { folderPlaceOf, placeOf } from '../place.ts';
import { withLock } from '../vault-file/lock.ts';
import { namesIn, readIfThere, syncFolder, writeDurably } from '../vault-file/durable.ts';

/** Longer than a call to the server may take (15 s), plus the calls that follow it. */
const PATIENCE_MS = 40_000;

interface SealedFileOptions {
  /** As for the vault's files. */
  isChosen?: boolean;
}

/** `account.sealed` in a folder. */
export function createAccountFile(folder: string, options?: SealedFileOptions): SealedFile {
  return createSealedFile(folder, 'account.sealed', options);
}

/** `sync.sealed` in a folder. */
export function createSyncFile(folder: string, options?: SealedFileOptions): SealedFile {
  return createSealedFile(folder, 'sync.sealed', options);
}

/**
 * A file of this name in a folder. Written in full under another name and then renamed, so that the file is never
 * half written. Keeps no former version. The next write removes what a dead process left half written. It may
 * be a link: its target is read and replaced, and the link stays. A missing target is not made.
 *
 * @param folder an absolute path; made for the owner only if missing
 */
function createSealedFile(
  folder: string,
  name: string,
  { isChosen = false }: SealedFileOptions = {},
): SealedFile {
  const path = join(folder, name);
  const beginning = `${name}.new-`;

  /** The file itself, with links followed. @throws AwayError */
  function target(): string {
    folderPlaceOf(folder, isChosen);
    return placeOf(path);
  }

  async function removeTemporaries(place: string): Promise<void> {
    for (const found of await namesIn(place)) {
      if (found.startsWith(beginning)) await rm(join(place, found), { force: true });
    }
  }

  return {
    async read() {
      const bytes = await readIfThere(target());
      return bytes?.length === 0 ? null : bytes;
    },
    async write(bytes) {
      await mkdir(folderPlaceOf(folder, isChosen), { recursive: true, mode: 0o700 });
      const file = target();
      const place = dirname(file);
      await removeTemporaries(place);
      const temporary = join(place, `${beginning}${randomBytes(6).toString('hex')}`);
      await writeDurably(temporary, bytes);
      try {
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(place);
    },
    async remove() {
      const file = target();
      const place = dirname(file);
      await removeTemporaries(place);
      // A link and its target stay. The target is emptied: a link to nothing would count as a file away.
      if (await isLink(path)) await writeFile(file, '');
      else await rm(file, { force: true });
      if ((await namesIn(place)).length > 0) await syncFolder(place);
    },
    async exclusively(task) {
      let isRunning = false;
      try {
        return await withLock(join(folder, `${name}.lock`), PATIENCE_MS, () => {
          isRunning = true;
          return task();
        });
      } catch (error) {
        // No lock: it was held too long, or the folder takes no file. A late token is better than no account.
        if (isRunning) throw error;
        return task();
      }
    },
  };
}

async function isLink(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isSymbolicLink() === true;
}
