import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { VaultReplacement, VaultStore } from '../../app/ports.ts';
import { MAX_FILE_BYTES } from '../../core/vault/layout.ts';
import { statesToKeep } from '../../core/vault/thinning.ts';
import { alsoName, hasCode, namesIn, readIfThere, syncFolder, writeDurably } from './durable.ts';
import { withLock } from './lock.ts';
import {
  asideName,
  belongsToVault,
  brokenName,
  generationName,
  readGenerationName,
  type GenerationName,
  isTemporaryName,
  LOCK_NAME,
  temporaryName,
  VAULT_NAME,
} from './names.ts';
import { watchName } from './watch.ts';

/**
 * The vault as files in a folder: `vault.latchkey`, its generations, broken copies and the lock file beside it.
 * The folder is made for the owner alone where it is missing; one that is there is left as it is.
 * @param folder an absolute path
 * @param options.lockPatienceMs how long a write waits for another process; then it fails with ELOCKED
 */
export function createVaultFile(folder: string, options: { lockPatienceMs?: number } = {}): VaultStore {
  const path = join(folder, VAULT_NAME);
  const lockPath = join(folder, LOCK_NAME);
  const patience = options.lockPatienceMs ?? 30_000;
  /** What the file was like after this process's own last write, or at the last notice of another's. */
  let seen: string | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  async function locked<T>(task: () => Promise<T>): Promise<T> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const mine = withLock(lockPath, patience, task);
    writing = mine.catch(() => undefined);
    return mine;
  }

  async function read(): Promise<Buffer | null> {
    const size = await sizeOf(path);
    if (size > MAX_FILE_BYTES) throw Object.assign(new Error('the file is too large'), { code: 'EFBIG' });
    return readIfThere(path);
  }

  async function replace(
    change: (present: Uint8Array | null) => Promise<VaultReplacement> | VaultReplacement,
    verify: (written: Uint8Array) => Promise<void> | void,
  ): Promise<void> {
    await removeTemporaries(folder);
    const present = await read();
    const { bytes, presentIsBroken, withoutGeneration, presentWrittenAt } = await change(present);
    const temporary = newTemporary();
    try {
      await writeDurably(temporary, bytes);
      await verify(await readFile(temporary));
      if (present !== null && presentIsBroken) await keepBroken(folder);
      else if (present !== null && withoutGeneration !== true) {
        await keepGeneration(folder, path, presentWrittenAt ?? (await modifiedAt(path)) ?? Date.now());
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncFolder(folder);
    seen = await identityOf(path);
  }

  function newTemporary(): string {
    return join(folder, temporaryName(`${process.pid}-${randomBytes(6).toString('hex')}`));
  }

  async function rewriteGenerations(change: (bytes: Uint8Array) => Uint8Array | null): Promise<void> {
    await removeTemporaries(folder);
    for (const { name } of await generationsIn(folder)) {
      const generation = join(folder, name);
      const present = await readFile(generation).catch(() => null);
      const bytes = present === null ? null : change(present);
      if (bytes === null) continue;
      const { mtime } = await stat(generation);
      const temporary = newTemporary();
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

  async function aside(): Promise<string | null> {
    const names = await readdir(folder);
    const old = names.filter(belongsToVault);
    const hasVault = names.includes(VAULT_NAME);
    if (!hasVault && !old.some((name) => readGenerationName(name) !== null)) return null;
    const target = join(folder, asideName(Date.now()));
    await mkdir(target, { mode: 0o700 });
    // The vault last: where this is cut short, it is still there and can be put aside again.
    for (const name of old) await rename(join(folder, name), join(target, name));
    if (hasVault) await rename(path, join(target, VAULT_NAME));
    await syncFolder(target);
    await syncFolder(folder);
    seen = await identityOf(path);
    return hasVault ? join(target, VAULT_NAME) : target;
  }

  return {
    path,
    read,
    generations: async () => {
      const found = await Promise.all(
        (await generationsIn(folder)).toReversed().map(async ({ name, number, at }) => {
          const path = join(folder, name);
          const writtenAt = at ?? (await modifiedAt(path));
          return writtenAt === null ? [] : [{ generation: number, writtenAt, read: () => readFile(path) }];
        }),
      );
      return found.flat();
    },
    update: (change, verify) => locked(() => replace(change, verify)),
    rewriteGenerations: (change) => locked(() => rewriteGenerations(change)),
    setAside: () => locked(aside),
    watch(changed) {
      return watchName(folder, VAULT_NAME, () => {
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

/** Makes the present vault the newest generation, and lets the others thin out. */
async function keepGeneration(folder: string, path: string, writtenAt: number): Promise<void> {
  const generations = await generationsIn(folder);
  const newest = generations.at(-1);
  // A process that died between this and the rename has left it as a generation already.
  if (newest === undefined || !(await isSameFile(path, join(folder, newest.name)))) {
    const number = (newest?.number ?? 0) + 1;
    const name = generationName(number, writtenAt);
    await alsoName(path, join(folder, name));
    generations.push({ name, number, at: writtenAt });
  }
  const dated = await Promise.all(
    generations.map(async (one) => ({
      ...one,
      at: one.at ?? (await modifiedAt(join(folder, one.name))) ?? 0,
    })),
  );
  const kept = statesToKeep(dated);
  for (const { number, name } of generations) {
    if (!kept.has(number)) await rm(join(folder, name), { force: true });
  }
}

async function keepBroken(folder: string): Promise<void> {
  const path = join(folder, VAULT_NAME);
  const name = join(folder, brokenName(Date.now()));
  try {
    await alsoName(path, name);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    await alsoName(path, `${name}-${randomBytes(4).toString('hex')}`);
  }
}

/** Oldest first. */
async function generationsIn(folder: string): Promise<GenerationName[]> {
  const names = await namesIn(folder);
  return names
    .map(readGenerationName)
    .filter((generation) => generation !== null)
    .toSorted((one, other) => one.number - other.number);
}

/** Under the lock nobody is writing: what lies there is of processes that died. */
async function removeTemporaries(folder: string): Promise<void> {
  for (const name of (await namesIn(folder)).filter(isTemporaryName)) {
    await rm(join(folder, name), { force: true });
  }
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one, { bigint: true }), stat(other, { bigint: true })]);
  return a.dev === b.dev && a.ino === b.ino;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}

/** Milliseconds since 1970; null where another process has removed the file meanwhile. */
async function modifiedAt(path: string): Promise<number | null> {
  try {
    return Math.trunc((await stat(path)).mtimeMs);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
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
