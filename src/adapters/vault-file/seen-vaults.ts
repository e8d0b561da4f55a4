import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** The paths where this computer has seen a vault. */
export interface SeenVaults {
  has(path: string): boolean;
  /** Does nothing if the record cannot be written. */
  add(path: string): void;
  /** @throws the file system's errors */
  remove(path: string): void;
}

const schema = z.object({ vaults: z.array(z.string()) });

/**
 * Kept apart from the vaults, so that it is there when a vault's drive is not. Synchronous: it is one line.
 * @param file an absolute path; its folder is made with the first vault
 */
export function createSeenVaults(file: string): SeenVaults {
  /** An unreadable record counts as empty: everything is then as on a new computer. */
  function read(): string[] {
    try {
      return schema.parse(JSON.parse(readFileSync(file, 'utf8'))).vaults;
    } catch {
      return [];
    }
  }

  function write(vaults: string[]): void {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const temporary = `${file}.${randomBytes(6).toString('hex')}`;
    writeFileSync(temporary, JSON.stringify({ vaults }), { mode: 0o600 });
    renameSync(temporary, file);
  }

  return {
    has: (path) => read().includes(path),
    add(path) {
      const vaults = read();
      if (vaults.includes(path)) return;
      try {
        write([...vaults, path]);
      } catch {
        // It only helps to tell a missing drive from a first run.
      }
    },
    remove(path) {
      const vaults = read();
      if (vaults.includes(path)) write(vaults.filter((one) => one !== path));
    },
  };
}

/** Remembers nothing between processes. */
export const noSeenVaults: SeenVaults = { has: () => false, add: () => undefined, remove: () => undefined };
