import { randomBytes } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { statesToKeep } from '../../core/history/thinning.ts';
import { alsoName, hasCode, namesIn } from './durable.ts';
import { brokenName, generationName, readGenerationName, type GenerationName } from './names.ts';

/** The generations in a folder, newest first. */
export async function readGenerations(
  folder: string,
): Promise<{ generation: number; writtenAt: number; read(): Promise<Uint8Array> }[]> {
  const found = await Promise.all(
    (await generationsIn(folder)).toReversed().map(async ({ name, number, at }) => {
      const path = join(folder, name);
      const writtenAt = at ?? (await modifiedAt(path));
      return writtenAt === null ? [] : [{ generation: number, writtenAt, read: () => readFile(path) }];
    }),
  );
  return found.flat();
}

/** Makes the present vault the newest generation, and thins out the others. */
export async function keepGeneration(folder: string, path: string, writtenAt: number): Promise<void> {
  const generations = await generationsIn(folder);
  const newest = generations.at(-1);
  // A process that died between this and the rename has already left it as a generation.
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

/** Keeps a vault that does not open, under a separate name. */
export async function keepBroken(folder: string, path: string): Promise<void> {
  const name = join(folder, brokenName(Date.now()));
  try {
    await alsoName(path, name);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    await alsoName(path, `${name}-${randomBytes(4).toString('hex')}`);
  }
}

/** Oldest first. */
export async function generationsIn(folder: string): Promise<GenerationName[]> {
  const names = await namesIn(folder);
  return names
    .map(readGenerationName)
    .filter((generation) => generation !== null)
    .toSorted((one, other) => one.number - other.number);
}

/** Whether two names belong to one file or, on different file systems, to copies. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one, { bigint: true }), stat(other, { bigint: true })]);
  if (a.dev === b.dev) return a.ino === b.ino;
  return a.size === b.size && Buffer.compare(await readFile(one), await readFile(other)) === 0;
}

/** Milliseconds since 1970; null if another process has removed the file in the meantime. */
export async function modifiedAt(path: string): Promise<number | null> {
  try {
    return Math.trunc((await stat(path)).mtimeMs);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
