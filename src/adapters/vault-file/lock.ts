import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** The lock was not free: another process held it for longer than the wait. */
export class LockError extends Error {
  override readonly name = 'LockError';
  readonly code = 'ELOCKED';
}

const RETRY_MS = { least: 4, most: 20 } as const;

/**
 * Runs `task` while no other process runs one under the same lock file. The lock is SQLite's on an empty
 * database, and so the kernel's. It ends with its process, however that dies, and does not depend on a clock
 * (docs/decisions/0007-lock-by-the-kernel.md).
 * @param path the lock file; made if missing, and never removed
 * @param patienceMs how long to wait for another process
 * @throws LockError; the file system's errors
 */
export async function withLock<T>(path: string, patienceMs: number, task: () => Promise<T>): Promise<T> {
  // SQLite would make it readable for others, and report less about a failure.
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
    // SQLite would first write a journal of an empty database, for nothing.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** SQLITE_BUSY (5), with any extended code. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    error.errcode % 256 === 5
  );
}
