import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { onDisk } from '../../crash/small-disk.ts';

/** A small drive that only a program started on it sees. */
export interface Drive {
  /** Where the program finds it. */
  folder: string;
  on: (args: string[]) => { command: string; args: string[] };
  /** Leaves no room on it. @param pid the program's process */
  fill(pid: number): Promise<void>;
  empty(pid: number): Promise<void>;
  protect(pid: number): void;
  unprotect(pid: number): void;
  /** The names on it. */
  names(pid: number): Promise<string[]>;
  remove(): Promise<void>;
}

const BLOCK = 4_096;

export async function createDrive(kilobytes: number): Promise<Drive> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-drive-'));
  const seen = (pid: number, name = '') => join('/proc', String(pid), 'root', folder, name);
  const remount = (pid: number, how: 'ro' | 'rw') => {
    const into = process.getuid?.() === 0 ? [] : ['--user', '--preserve-credentials'];
    const args = ['--target', String(pid), '--mount', ...into, 'mount', '-o', `remount,${how}`, folder];
    execFileSync('nsenter', args);
  };
  return {
    folder,
    on(args) {
      const run = onDisk(folder, { kilobytes }, args);
      if (run === null) throw new Error('this system does not let a process have a file system of its own');
      return run;
    },
    async fill(pid) {
      for (let size = kilobytes * 1_024; size >= BLOCK;) {
        const written = await writeFile(seen(pid, `other-${size}`), Buffer.alloc(size)).then(
          () => true,
          () => rm(seen(pid, `other-${size}`), { force: true }).then(() => false),
        );
        if (!written) size = Math.floor(size / 2 / BLOCK) * BLOCK;
        else size -= BLOCK;
      }
    },
    async empty(pid) {
      for (const name of await readdir(seen(pid))) if (name.startsWith('other-')) await rm(seen(pid, name));
    },
    protect: (pid) => remount(pid, 'ro'),
    unprotect: (pid) => remount(pid, 'rw'),
    names: (pid) => readdir(seen(pid)),
    remove: () => rm(folder, { recursive: true }),
  };
}
