/**
 * The recovery codes that a site gave out, kept with the entry of that site. They are secrets like the entry's own:
 * the list knows how many there are, and they are shown after a proof.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { entryErrors } from './entry.ts';
import { proof, proofErrors } from './proof.ts';
import { siteCodesLimit, textLimits } from './limits.ts';
import { text } from './text.ts';
import { undoIdSchema } from './undo.ts';

const code = text(textLimits.siteCode, z.string().min(1));

const siteCodeSchema = z.object({
  code: z.string(),
  /** When it was ticked off, in ms since 1970; null if it is unused. */
  usedAt: z.number().nullable(),
});
export type SiteCode = z.infer<typeof siteCodeSchema>;

const undoable = z.object({ undoId: undoIdSchema });

export const siteCodesContract = {
  /** Keeps codes with an entry. `replace`: the site made new ones, so the present ones go. */
  keep: oc
    .input(
      z.object({
        id: z.uuid(),
        codes: z.array(code).min(1).max(siteCodesLimit),
        how: z.enum(['add', 'replace']),
      }),
    )
    .output(undoable.extend({ kept: z.int() }))
    .errors({
      ...entryErrors,
      SITE_CODES_TOO_MANY: {
        message: 'An entry keeps no more codes than that',
        data: z.object({ maximum: z.number() }),
      },
    }),
  /** The codes, in their order. */
  reveal: oc
    .input(z.object({ id: z.uuid(), ...proof }))
    .output(z.object({ codes: z.array(siteCodeSchema) }))
    .errors({ ...proofErrors, ENTRY_NOT_FOUND: entryErrors.ENTRY_NOT_FOUND }),
  /** Ticks a code off as used, or takes that back. Answers with its time, null for an unused one. */
  tick: oc
    .input(z.object({ id: z.uuid(), code, isUsed: z.boolean() }))
    .output(siteCodeSchema.pick({ usedAt: true }))
    .errors({ ...entryErrors, SITE_CODE_GONE: { message: 'The entry does not have this code' } }),
  /** Deletes all codes of an entry. */
  remove: oc
    .input(z.object({ id: z.uuid() }))
    .output(undoable)
    .errors(entryErrors),
};
