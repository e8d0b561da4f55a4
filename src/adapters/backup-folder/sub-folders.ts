import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderFound } from '../../app/ports.ts';

/** Like `BackupFolder.folders`. @throws the file system's errors */
export async function subFolders(
  folder: string,
  maximum: number,
): Promise<{ folders: FolderFound[]; more: boolean }> {
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const candidates = (await readdir(folder, { withFileTypes: true }))
    .filter((one) => !one.name.startsWith('.') && (one.isDirectory() || one.isSymbolicLink()))
    .toSorted((one, other) => compare(one.name, other.name));
  const folders: FolderFound[] = [];
  for (const one of candidates) {
    const path = join(folder, one.name);
    if (!(await isFolder(one, path))) continue;
    if (folders.length === maximum) return { folders, more: true };
    folders.push({ name: one.name, path });
  }
  return { folders, more: false };
}

async function isFolder(one: Dirent, path: string): Promise<boolean> {
  if (one.isDirectory()) return true;
  const target = await stat(path).catch(() => null);
  return target?.isDirectory() === true;
}
