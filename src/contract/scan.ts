/** What a scan reports to the window: previews of what was found, and its progress. */
import { z } from 'zod';
import { shownLine } from './text.ts';
import { otpauthNoteSchema, otpauthRefusalSchema } from '../core/otpauth/parsed.ts';
import { duplicateSchema, settingsViewSchema } from './duplicate.ts';
import { pictureLimits } from './limits.ts';
import { undoIdSchema } from './undo.ts';

export { pictureLimits } from './limits.ts';

/** Pixels that the window has: a shared screen, or a chosen, pasted or dropped image. */
export const pixelsSchema = z.object({
  width: z.int().min(1).max(pictureLimits.side),
  height: z.int().min(1).max(pictureLimits.side),
  /** RGBA, 4 bytes per pixel, rows from the top. */
  pixels: z.instanceof(Blob),
});
export type Pixels = z.infer<typeof pixelsSchema>;

export const screenErrors = {
  SCREEN_UNAVAILABLE: {
    message: 'The screen could not be read',
    data: z.object({
      cause: z.enum(['permission', 'cancelled', 'unsupported', 'failed']),
    }),
  },
} as const;

export const pictureErrors = {
  PICTURE_INVALID: { message: 'This is not a picture that can be read' },
  PICTURE_TOO_LARGE: {
    message: 'The picture is too large',
    data: z.object({ megapixels: z.number() }),
  },
} as const;

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

export const scanEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('progress'),
    /** 0 to 1. */
    done: z.number(),
    remainingMs: z.number().nullable(),
  }),
  /** Newly found previews; earlier ones are not repeated. */
  z.object({ type: z.literal('found'), previews: z.array(previewSchema) }),
  /** A set-up code that cannot be used, and why. */
  z.object({ type: z.literal('refused'), refusal: otpauthRefusalSchema }),
  /** Part of a set-up code over several QR codes; `missing` lists missing positions, from 1 to `count`. */
  z.object({ type: z.literal('part'), count: z.int(), missing: z.array(z.int()) }),
  /** The last event. `others` counts QR codes that are not for one-time codes. */
  z.object({ type: z.literal('done'), found: z.number(), others: z.number(), elapsedMs: z.number() }),
]);
export type ScanEvent = z.infer<typeof scanEventSchema>;

export type Refusal = z.infer<typeof otpauthRefusalSchema>;
export type Note = z.infer<typeof otpauthNoteSchema>;

/** Why a preview was not kept: the codes specific to `scan.accept`. */
export const acceptRefusalSchema = z.enum([
  'PREVIEW_GONE',
  'LABEL_EMPTY',
  'ALREADY_HERE',
  'SAME_SECRET',
  'SAME_NAME',
]);

/** The outcome for each of several previews; `refused` as `scan.accept` would have thrown it. */
export const acceptedManySchema = z.object({
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

export const acceptedSchema = z.object({
  entryId: z.uuid(),
  /** Whether it replaced an entry, which is now in the trash; `entries.undoReplace` brings that back. */
  replaced: z.boolean(),
  /** Undoes the correction of an entry (`undo.take`); left out if there was none. */
  undoId: undoIdSchema.optional(),
});
