/** Undoing a destructive change. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { vaultErrors } from './vault-errors.ts';

/**
 * Identifies a destructive change that can be undone (`undo`) until the vault locks. Entries changed since stay
 * as they are.
 */
export const undoIdSchema = z.uuid();

export const undoContract = {
  /**
   * Undoes a destructive change: a restore, a purge of the trash, a quarantined entry dropped or fixed, sites put on
   * the moving list or taken off it, a change to the list (`list`).
   */
  take: oc
    .input(z.object({ undoId: undoIdSchema }))
    .errors({ ...vaultErrors, UNDO_GONE: { message: 'This cannot be taken back any more' } }),
};
