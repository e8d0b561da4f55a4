import { randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import type { BackupFolder, BackupFailed } from '../../app/ports.ts';
import { MAX_FILE_BYTES } from '../../core/vault/layout.ts';
import { hasCode, syncFolder, writeDurably } from '../vault-file/durable.ts';

const TEMPORARY = '.latchkey-backup.new-';
/** A file that is still being written after this long is one of a process that died. */
const ABANDONED_MS = 60 * 60_000;

/**
 * A folder that backups are kept in, wherever the person chose it to be. It is never made: a folder that is not
 * there is a drive that is not plugged in, and a folder in its place would take backups that nobody finds.
 */
export const backupFolder: BackupFolder = {
  isPlace: (folder) => isAbsolute(folder) && !folder.includes('\0'),

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
  if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE')) return 'folderGone';
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

class NotVerified extends Error {
  constructor() {
    super('what was read back is not what was written, or does not open');
  }
}
