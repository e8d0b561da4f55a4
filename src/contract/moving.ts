/**
 * The moving list: sites whose codes a person brings over by hand, because the app that has them lets nobody export.
 *
 * It is kept in the vault. A code that is added marks the site of its name as moved, in the same write.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { movingLimit } from './limits.ts';
import { label, shownLine } from './text.ts';
import { undoIdSchema } from './undo.ts';
import { vaultErrors } from './vault-errors.ts';
import { movingApps } from './vocabulary.ts';

const movingSiteSchema = z.object({
  id: z.uuid(),
  name: shownLine,
  /** The app that has its code so far. */
  app: z.enum(movingApps),
  isMoved: z.boolean(),
  /**
   * For a moved site, the entry that was added for it; null if the person said that it is moved. For one that is to
   * be moved, an entry of its name that was there before, or was added for nothing on the list; null if there is none.
   */
  entry: z.object({ id: z.uuid(), issuer: shownLine, account: shownLine }).nullable(),
});
export type MovingSite = z.infer<typeof movingSiteSchema>;

const siteName = label.refine((name) => name !== '');

const siteErrors = {
  ...vaultErrors,
  SITE_NOT_FOUND: { message: 'This site is not on the list' },
} as const;

export const movingContract = {
  watch: oc
    .output(eventIterator(z.object({ sites: z.array(movingSiteSchema) })))
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  /** Puts sites on the list, except those whose name is there already (`skipped` counts them). */
  add: oc
    .input(z.object({ app: z.enum(movingApps), names: z.array(siteName).min(1).max(movingLimit) }))
    .output(z.object({ added: z.int(), skipped: z.int(), undoId: undoIdSchema }))
    .errors({
      ...vaultErrors,
      /** Nothing was added. */
      MOVING_FULL: { message: 'The list would be too long', data: z.object({ limit: z.number() }) },
    }),
  rename: oc.input(z.object({ id: z.uuid(), name: siteName })).errors(siteErrors),
  /** What the person says goes before what an added code says. */
  setMoved: oc.input(z.object({ id: z.uuid(), isMoved: z.boolean() })).errors(siteErrors),
  /** Takes a site off the list; all of them if `id` is null. Codes stay. */
  remove: oc
    .input(z.object({ id: z.uuid().nullable() }))
    .output(z.object({ undoId: undoIdSchema }))
    .errors(siteErrors),
};
