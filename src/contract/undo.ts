/** Taking a destructive act back. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { vaultErrors } from './vault-errors.ts';

/**
 * What a destructive act can be taken back with (`undo`), until the vault locks. Entries that were changed since
 * stay as they are.
 */
export const undoIdSchema = z.uuid();

export const undoContract = {
  /** Takes a destructive act back: a restore, a purge of the trash, a quarantined entry dropped or fixed. */
  take: oc
    .input(z.object({ undoId: undoIdSchema }))
    .errors({ ...vaultErrors, UNDO_GONE: { message: 'This cannot be taken back any more' } }),
};
