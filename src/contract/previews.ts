/** Set-up codes that were read and wait for the person's answer, wherever they came from. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { otpauthNoteSchema } from '../core/otpauth/parsed.ts';
import { duplicateAnswers, duplicateErrors, duplicateSchema, settingsViewSchema } from './duplicate.ts';
import { labelErrors } from './entry.ts';
import { previewLimit } from './limits.ts';
import { label, shownLine } from './text.ts';
import { undoIdSchema } from './undo.ts';
import { vaultErrors } from './vault-errors.ts';

/** A set-up code that was read and understood. Its secret stays in the application under `previewId`. */
export const previewSchema = settingsViewSchema.extend({
  previewId: z.uuid(),
  issuer: shownLine,
  account: shownLine,
  /** The label's issuer, if it differs from the parameter. */
  labelIssuer: shownLine.nullable(),
  /** What the person should know about how it was read. */
  notes: z.array(otpauthNoteSchema),
  /** The issuer is "Steam", but nothing says that it is a Steam Guard code: ask the person. */
  askSteam: z.boolean(),
  duplicate: duplicateSchema.nullable(),
});
export type Preview = z.infer<typeof previewSchema>;
export type Note = z.infer<typeof otpauthNoteSchema>;

/** Errors of the calls that add previews. All of a call's previews are added, or none. */
export const previewErrors = {
  PREVIEWS_FULL: {
    message: 'Too many previews wait for an answer',
    data: z.object({ limit: z.number() }),
  },
} as const;

export const previewGone = { PREVIEW_GONE: { message: 'This preview is no longer there' } } as const;

/** Why a preview was not kept: the codes specific to `previews.accept`. */
export const acceptRefusalSchema = z.enum([
  'PREVIEW_GONE',
  'LABEL_EMPTY',
  'ALREADY_HERE',
  'SAME_SECRET',
  'SAME_NAME',
]);

/** The outcome for each of several previews; `refused` as `previews.accept` would have thrown it. */
const acceptedManySchema = z.object({
  results: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('kept'), previewId: z.uuid(), entryId: z.uuid() }),
      z.object({
        outcome: z.literal('refused'),
        previewId: z.uuid(),
        code: acceptRefusalSchema,
        duplicate: duplicateSchema.nullable(),
      }),
    ]),
  ),
  /** How many existing entries were corrected or replaced. */
  changed: z.int(),
  /** Undoes all of it (`undo.take`). */
  undoId: undoIdSchema,
});
export type AcceptedMany = z.infer<typeof acceptedManySchema>;

const acceptedSchema = z.object({
  entryId: z.uuid(),
  /** Whether it replaced an entry, which is now in the trash. */
  replaced: z.boolean(),
  /** Undoes the correction or the replacement of an entry (`undo.take`); left out if there was neither. */
  undoId: undoIdSchema.optional(),
});
export type Accepted = z.infer<typeof acceptedSchema>;

const acceptanceSchema = z.object({
  previewId: z.uuid(),
  issuer: label,
  account: label,
  /** The answer if a preview asked whether it is a Steam Guard code. */
  steam: z.boolean().optional(),
  ...duplicateAnswers,
});
export type Acceptance = z.infer<typeof acceptanceSchema>;

/** Unanswered previews are forgotten after 15 minutes, and when the vault closes. */
export const previewsContract = {
  /** Keeps what a preview showed; its names can be corrected. */
  accept: oc
    .input(
      acceptanceSchema.extend({
        /** The site of the moving list that it is added for, and that is marked as moved; ignored if it is gone. */
        siteId: z.uuid().optional(),
      }),
    )
    .output(acceptedSchema)
    .errors({
      ...vaultErrors,
      ...previewGone,
      ...duplicateErrors,
      ...labelErrors,
    }),
  /** Keeps several previews in one write of the vault; each has its own result, in the same order. */
  acceptMany: oc
    .input(z.object({ acceptances: z.array(acceptanceSchema).min(1).max(previewLimit) }))
    .output(acceptedManySchema)
    .errors(vaultErrors),
  /** Forgets previews and their secrets. */
  discard: oc.input(z.object({ previewIds: z.array(z.uuid()).max(previewLimit) })),
};
