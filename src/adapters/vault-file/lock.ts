import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock that could not be had: another process holds it for longer than anyone waits. */
export class LockError extends Error {
  override readonly name = 'LockError';
  readonly code = 'ELOCKED';
}

const RETRY_MS = { least: 4, most: 20 } as const;

/**
 * Runs `task` while no other process runs one under the same lock file. The lock is SQLite's on an empty
 * database, that is the kernel's: it ends with its process, however that dies, and no clock decides whether it
 * still counts (docs/decisions/0007-lock-by-the-kernel.md).
 * @param path the lock file; made where it is missing, and never removed
 * @param patienceMs how long to wait for another process
 * @throws LockError; the file system's errors
 */
export async function withLock<T>(path: string, patienceMs: number, task: () => Promise<T>): Promise<T> {
  // SQLite would make it readable for others, and say less about why it cannot.
  await (await open(path, 'a', 0o600)).close();
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    const until = Date.now() + patienceMs;
    while (!tryLock(database)) {
      if (Date.now() >= until) throw new LockError(`the lock was not free within ${patienceMs} ms`);
      await sleep(RETRY_MS.least + Math.random() * (RETRY_MS.most - RETRY_MS.least));
    }
    return await task();
  } finally {
    // Closing rolls back, and nothing was written.
    database.close();
  }
}

function tryLock(database: DatabaseSync): boolean {
  try {
    // Of an empty database SQLite would write a journal first, for nothing.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** SQLITE_BUSY (5), whichever its extended code. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    error.errcode % 256 === 5
  );
}
