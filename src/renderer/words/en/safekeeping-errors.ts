/** Locks, recovery kit, backups, older states: what happened; what was not changed and what to do. */
export const safekeepingErrors = {
  PASSPHRASE_NEEDED: {
    title: 'The passphrase is needed for this',
    text: 'Enter it and try again. Nothing was changed.',
  },
  KIT_TYPO: {
    title: 'A typing error in the code',
    text: 'Look at group {{group}} again: a character there is not the one on the page. Nothing was changed.',
  },
  KIT_LENGTH: {
    title: 'The code is not complete',
    text: 'It has {{expected}} characters in eight groups; {{characters}} were entered. Nothing was changed.',
  },
  KIT_WRONG: {
    title: 'This code does not open this vault',
    text: 'It is the code of another vault, or of a kit that a newer one replaced. Compare the vault name and the date on the page. Nothing was changed.',
  },
  KIT_NOT_MADE: {
    title: 'There is no recovery kit',
    text: 'None was made for this vault. Nothing was changed.',
  },
  KIT_NOT_SEEN: {
    title: 'No recovery kit was found',
    text: 'Show the whole QR code of the page, sharp and not too small, and try again. Or type the eight groups. Nothing was changed.',
  },
  KIT_NOT_PENDING: {
    title: 'Enter the whole code',
    text: 'Latchkey has forgotten the code, as it should. Enter all of it to check the page.',
  },
  KIT_GROUP_WRONG: {
    title: 'That is not what the page says',
    text: 'Look at group {{group}} again. The kit works either way; only the check is missing.',
  },
  BACKUP_FAILED: {
    title: 'The backup could not be made',
    text: '{{backupTrouble}} Your vault and the earlier backups are unharmed.',
  },
  BACKUP_FOLDER_INVALID: {
    title: 'This is not the full path of a folder',
    text: 'Begin with / (C:\\ on Windows), or with ~/ for your own folder. Nothing was changed.',
  },
  BACKUP_OFF: { title: 'Backups are not set up', text: 'Choose a folder first. Nothing was changed.' },
  BACKUP_SECRET_NEEDED: {
    title: 'This backup is protected',
    text: 'Enter the passphrase or the kit code from the time it was made. Nothing was changed.',
  },
  BACKUP_UNREADABLE: {
    title: 'This backup cannot be read',
    text: '{{backupReason}} Nothing was changed.',
  },
  OLDER_STATE_UNREADABLE: {
    title: 'This older state cannot be opened',
    text: 'It is gone or damaged. Choose another one. Nothing was changed.',
  },
  RESTORE_GONE: { title: 'This preview has expired', text: 'Nothing was changed. Look at it again.' },
  UNDO_GONE: {
    title: 'This can no longer be undone',
    text: 'That was possible until the vault was locked. Older states of the vault may still have what you are looking for.',
  },
  QUARANTINE_NOT_FOUND: {
    title: 'This entry is no longer there',
    text: 'It may have been fixed or removed in another window. Nothing else was changed.',
  },
  QUARANTINE_NOT_FIXED: {
    title: 'No codes can be made of this yet',
    text: 'Check what you entered. The entry is kept as it was.',
  },
} as const;

/** Why a backup was not made. */
export const backupTroubles = {
  folderGone: 'The folder is not there. Is its drive plugged in?',
  parentGone: 'The folder that it would lie in is not there either. Is its drive plugged in?',
  notAFolder: 'The path leads to a file, not to a folder.',
  notAllowed: 'This computer does not let Latchkey write in the folder.',
  readOnly: 'The drive can only be read.',
  full: 'The drive is full.',
  notVerified: 'What was written did not open again, so it was removed. The drive may be failing.',
  failed: 'Writing in the folder failed.',
} as const;

/** Why the keychain did not give or keep a key. */
export const keychainOutcomes = {
  absent: 'It holds nothing for this vault.',
  locked: 'It is locked.',
  denied: 'It did not let Latchkey in.',
  unavailable: 'It does not answer.',
} as const;

/** Why a backup cannot be read, and what to do. */
export const backupReasons = {
  gone: 'It is not in the folder any more. Choose another one.',
  notABackup: 'The file is no backup of Latchkey. Choose another one.',
  truncated:
    'The file ends too early, as if it was not copied completely. Copy it again or choose another one.',
  tampered: 'The file was changed after it was written. Choose another one.',
  newer: 'A newer Latchkey made it. Update Latchkey, then open it.',
} as const;
