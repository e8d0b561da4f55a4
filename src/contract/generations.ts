/** The vault's older states (generations), the way back to one, and taking acts back. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { shownLine } from './text.ts';
import { entryChangeKinds, otherChangeKinds } from '../core/vault/change-kinds.ts';
import { restorePreviewSchema, undoIdSchema } from './restore.ts';
import { vaultErrors } from './vault-errors.ts';

const nameSchema = z.object({ issuer: shownLine, account: shownLine });

/**
 * What a person changed, each kind once. `entries` are the first `namedChanges` of `count`, with `was` where they were
 * renamed; none where the kind is about no entry.
 */
const changesSchema = z.array(
  z.object({
    kind: z.enum([...entryChangeKinds, ...otherChangeKinds]),
    count: z.number(),
    entries: z.array(nameSchema.extend({ was: nameSchema.nullable() })),
  }),
);
export type Changes = z.infer<typeof changesSchema>;

const generationSchema = z.object({
  /** The number in the file's name; higher is newer. */
  generation: z.int().min(0),
  writtenAt: z.number(),
  /**
   * `opens` with how many entries it holds; `otherKey`: sealed with a key of before; `broken`: the bytes are not
   * what was written.
   */
  content: z.discriminatedUnion('state', [
    z.object({ state: z.literal('opens'), entries: z.number(), trash: z.number(), quarantined: z.number() }),
    z.object({ state: z.literal('otherKey') }),
    z.object({ state: z.literal('broken') }),
  ]),
  /** What was changed in it, since the older state before it that opens; null: there is none, or it does not open. */
  changes: changesSchema.nullable(),
});
export type Generation = z.infer<typeof generationSchema>;

export const generationsContract = {
  /** Newest first. `since`: what was changed after the newest that opens; null: none does. */
  list: oc
    .output(z.object({ generations: z.array(generationSchema), since: changesSchema.nullable() }))
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  /** What going back to it would change; `restore.take` does it. */
  preview: oc
    .input(z.object({ generation: z.int().min(0) }))
    .output(restorePreviewSchema)
    .errors({
      VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
      GENERATION_UNREADABLE: { message: 'This generation is gone or cannot be opened' },
    }),
};

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

export const undoContract = {
  /** Takes a destructive act back: a restore, a purge of the trash, a quarantined entry dropped or fixed. */
  take: oc
    .input(z.object({ undoId: undoIdSchema }))
    .errors({ ...vaultErrors, UNDO_GONE: { message: 'This cannot be taken back any more' } }),
};

export const trashContract = {
  /** Removes entries of the trash for good (`ids: null`: all of them) before their 30 days are over. */
  purge: oc
    .input(z.object({ ids: z.array(z.uuid()).max(100_000).nullable() }))
    .output(z.object({ undoId: undoIdSchema, purged: z.number() }))
    .errors(vaultErrors),
};
