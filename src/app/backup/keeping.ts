import { isSoundBackup, markIn, sealBackup } from '../../core/vault/backup.ts';
import type { VaultDocument } from '../../core/vault/document.ts';
import type { BackupPlan } from '../../core/vault/safekeeping.ts';
import type { BackupFolder, BackupResult } from '../ports.ts';
import { backupName, isOwnName, timeInName } from './names.ts';
import { lookAtBackup } from './open-backup.ts';

/** The contents of a backup. */
export interface BackupState {
  document: VaultDocument;
  vaultId: string;
  generation: number;
}

/** Seals and writes a state, and verifies that the file read back opens to it. `at` is in ms since 1970. */
export async function writeBackup(
  folder: BackupFolder,
  plan: BackupPlan,
  { document, vaultId, generation }: BackupState,
  at: number,
): Promise<BackupResult<{ name: string; at: number; mark: string | null }>> {
  const name = backupName(vaultId, at);
  const bytes = sealBackup(document, plan, { vaultId, generation, at });
  const written = await folder.write(plan.folder, name, bytes, (readBack) =>
    isSoundBackup(readBack, bytes, document, plan.key),
  );
  if (written.outcome === 'failed') return written;
  return { outcome: 'done', value: { name, at, mark: markIn(bytes) } };
}

/**
 * Removes this vault's oldest backups. Returns the system's error codes for those it could not remove.
 * @param now backups dated after it, by a clock that was ahead, are removed first
 */
export async function rotateBackups(
  folder: BackupFolder,
  plan: BackupPlan,
  vaultId: string,
  now: number,
): Promise<(string | null)[]> {
  const own = await ownNames(folder, plan, vaultId, now);
  const failed: (string | null)[] = [];
  for (const name of own.slice(0, -plan.keep)) {
    const removed = await folder.remove(plan.folder, name);
    if (removed.outcome === 'failed') failed.push(removed.detail);
  }
  return failed;
}

/**
 * The newest backup of this vault; null if there is none or the plan's key does not open it.
 * @param now a backup dated after it does not count, as its date is unreliable
 */
export async function newestBackup(
  folder: BackupFolder,
  plan: BackupPlan,
  vaultId: string,
  now: number,
): Promise<{ mark: string | null; at: number } | null> {
  const newest = (await ownNames(folder, plan, vaultId, now)).at(-1);
  const at = newest === undefined ? null : timeInName(newest);
  if (newest === undefined || at === null || at > now) return null;
  const read = await folder.read(plan.folder, newest);
  if (read.outcome === 'failed' || lookAtBackup(read.value, plan)?.opensHere !== true) return null;
  return { mark: markIn(read.value), at };
}

/** Oldest first, preceded by those dated by a clock that was ahead. */
async function ownNames(
  folder: BackupFolder,
  plan: BackupPlan,
  vaultId: string,
  now: number,
): Promise<string[]> {
  const listed = await folder.list(plan.folder);
  if (listed.outcome === 'failed') return [];
  const own = listed.value.map(({ name }) => name).filter((name) => isOwnName(name, vaultId));
  const isAhead = (name: string) => (timeInName(name) ?? 0) > now;
  return [...own.filter(isAhead).toSorted(), ...own.filter((name) => !isAhead(name)).toSorted()];
}
