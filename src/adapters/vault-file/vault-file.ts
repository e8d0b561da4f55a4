import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import {
  access,
  constants,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  utimes,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import type { VaultReplacement, VaultStore } from '../../app/ports.ts';
import { MAX_FILE_BYTES } from '../../core/vault/layout.ts';
import { AwayError, closestFolder, folderPlaceOf, placeOf } from '../place.ts';
import { hasCode, namesIn, readIfThere, syncFolder, writeDurably } from './durable.ts';
import { generationsIn, keepBroken, keepGeneration, modifiedAt, readGenerations } from './generations.ts';
import { withLock } from './lock.ts';
import {
  asideName,
  belongsToVault,
  readGenerationName,
  isTemporaryName,
  LOCK_NAME,
  temporaryName,
  VAULT_NAME,
} from './names.ts';
import { noSeenVaults, type SeenVaults } from './seen-vaults.ts';
import { watchFileAt } from './watch.ts';

/**
 * The vault as files in a folder: `vault.latchkey`, with its generations, broken copies and the lock file
 * beside it. Makes a missing folder for the owner only, and leaves an existing one unchanged. Each file, and
 * the folder, may be a link: its target is read and replaced, and the link stays. The vault's lock is beside
 * the link's target, so that all users of that target wait for each other.
 * @param folder an absolute path
 * @param options.lockPatienceMs how long a write waits for another process before it fails with ELOCKED
 * @param options.isChosen the person has named the folder: its parent is never made
 * @param options.seen where vaults were seen before this process began
 */
export function createVaultFile(
  folder: string,
  options: { lockPatienceMs?: number; isChosen?: boolean; seen?: SeenVaults } = {},
): VaultStore {
  const path = join(folder, VAULT_NAME);
  const { lockPatienceMs: patience = 30_000, isChosen = false, seen: seenVaults = noSeenVaults } = options;
  /** The file's identity after this process's last write, or at the last notice of another's. */
  let seen: string | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  /** A vault was here at some point since this process began. */
  let hadVault = false;

  /** The vault's own file, with links followed. @throws AwayError */
  function target(): string {
    folderPlaceOf(folder, isChosen);
    return placeOf(path);
  }

  /** If a vault was here and nothing is now, its drive is not mounted. @throws AwayError */
  async function checkThere(): Promise<void> {
    if (await isMissed()) throw new AwayError(path);
  }

  /**
   * During this process: the vault's folder is empty. Before it: a vault was seen, but its folder has none now,
   * whatever else was put into it while the drive was away.
   */
  async function isMissed(): Promise<boolean> {
    target();
    if (hadVault) return (await namesIn(folder)).length === 0;
    return seenVaults.has(path) && !(await namesIn(folder)).some(isState);
  }

  function sawVault(): void {
    if (!hadVault) seenVaults.add(path);
    hadVault = true;
  }

  /** Makes another process's new file noticeable at once. Without the folder, the file is polled for. */
  function makeFolder(): void {
    try {
      if (!hadVault && !seenVaults.has(path))
        mkdirSync(folderPlaceOf(folder, isChosen), { recursive: true, mode: 0o700 });
    } catch {
      // The person sees the obstacle as the vault's state.
    }
  }

  async function locked<T>(task: (file: string) => Promise<T>): Promise<T> {
    await checkThere();
    await mkdir(folderPlaceOf(folder, isChosen), { recursive: true, mode: 0o700 });
    const file = target();
    const mine = withLock(join(dirname(file), LOCK_NAME), patience, () => task(file));
    writing = mine.catch(() => undefined);
    return mine;
  }

  async function read(file = target()): Promise<Buffer | null> {
    const size = await sizeOf(file);
    if (size > MAX_FILE_BYTES) throw Object.assign(new Error('the file is too large'), { code: 'EFBIG' });
    const bytes = await readIfThere(file);
    if (bytes !== null) sawVault();
    return bytes;
  }

  async function replace(
    file: string,
    change: (present: Uint8Array | null) => Promise<VaultReplacement> | VaultReplacement,
    verify: (written: Uint8Array) => Promise<void> | void,
  ): Promise<void> {
    for (const place of new Set([folder, dirname(file)])) await removeTemporaries(place);
    await checkWritable(file);
    const present = await read(file);
    const { bytes, presentIsBroken, withoutGeneration, presentWrittenAt } = await change(present);
    const temporary = newTemporary(dirname(file));
    try {
      await writeDurably(temporary, bytes);
      await verify(await readFile(temporary));
      if (present !== null && presentIsBroken) await keepBroken(folder, file);
      else if (present !== null && withoutGeneration !== true) {
        await keepGeneration(folder, file, presentWrittenAt ?? (await modifiedAt(file)) ?? Date.now());
      }
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    for (const place of new Set([folder, dirname(file)])) await syncFolder(place);
    sawVault();
    seen = await identityOf(path);
  }

  function forget(): void {
    seenVaults.remove(path);
    hadVault = false;
  }

  function newTemporary(place: string): string {
    return join(place, temporaryName(`${process.pid}-${randomBytes(6).toString('hex')}`));
  }

  async function rewriteGenerations(change: (bytes: Uint8Array) => Uint8Array | null): Promise<void> {
    await removeTemporaries(folder);
    for (const { name } of await generationsIn(folder)) {
      const present = await readFile(join(folder, name)).catch(() => null);
      const bytes = present === null ? null : change(present);
      if (bytes === null) continue;
      const generation = placeOf(join(folder, name));
      const { mtime } = await stat(generation);
      const temporary = newTemporary(dirname(generation));
      try {
        await writeDurably(temporary, bytes);
        // It is still the state of that time.
        await utimes(temporary, mtime, mtime);
        await rename(temporary, generation);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    }
    await syncFolder(folder);
  }

  /** If the vault is a link, sets the link aside; its target stays in place. */
  async function aside(): Promise<string | null> {
    const names = await readdir(folder);
    const old = names.filter(belongsToVault);
    const hasVault = names.includes(VAULT_NAME);
    if (!hasVault && !old.some((name) => readGenerationName(name) !== null)) return null;
    const place = join(folder, asideName(Date.now()));
    await mkdir(place, { mode: 0o700 });
    // The vault goes last: if this is interrupted, it is still there and can be set aside again.
    for (const name of old) await rename(join(folder, name), join(place, name));
    if (hasVault) await putAside(path, join(place, VAULT_NAME));
    await syncFolder(place);
    await syncFolder(folder);
    seen = await identityOf(path);
    return hasVault ? join(place, VAULT_NAME) : place;
  }

  return {
    path,
    async read() {
      await checkThere();
      return read();
    },
    async isWritable() {
      try {
        await checkThere();
        await checkWritable(target());
        return true;
      } catch {
        return false;
      }
    },
    generations: () => readGenerations(folder),
    update: (change, verify) => locked((file) => replace(file, change, verify)),
    rewriteGenerations: (change) => locked(() => rewriteGenerations(change)),
    async setAside() {
      const place = folderPlaceOf(folder, isChosen);
      await mkdir(place, { recursive: true, mode: 0o700 });
      // The folder's lock: a link's target may be away.
      const moved = await withLock(join(place, LOCK_NAME), patience, aside);
      if (moved !== null) forget();
      return moved;
    },
    async isMissed() {
      try {
        return await isMissed();
      } catch {
        // A link to nothing: it waits for its target, and nothing can be made there.
        return false;
      }
    },
    async forget() {
      forget();
    },
    watch(changed) {
      makeFolder();
      return watchFileAt(path, () => {
        void writing
          .then(() => identityOf(path))
          .then((identity) => {
            if (identity === seen) return;
            seen = identity;
            changed();
          });
      });
    },
  };
}

/** A vault, or an older state of one. */
function isState(name: string): boolean {
  return name === VAULT_NAME || readGenerationName(name) !== null;
}

/** Nobody writes under the lock, so any temporary file is from a process that died. */
async function removeTemporaries(folder: string): Promise<void> {
  for (const name of (await namesIn(folder)).filter(isTemporaryName)) {
    await rm(join(folder, name), { force: true });
  }
}

/**
 * Does not replace a read-only file with a writable one, even if the folder can be written.
 * @throws the file system's errors: EACCES, EPERM, EROFS
 */
async function checkWritable(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found !== null) {
    await access(file, constants.W_OK);
    // An administrator can write every file; a mode that lets nobody write is respected all the same.
    if ((found.mode & 0o222) === 0)
      throw Object.assign(new Error('the file takes no writing'), { code: 'EACCES' });
  }
  await access(closestFolder(dirname(file)), constants.W_OK);
}

/** Makes a link again with its full target, because a relative one would lead elsewhere from here. */
async function putAside(path: string, aside: string): Promise<void> {
  if (!(await lstat(path)).isSymbolicLink()) return rename(path, aside);
  await symlink(resolve(dirname(path), await readlink(path)), aside);
  await rm(path);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}

/** Distinguishes one written file from the next; `none` if there is no file or it cannot be examined. */
async function identityOf(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(':');
  } catch {
    return 'none';
  }
}
