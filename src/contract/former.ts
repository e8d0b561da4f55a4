/** The secrets of an entry that newer ones took the place of: to look at, to take back, to delete for good. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { duplicateErrors, settingsViewSchema } from './duplicate.ts';
import { entryErrors } from './entry.ts';
import { settingsLookSchema } from './settings.ts';
import { undoIdSchema } from './undo.ts';

const formerSchema = z.object({
  /** Milliseconds since 1970; tells it from the others of its entry. */
  replacedAt: z.number(),
  settings: settingsViewSchema,
  /** The code that it makes now. */
  look: settingsLookSchema,
});
export type FormerSecret = z.infer<typeof formerSchema>;

const which = { id: z.uuid(), replacedAt: z.number() };
const undoable = z.object({ undoId: undoIdSchema });
const formerErrors = { FORMER_GONE: { message: 'The entry does not have this key any more' } } as const;

export const formerContract = {
  /** Newest first. */
  list: oc
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ former: z.array(formerSchema) }))
    .errors({
      VAULT_NOT_OPEN: entryErrors.VAULT_NOT_OPEN,
      ENTRY_NOT_FOUND: entryErrors.ENTRY_NOT_FOUND,
    }),
  /** Puts a secret back in force; the present one takes its place in the history. */
  takeBack: oc
    .input(z.object(which))
    .output(undoable)
    .errors({ ...entryErrors, ...formerErrors, ALREADY_HERE: duplicateErrors.ALREADY_HERE }),
  /** Deletes a secret for good, or all of an entry's if `replacedAt` is null. */
  forget: oc
    .input(z.object({ id: z.uuid(), replacedAt: z.number().nullable() }))
    .output(undoable)
    .errors({ ...entryErrors, ...formerErrors }),
};
