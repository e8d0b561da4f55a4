import { realpathSync, lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hasCode } from './vault-file/durable.ts';

/**
 * A path's target is not there now: a link to nowhere or in a circle, or a folder on an unmounted drive.
 * Nothing may be made in its place.
 */
export class AwayError extends Error {
  override readonly name = 'AwayError';
  readonly code = 'EAWAY';

  /** @param path what was looked for */
  constructor(path: string) {
    super(`${path} leads to something that is not there now`);
  }
}

/**
 * The file or folder that a path stands for, with all links followed; if it is missing, where it would be made.
 * Synchronous, so that what starts with it (the preferences) can start at once.
 * @throws AwayError; the file system's errors
 */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (hasCode(error, 'ELOOP')) throw new AwayError(path);
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const parent = dirname(path);
  // A link to nowhere, or a missing root: a drive letter, a share.
  if (isThere(path) || parent === path) throw new AwayError(path);
  return join(placeOf(parent), basename(path));
}

/**
 * Like `placeOf`, for a folder that may be made.
 * @param isChosen the person has named it: its parent must exist, since it might be on a drive that is not
 * mounted
 */
export function folderPlaceOf(folder: string, isChosen: boolean): string {
  const place = placeOf(folder);
  if (isChosen && !isThere(dirname(place))) throw new AwayError(folder);
  return place;
}

/** The folder or, where it is to be made, the closest one above it that exists. */
export function closestFolder(folder: string): string {
  const parent = dirname(folder);
  return isThere(folder) || parent === folder ? folder : closestFolder(parent);
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}
