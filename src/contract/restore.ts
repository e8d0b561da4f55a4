/** Previews what restoring an older state or a backup would change, then restores it. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { shownLine } from './text.ts';
import { otpKindSchema } from '../core/otp/parameters.ts';
import { undoIdSchema } from './undo.ts';
import { vaultErrors } from './vault-errors.ts';

/** How an entry of the older state compares with the present vault. */
export const restoreEntrySchema = z.object({
  issuer: shownLine,
  account: shownLine,
  kind: otpKindSchema,
  /**
   * - `new`: not in the vault; merging adds it
   * - `trashed`: in the vault's trash; merging takes it out
   * - `same`: in the vault with the same secret; merging keeps the vault's entry
   * - `differs`: in the vault with another secret or other settings; merging keeps both
   */
  change: z.enum(['new', 'trashed', 'same', 'differs']),
});
export type RestoreEntry = z.infer<typeof restoreEntrySchema>;

export const restorePreviewSchema = z.object({
  /** For `restore.take`; until then the secrets stay in the application, at most until a lock. */
  restoreId: z.uuid(),
  writtenAt: z.number(),
  entries: z.array(restoreEntrySchema),
  /** Entries that are in the vault but not in the older state; replacing moves them to the trash. */
  onlyHere: z.array(z.object({ issuer: shownLine, account: shownLine })),
  /** Number of entries in the older state that failed validation; they are copied byte for byte. */
  quarantined: z.number(),
});
export type RestorePreview = z.infer<typeof restorePreviewSchema>;

export const restoreContract = {
  /**
   * Restores what a preview showed.
   *
   * - `merge`: adds `new` and `trashed` entries, keeps both for `differs`, and removes nothing
   * - `replace`: the list becomes the older state's; entries that are only here move to the trash
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
