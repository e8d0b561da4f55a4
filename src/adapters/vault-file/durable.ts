import { link, open, readdir, readFile, rm } from 'node:fs/promises';
import process from 'node:process';

/** Writes a new file; it is on disk when this resolves. @throws file system errors, after removing the file */
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

/** Makes renames and links in a folder survive a power failure, if the platform has a way. */
export async function syncFolder(path: string): Promise<void> {
  // Windows has no folder handle to flush; NTFS journals its names itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // Some network file systems refuse; nothing more can be done there.
    if (!hasCode(error, 'EINVAL', 'ENOTSUP', 'EPERM')) throw error;
  } finally {
    await folder.close();
  }
}

/**
 * Gives a file a second name: by a link, so that the file always has a name; by a copy if the file system has
 * no links. @throws EEXIST if the name is taken
 */
export async function alsoName(path: string, second: string): Promise<void> {
  try {
    await link(path, second);
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV')) throw error;
    await writeDurably(second, await readFile(path));
  }
}

/** The file's bytes; null if there is no file. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** The names in a folder; empty if there is no folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Whether an error comes from the file system with one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)
  );
}
