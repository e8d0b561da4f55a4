import { link, open, readdir, readFile, rm } from 'node:fs/promises';
import process from 'node:process';

/** Writes a new file, on the disk when this resolves. @throws the file system's errors; the file is removed then */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
}

/** Makes renames and links in a folder last through a power failure, where the platform has a way. */
export async function syncFolder(path: string): Promise<void> {
  // Windows has no handle of a folder that could be flushed; NTFS journals its names by itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some network file systems refuse; there is nothing more to do there.
    if (!hasCode(error, 'EINVAL', 'ENOTSUP', 'EPERM')) throw error;
  } finally {
    await folder.close();
  }
}

/**
 * Gives a file a second name: by a link, so that no moment is without either; by a copy where the file system
 * has no links. @throws EEXIST where the name is taken
 */
export async function alsoName(path: string, second: string): Promise<void> {
  try {
    await link(path, second);
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV')) throw error;
    await writeDurably(second, await readFile(path));
  }
}

/** The file's bytes; null where there is none. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** The names in a folder; none where there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Whether an error is one of the file system's, with one of the codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
  );
}
