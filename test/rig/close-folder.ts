import { execFileSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import process from 'node:process';

/** Keeps this user from writing in a folder, root too; returns what ends it. */
export async function closeFolder(folder: string): Promise<() => Promise<void>> {
  if (process.getuid?.() !== 0) {
    await chmod(folder, 0o500);
    return () => chmod(folder, 0o700);
  }
  execFileSync('chattr', ['+i', folder]);
  return async () => void execFileSync('chattr', ['-i', folder]);
}
