/** Changes to the list of entries: its order by hand, and several entries at once. Each is one write of the vault. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { entryErrors } from './entry.ts';
import { entriesLimit, tagsLimit } from './limits.ts';
import { label } from './text.ts';
import { undoIdSchema } from './undo.ts';

const entryId = z.uuid();
const ids = z.array(entryId).min(1).max(entriesLimit);
const tags = z.array(label.pipe(z.string().min(1))).max(tagsLimit);
const undone = z.object({ undoId: undoIdSchema });

/** All or nothing: if one of the ids is no entry (any more), nothing is changed. */
export const listContract = {
  /** Puts an entry right before or after another one. */
  move: oc
    .input(z.object({ id: entryId, side: z.enum(['before', 'after']), of: entryId }))
    .output(undone)
    .errors(entryErrors),
  /** Gives all these entries some tags, and takes others off them. */
  tag: oc
    .input(z.object({ ids, add: tags, remove: tags }))
    .output(undone)
    .errors({
      ...entryErrors,
      TAGS_FULL: {
        message: 'An entry cannot have so many tags',
        data: z.object({ maximum: z.number() }),
      },
    }),
  /** Moves these entries to the trash. */
  remove: oc.input(z.object({ ids })).output(undone).errors(entryErrors),
};
