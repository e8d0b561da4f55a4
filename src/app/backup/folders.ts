import type { BackupTrouble, FolderList } from '../../contract/backup.ts';
import { backupLimits } from '../../contract/limits.ts';
import { Failure } from '../failure.ts';
import type { BackupFolder } from '../ports.ts';

/** The full path for what a person typed. @throws Failure BACKUP_FOLDER_INVALID */
export function placeOf(backupFolder: BackupFolder, typed: string): string {
  const folder = backupFolder.place(typed);
  if (folder === null) throw new Failure('BACKUP_FOLDER_INVALID');
  return folder;
}

/** Lists a folder's subfolders, or says why it cannot. @throws Failure BACKUP_FOLDER_INVALID */
export async function listFolders(backupFolder: BackupFolder, typed: string): Promise<FolderList> {
  const folder = placeOf(backupFolder, typed);
  const parent = backupFolder.parent(folder);
  const listed = await backupFolder.folders(folder, backupLimits.folders);
  return listed.outcome === 'failed'
    ? { folder, parent, folders: [], more: false, trouble: lookingTrouble(listed.trouble) }
    : { folder, parent, ...listed.value, trouble: null };
}

function lookingTrouble(trouble: BackupTrouble): FolderList['trouble'] {
  switch (trouble) {
    case 'folderGone':
    case 'notAFolder':
    case 'notAllowed':
      return trouble;
    default:
      return 'failed';
  }
}
