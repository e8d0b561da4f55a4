import type { BackupFile } from '../../contract/backup.ts';
import type { BackupPlan } from '../../core/vault/safekeeping.ts';
import { Failure } from '../failure.ts';
import type { BackupFailed, BackupFolder } from '../ports.ts';
import { timeInName } from './names.ts';
import { lookAtBackup } from './open-backup.ts';

/** A backup of the folder by its name, or a file from elsewhere. */
export type BackupSource = { from: 'folder'; name: string } | { from: 'file'; bytes: Blob };

/** The backups in the plan's folder, newest first. @throws Failure BACKUP_FAILED */
export async function listBackups(
  backupFolder: BackupFolder,
  plan: BackupPlan,
  vaultId: string,
): Promise<BackupFile[]> {
  const listed = await backupFolder.list(plan.folder);
  if (listed.outcome === 'failed') throw failed(listed);
  const backups: BackupFile[] = [];
  for (const { name, size } of listed.value.filter((file) => timeInName(file.name) !== null)) {
    const read = await backupFolder.read(plan.folder, name);
    const seen = read.outcome === 'done' ? lookAtBackup(read.value, plan) : null;
    backups.push({
      name,
      size,
      madeAt: seen?.writtenAt ?? timeInName(name) ?? 0,
      protection: seen?.protection ?? null,
      isOwn: seen?.vaultId === vaultId,
      opensHere: seen?.opensHere ?? false,
    });
  }
  return backups.toSorted((one, other) => other.madeAt - one.madeAt);
}

/** The bytes of a backup. @throws Failure BACKUP_UNREADABLE if the folder has no such backup */
export async function bytesOf(
  source: BackupSource,
  plan: BackupPlan | null,
  backupFolder: BackupFolder,
): Promise<Uint8Array> {
  if (source.from === 'file') return new Uint8Array(await source.bytes.arrayBuffer());
  const gone = new Failure('BACKUP_UNREADABLE', { reason: 'gone' });
  if (plan === null || timeInName(source.name) === null) throw gone;
  const read = await backupFolder.read(plan.folder, source.name);
  if (read.outcome === 'failed') throw gone;
  return read.value;
}

/** The failure that tells why the folder took or gave nothing. */
export function failed({ trouble, detail }: BackupFailed): Failure {
  return new Failure('BACKUP_FAILED', { trouble, detail });
}
