/** Encrypted backups in a folder of the person's choice, and what can be restored from one. */
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
 * - `folderGone`: the folder is not there (a drive that is not plugged in); it is made only when asked for
 * - `parentGone`: it was to be made, and the folder that it would lie in is not there either
 * - `notAFolder`: the path leads to a file, or through one
 * - `notAllowed`: the system does not let Latchkey write there
 * - `readOnly`: the drive can only be read
 * - `full`: no room left; backups of before are kept
 * - `notVerified`: what was read back did not open; the file was removed again
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
  /** What was set up; null: backups are off. */
  setUp: z
    .object({
      folder: z.string(),
      keep: z.number(),
      /** What opens a backup: a passphrase of its own, or the recovery kit. */
      protection: z.enum(['passphrase', 'recovery']),
    })
    .nullable(),
  running: z.boolean(),
  /** The last attempt of this run of Latchkey. */
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
  /** When the newest backup that was proved to open was made; null: none is known. */
  lastGoodAt: z.number().nullable(),
  /** The vault was changed after the newest backup. */
  behind: z.boolean(),
  /**
   * What the home screen has to say. `failing`: the last attempt failed; `old`: nothing was made for seven days
   * although the vault has changed; null: nothing, or backups are off.
   */
  warning: z.enum(['failing', 'old']).nullable(),
});
export type BackupStatus = z.infer<typeof backupStatusSchema>;

const backupFileSchema = z.object({
  name: z.string(),
  madeAt: z.number(),
  size: z.number(),
  protection: z.enum(['passphrase', 'recovery']).nullable(),
  /** Of this vault or of another one. */
  isOwn: z.boolean(),
  /** Whether what this vault knows opens it at once; otherwise `preview` needs a secret. */
  opensHere: z.boolean(),
});
export type BackupFile = z.infer<typeof backupFileSchema>;

const folderListSchema = z.object({
  /** Its full path. */
  folder: z.string(),
  /** The full path of the folder that it lies in; null for a root. */
  parent: z.string().nullable(),
  /** By name, at most `backupLimits.folders`. */
  folders: z.array(z.object({ name: shownLine, path: z.string() })),
  /** There are more than these. */
  more: z.boolean(),
  /** Why none can be listed; null where they could. */
  trouble: backupTroubleSchema.extract(['folderGone', 'notAFolder', 'notAllowed', 'failed']).nullable(),
});
export type FolderList = z.infer<typeof folderListSchema>;

/** Which backup: one of the folder, or a file that the person chose. */
const sourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('folder'), name: text(textLimits.label) }),
  z.object({ from: z.literal('file'), bytes: z.instanceof(Blob) }),
]);

/** What opens it. `here`: what the open vault knows of its own backups. */
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

export const backupContract = {
  watch: oc.output(eventIterator(backupStatusSchema)).errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  /**
   * Sets backups up, or changes how they are made, and makes the first one: the set-up stands only where that
   * succeeded. `folder` is a full path as a person types or pastes it: `~` is their own folder, a `file://` address
   * its path. It has to be there, unless `make` asks for it to be made. From then on one is made after changes (two
   * minutes of quiet) and once a day, while the vault is open. Protection `present` leaves it as it is.
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
      /** Protection `present`, but nothing is set up. */
      BACKUP_OFF: { message: 'Backups are not set up' },
    }),
  /**
   * What folders lie in a folder, for choosing one: names of folders, never of files, and no hidden ones. `folder` as
   * for `setUp`. Only while the vault is open.
   */
  folders: oc
    .input(z.object({ folder }))
    .output(folderListSchema)
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN, ...invalidFolder }),
  /** No more backups are made; those that were made stay. */
  turnOff: oc.errors(vaultErrors),
  /** Makes one now. */
  run: oc.output(z.object({ name: z.string(), at: z.number() })).errors({
    ...vaultErrors,
    ...folderErrors,
    BACKUP_OFF: { message: 'Backups are not set up' },
  }),
  /** Those in the folder, newest first. */
  list: oc.output(z.object({ backups: z.array(backupFileSchema) })).errors({
    VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
    ...folderErrors,
    BACKUP_OFF: { message: 'Backups are not set up' },
  }),
  /** What a backup would bring; `restore.take` merges it or replaces with it. */
  preview: oc
    .input(z.object({ source: sourceSchema, secret: secretSchema }))
    .output(restorePreviewSchema)
    .errors({
      VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
      PASSPHRASE_WRONG: passphraseErrors.PASSPHRASE_WRONG,
      PASSPHRASE_WAIT: passphraseErrors.PASSPHRASE_WAIT,
      ...kitSourceErrors,
      /** It does not open with `here`: ask for the secret that `protection` names. */
      BACKUP_SECRET_NEEDED: {
        message: 'The backup needs its passphrase or recovery code',
        data: z.object({ protection: z.enum(['passphrase', 'recovery']).nullable() }),
      },
      BACKUP_UNREADABLE: {
        message: 'This is not a backup that can be read',
        data: z.object({ reason: z.enum(['gone', 'notABackup', 'truncated', 'tampered', 'newer']) }),
      },
    }),
};
