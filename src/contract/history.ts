/** The vault's older states: the changes in each, and what going back to one would change. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { shownLine } from './text.ts';
import { entryChangeKinds, otherChangeKinds } from '../core/history/change-kinds.ts';
import { restorePreviewSchema } from './restore.ts';
import { vaultErrors } from './vault-errors.ts';

const nameSchema = z.object({ issuer: shownLine, account: shownLine });

/**
 * What a person changed, once per kind. `entries` holds the first `namedChanges` of `count`, with `was` for
 * renamed ones; it is empty if the kind does not concern entries.
 */
const changesSchema = z.array(
  z.object({
    kind: z.enum([...entryChangeKinds, ...otherChangeKinds]),
    count: z.number(),
    entries: z.array(nameSchema.extend({ was: nameSchema.nullable() })),
  }),
);
export type Changes = z.infer<typeof changesSchema>;

const olderStateSchema = z.object({
  /** The number in the file's name; higher is newer. */
  generation: z.int().min(0),
  writtenAt: z.number(),
  /**
   * `opens`: with the number of entries; `otherKey`: sealed with an earlier key; `broken`: the bytes are not
   * what was written.
   */
  content: z.discriminatedUnion('state', [
    z.object({ state: z.literal('opens'), entries: z.number(), trash: z.number(), quarantined: z.number() }),
    z.object({ state: z.literal('otherKey') }),
    z.object({ state: z.literal('broken') }),
  ]),
  /** Changes since the previous older state that opens; null if there is none or this one does not open. */
  changes: changesSchema.nullable(),
});
export type OlderState = z.infer<typeof olderStateSchema>;

export const historyContract = {
  /** Newest first. `since`: changes after the newest one that opens; null if none does. */
  list: oc
    .output(z.object({ states: z.array(olderStateSchema), since: changesSchema.nullable() }))
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  /** Previews going back to a state; `restore.take` does it. */
  preview: oc
    .input(z.object({ generation: z.int().min(0) }))
    .output(restorePreviewSchema)
    .errors({
      VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
      OLDER_STATE_UNREADABLE: { message: 'This older state is gone or cannot be opened' },
    }),
};
