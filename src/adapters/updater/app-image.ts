import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '../vault-file/durable.ts';

/**
 * Puts a downloaded AppImage in the place of the present one. Whatever ends this in between, a whole program is there:
 * the new one is on the disk before it takes the name. The name stays as the person has it, unless it tells a version.
 *
 * electron-updater's own step removes the present one first, and then moves the new one from another folder.
 *
 * @returns where the new one is
 * @throws the file system's errors; the present one is then as it was
 */
export async function replaceAppImage(downloaded: string, present: string): Promise<string> {
  const folder = dirname(present);
  const place = tellsVersion(present) ? join(folder, basename(downloaded)) : present;
  const beside = `${present}.part`;
  const { mode } = await stat(present);
  try {
    // What an update before this one left there may be shorter, longer or of another mode.
    await rm(beside, { force: true });
    await pipeline(createReadStream(downloaded), createWriteStream(beside, { flags: 'wx', flush: true }));
    await chmod(beside, mode);
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
  if (place !== present) await rm(present, { force: true });
  await rm(downloaded, { force: true });
  return place;
}

function tellsVersion(path: string): boolean {
  return /\d+\.\d+\.\d+/u.test(basename(path));
}

/**
 * Starts a program that outlives this one. Electron's `relaunch` starts nothing out of an AppImage: its helper runs in
 * the mount, which ends with this process (github.com/electron-userland/electron-builder/issues/1727).
 *
 * @throws the system's error if it can't be started
 */
export async function startDetached(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  await once(child, 'spawn');
  child.unref();
}
