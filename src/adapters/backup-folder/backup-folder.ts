import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import type { BackupFolder, BackupFailed } from '../../app/ports.ts';
import { MAX_FILE_BYTES } from '../../core/vault/layout.ts';
import { hasCode, syncFolder, writeDurably } from '../vault-file/durable.ts';
import { placeTyped } from './place-typed.ts';
import { subFolders } from './sub-folders.ts';

const TEMPORARY = '.latchkey-backup.new-';
/** A temporary file older than this is from a process that died. */
const ABANDONED_MS = 60 * 60_000;

/**
 * A folder for backups, wherever the person chose it. It is made only on request: a missing folder means an
 * unplugged drive, and nobody would find backups in a folder made in its place.
 */
export const backupFolder: BackupFolder = {
  place: (typed) => placeTyped(typed),

  make: (folder) =>
    attempt(async () => {
      try {
        // Not recursive: if the parent folder is missing too, a drive is missing.
        await mkdir(folder, { mode: 0o700 });
      } catch (error) {
        if (hasCode(error, 'ENOENT')) throw new NoParent();
        // It appeared in the meantime; its first file will show whether it is a folder.
        if (!hasCode(error, 'EEXIST')) throw error;
      }
    }),

  folders: (folder, maximum) => attempt(() => subFolders(folder, maximum)),

  parent(folder) {
    const parent = dirname(folder);
    return parent === folder ? null : parent;
  },

  list: (folder) =>
    attempt(async () => {
      const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
      const files = await Promise.all(
        names.map(async (name) => {
          const found = await stat(join(folder, name)).catch(() => null);
          return found?.isFile() === true ? [{ name, size: found.size }] : [];
        }),
      );
      return files.flat();
    }),

  read: (folder, name) =>
    attempt(async () => {
      const path = join(folder, name);
      if ((await stat(path)).size > MAX_FILE_BYTES) {
        throw Object.assign(new Error('the file is too large'), { code: 'EFBIG' });
      }
      return readFile(path);
    }),

  write: (folder, name, bytes, verify) =>
    attempt(async () => {
      await readdir(folder);
      await removeAbandoned(folder);
      const temporary = join(folder, `${TEMPORARY}${process.pid}-${randomBytes(6).toString('hex')}`);
      try {
        await writeDurably(temporary, bytes);
        if (!verify(await readFile(temporary))) throw new NotVerified();
        await rename(temporary, join(folder, name));
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      }
      await syncFolder(folder);
    }),

  remove: (folder, name) => attempt(() => rm(join(folder, name), { force: true })),
};

async function attempt<T>(work: () => Promise<T>): Promise<{ outcome: 'done'; value: T } | BackupFailed> {
  try {
    return { outcome: 'done', value: await work() };
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : null;
    return { outcome: 'failed', trouble: troubleOf(error), detail };
  }
}

function troubleOf(error: unknown): BackupFailed['trouble'] {
  if (error instanceof NotVerified) return 'notVerified';
  if (error instanceof NoParent) return 'parentGone';
  if (hasCode(error, 'ENOENT', 'ENODEV', 'ENXIO', 'ESTALE')) return 'folderGone';
  if (hasCode(error, 'ENOTDIR')) return 'notAFolder';
  if (hasCode(error, 'EACCES', 'EPERM')) return 'notAllowed';
  if (hasCode(error, 'EROFS')) return 'readOnly';
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return 'full';
  return 'failed';
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => one.startsWith(TEMPORARY))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
  }
}

class NoParent extends Error {
  constructor() {
    super('the folder that it would lie in is not there');
  }
}

class NotVerified extends Error {
  constructor() {
    super('what was read back is not what was written, or does not open');
  }
}
