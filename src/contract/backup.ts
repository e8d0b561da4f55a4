/** Encrypted backups in a folder that the person chooses, and what they can restore. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { backupLimits, textLimits } from './limits.ts';
import { kitSourceErrors, kitSourceSchema } from './recovery.ts';
import { restorePreviewSchema } from './restore.ts';
import { kitCodeErrors, newPassphraseErrors, passphraseErrors, vaultErrors } from './vault-errors.ts';
import { text, shownLine } from './text.ts';

const passphrase = text(textLimits.passphrase);
const folder = text(textLimits.path).min(1);
const keep = z.int().min(backupLimits.keep.minimum).max(backupLimits.keep.maximum);

/**
 * Why a backup was not made.
 *
 * - `folderGone`: the folder does not exist (a drive that is not plugged in); it is created only on request
 * - `parentGone`: the folder was to be created, but its parent folder does not exist either
 * - `notAFolder`: the path leads to a file, or through one
 * - `notAllowed`: the system does not let Latchkey write there
 * - `readOnly`: the drive is read-only
 * - `full`: no space left; earlier backups are kept
 * - `notVerified`: the file read back did not open; it was removed again
 * - `failed`: anything else; `detail` has the system's code
 */
export const backupTroubleSchema = z.enum([
  'folderGone',
  'parentGone',
  'notAFolder',
  'notAllowed',
  'readOnly',
  'full',
  'notVerified',
  'failed',
]);
export type BackupTrouble = z.infer<typeof backupTroubleSchema>;

export const backupStatusSchema = z.object({
  /** The set-up; null if backups are off. */
  setUp: z
    .object({
      folder: z.string(),
      keep: z.number(),
      /** What opens a backup: its own passphrase, or the recovery kit. */
      protection: z.enum(['passphrase', 'recovery']),
    })
    .nullable(),
  running: z.boolean(),
  /** The last attempt in this run of Latchkey. */
  last: z
    .discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('made'), at: z.number(), name: z.string() }),
      z.object({
        outcome: z.literal('failed'),
        at: z.number(),
        trouble: backupTroubleSchema,
        detail: shownLine.nullable(),
      }),
    ])
    .nullable(),
  /** When the newest backup verified to open was made; null if none is known. */
  lastGoodAt: z.number().nullable(),
  /** Whether the vault has changed since the newest backup. */
  behind: z.boolean(),
  /**
   * The home screen's warning. `failing`: the last attempt failed; `old`: no backup for seven days although the
   * vault has changed; null: no warning, or backups are off.
   */
  warning: z.enum(['failing', 'old']).nullable(),
});
export type BackupStatus = z.infer<typeof backupStatusSchema>;

const backupFileSchema = z.object({
  name: z.string(),
  madeAt: z.number(),
  size: z.number(),
  protection: z.enum(['passphrase', 'recovery']).nullable(),
  /** Whether it is a backup of this vault. */
  isOwn: z.boolean(),
  /** Whether this vault can open it directly; otherwise `preview` needs a secret. */
  opensHere: z.boolean(),
});
export type BackupFile = z.infer<typeof backupFileSchema>;

const folderListSchema = z.object({
  /** Its full path. */
  folder: z.string(),
  /** The full path of its parent folder; null for a root. */
  parent: z.string().nullable(),
  /** By name, at most `backupLimits.folders`. */
  folders: z.array(z.object({ name: shownLine, path: z.string() })),
  /** Whether there are more than these. */
  more: z.boolean(),
  /** Why the folders can't be listed; null if they were. */
  trouble: backupTroubleSchema.extract(['folderGone', 'notAFolder', 'notAllowed', 'failed']).nullable(),
});
export type FolderList = z.infer<typeof folderListSchema>;

/** Which backup: one in the folder, or a file that the person chose. */
const sourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('folder'), name: text(textLimits.label) }),
  z.object({ from: z.literal('file'), bytes: z.instanceof(Blob) }),
]);

/** What opens it. `here`: the open vault's own backup key. */
const secretSchema = z.discriminatedUnion('with', [
  z.object({ with: z.literal('here') }),
  z.object({ with: z.literal('passphrase'), passphrase }),
  z.object({ with: z.literal('recovery'), code: kitSourceSchema }),
]);

const invalidFolder = {
  BACKUP_FOLDER_INVALID: { message: 'This is not the full path of a folder' },
} as const;

const folderErrors = {
  BACKUP_FAILED: {
    message: 'The backup folder cannot be used',
    data: z.object({ trouble: backupTroubleSchema, detail: shownLine.nullable() }),
  },
} as const;

const backupsOff = { BACKUP_OFF: { message: 'Backups are not set up' } } as const;

export const backupContract = {
  watch: oc.output(eventIterator(backupStatusSchema)).errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  /**
   * Sets up backups or changes how they are made, then makes the first one; the set-up is kept only if that
   * succeeds. `folder` is a full path as typed or pasted: `~` is the person's home folder, a `file://` address
   * is its path. It must exist, unless `make` asks to create it. While the vault is open, backups are then made
   * after changes (two minutes of quiet) and once a day. Protection `present` leaves the protection as it is.
   */
  setUp: oc
    .input(
      z.object({
        folder,
        make: z.boolean().default(false),
        keep,
        protection: z.discriminatedUnion('by', [
          z.object({ by: z.literal('passphrase'), passphrase }),
          z.object({ by: z.literal('recovery') }),
          z.object({ by: z.literal('present') }),
        ]),
      }),
    )
    .errors({
      ...vaultErrors,
      ...newPassphraseErrors,
      ...folderErrors,
      ...invalidFolder,
      KIT_NOT_MADE: kitCodeErrors.KIT_NOT_MADE,
      /** Protection is `present`, but nothing is set up. */
      ...backupsOff,
    }),
  /**
   * Lists the subfolders of a folder, for choosing one: only folders, never files or hidden folders. `folder`
   * is as for `setUp`. Works only while the vault is open.
   */
  folders: oc
    .input(z.object({ folder }))
    .output(folderListSchema)
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN, ...invalidFolder }),
  /** Stops making backups; existing ones stay. */
  turnOff: oc.errors(vaultErrors),
  /** Makes a backup now. */
  run: oc.output(z.object({ name: z.string(), at: z.number() })).errors({
    ...vaultErrors,
    ...folderErrors,
    ...backupsOff,
  }),
  /** The backups in the folder, newest first. */
  list: oc.output(z.object({ backups: z.array(backupFileSchema) })).errors({
    VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
    ...folderErrors,
    ...backupsOff,
  }),
  /** Previews what a backup would change; `restore.take` merges it or replaces the list with it. */
  preview: oc
    .input(z.object({ source: sourceSchema, secret: secretSchema }))
    .output(restorePreviewSchema)
    .errors({
      VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
      PASSPHRASE_WRONG: passphraseErrors.PASSPHRASE_WRONG,
      PASSPHRASE_WAIT: passphraseErrors.PASSPHRASE_WAIT,
      ...kitSourceErrors,
      /** The backup does not open with `here`: ask for the secret that `protection` names. */
      BACKUP_SECRET_NEEDED: {
        message: 'The backup needs its passphrase or kit code',
        data: z.object({ protection: z.enum(['passphrase', 'recovery']).nullable() }),
      },
      BACKUP_UNREADABLE: {
        message: 'This is not a backup that can be read',
        data: z.object({ reason: z.enum(['gone', 'notABackup', 'truncated', 'tampered', 'newer']) }),
      },
    }),
};
