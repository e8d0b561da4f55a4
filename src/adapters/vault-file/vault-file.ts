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
import { AwayError, folderPlaceOf, placeOf } from '../place.ts';
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
 * The vault as files in a folder: `vault.latchkey`, its generations, broken copies and the lock file beside it.
 * The folder is made for the owner alone where it is missing; one that is there is left as it is. Each of the files,
 * and the folder, may be a link: what it leads to is read and replaced, and the link stays. The vault's lock lies
 * beside what its link leads to, so that all who use that wait for each other.
 * @param folder an absolute path
 * @param options.lockPatienceMs how long a write waits for another process; then it fails with ELOCKED
 * @param options.isChosen the person has named the folder: the one it lies in is never made
 * @param options.seen where vaults were seen before this process began
 */
export function createVaultFile(
  folder: string,
  options: { lockPatienceMs?: number; isChosen?: boolean; seen?: SeenVaults } = {},
): VaultStore {
  const path = join(folder, VAULT_NAME);
  const { lockPatienceMs: patience = 30_000, isChosen = false, seen: seenVaults = noSeenVaults } = options;
  /** What the file was like after this process's own last write, or at the last notice of another's. */
  let seen: string | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  /** There was a vault here since this process began. */
  let hadVault = false;

  /** The vault's own file, links followed. @throws AwayError */
  function target(): string {
    folderPlaceOf(folder, isChosen);
    return placeOf(path);
  }

  /** Where a vault was and nothing is, a drive is not mounted. @throws AwayError */
  async function checkThere(): Promise<void> {
    if (await isMissed()) throw new AwayError(path);
  }

  /**
   * Under this process: an empty folder where the vault was. Before it began: a folder without a vault where one was
   * seen then, whatever else was put into it while the drive was not there.
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

  /** So that what another process makes in it is noticed at once. Where it can't be made, it is looked for instead. */
  function makeFolder(): void {
    try {
      if (!hadVault && !seenVaults.has(path))
        mkdirSync(folderPlaceOf(folder, isChosen), { recursive: true, mode: 0o700 });
    } catch {
      // What keeps it from being made is the state that the person sees.
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
        // It is still the state of then.
        await utimes(temporary, mtime, mtime);
        await rename(temporary, generation);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    }
    await syncFolder(folder);
  }

  /** Where the vault is a link, that is put aside; what it leads to stays where it is. */
  async function aside(): Promise<string | null> {
    const names = await readdir(folder);
    const old = names.filter(belongsToVault);
    const hasVault = names.includes(VAULT_NAME);
    if (!hasVault && !old.some((name) => readGenerationName(name) !== null)) return null;
    const place = join(folder, asideName(Date.now()));
    await mkdir(place, { mode: 0o700 });
    // The vault last: where this is cut short, it is still there and can be put aside again.
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
      // The lock of the folder: what a link leads to may be away.
      const moved = await withLock(join(place, LOCK_NAME), patience, aside);
      if (moved !== null) forget();
      return moved;
    },
    async isMissed() {
      try {
        return await isMissed();
      } catch {
        // A link to nothing: it waits for what it leads to, and nothing can be made there.
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

/** Under the lock nobody is writing: what lies there is of processes that died. */
async function removeTemporaries(folder: string): Promise<void> {
  for (const name of (await namesIn(folder)).filter(isTemporaryName)) {
    await rm(join(folder, name), { force: true });
  }
}

/**
 * A file that takes no writing is not replaced by one that does, whoever may write into its folder.
 * @throws the file system's errors: EACCES, EPERM, EROFS
 */
async function checkWritable(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found !== null) {
    await access(file, constants.W_OK);
    // To an administrator every file is writable: what says that nobody writes is taken at its word.
    if ((found.mode & 0o222) === 0)
      throw Object.assign(new Error('the file takes no writing'), { code: 'EACCES' });
    await access(dirname(file), constants.W_OK);
  }
}

/** A link is made anew with what it leads to in full, for from another folder it would lead elsewhere. */
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

/** Tells one written file from the next; `none` where there is no file or it cannot be looked at. */
async function identityOf(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(':');
  } catch {
    return 'none';
  }
}
