/** What an older state of the vault, one that was kept or a backup, would bring: looked at before it is taken. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { shownLine } from './text.ts';
import { otpKindSchema } from '../core/otp/parameters.ts';
import { undoIdSchema } from './undo.ts';
import { vaultErrors } from './vault-errors.ts';

/** How an entry of the older state stands to the vault as it is. */
export const restoreEntrySchema = z.object({
  issuer: shownLine,
  account: shownLine,
  kind: otpKindSchema,
  /**
   * - `new`: not in the vault; merging adds it
   * - `trashed`: in the vault's trash; merging takes it out of there
   * - `same`: in the vault with the same secret; merging leaves the vault's
   * - `differs`: in the vault with another secret or other settings; merging keeps both
   */
  change: z.enum(['new', 'trashed', 'same', 'differs']),
});
export type RestoreEntry = z.infer<typeof restoreEntrySchema>;

export const restorePreviewSchema = z.object({
  /** For `restore.take`; the secrets stay in the application until then, at most until a lock. */
  restoreId: z.uuid(),
  writtenAt: z.number(),
  entries: z.array(restoreEntrySchema),
  /** Entries that are in the vault and not in the older state: replacing moves them to the trash. */
  onlyHere: z.array(z.object({ issuer: shownLine, account: shownLine })),
  /** Entries of the older state that did not pass validation; they come along byte for byte. */
  quarantined: z.number(),
});
export type RestorePreview = z.infer<typeof restorePreviewSchema>;

export const restoreContract = {
  /**
   * Takes what a preview showed.
   *
   * - `merge`: adds what is `new` or `trashed` and, of what `differs`, keeps both; takes nothing away
   * - `replace`: the list becomes the older state's; what is only here goes to the trash
   *
   * `added`, `replaced` and `trashed` count entries.
   */
  take: oc
    .input(z.object({ restoreId: z.uuid(), how: z.enum(['merge', 'replace']) }))
    .output(z.object({ undoId: undoIdSchema, added: z.number(), replaced: z.number(), trashed: z.number() }))
    .errors({ ...vaultErrors, RESTORE_GONE: { message: 'This preview is no longer there' } }),
  /** Forgets a preview and its secrets. */
  discard: oc.input(z.object({ restoreId: z.uuid() })),
};
