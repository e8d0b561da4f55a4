/** What a scan tells the window: previews of what was found, and how far it is. */
import { z } from 'zod';
import { otpauthNoteSchema, otpauthRefusalSchema } from '../core/otpauth/parsed.ts';

export { pictureLimits } from './limits.ts';

const duplicateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sameSecret'), entryId: z.uuid(), issuer: z.string(), account: z.string() }),
  z.object({ kind: z.literal('sameName'), entryId: z.uuid(), issuer: z.string(), account: z.string() }),
]);

/** A set-up code that was read and understood. Its secret stays in the application under `previewId`. */
export const previewSchema = z.object({
  previewId: z.uuid(),
  kind: z.enum(['totp', 'hotp', 'steam']),
  issuer: z.string(),
  account: z.string(),
  /** The issuer of the label, where it disagrees with the parameter. */
  labelIssuer: z.string().nullable(),
  algorithm: z.enum(['SHA1', 'SHA256', 'SHA512']),
  digits: z.number(),
  period: z.number(),
  counter: z.number().nullable(),
  /** What the person should know of how it was read. */
  notes: z.array(otpauthNoteSchema),
  /** Issuer "Steam", but not said to be a Steam Guard code: the person is asked. */
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
  /** Newly found; earlier ones are not repeated. */
  z.object({ type: z.literal('found'), previews: z.array(previewSchema) }),
  /** A set-up code that cannot be taken, and why. */
  z.object({ type: z.literal('refused'), refusal: otpauthRefusalSchema }),
  /** The last one. `others` counts QR codes that are not for one-time codes. */
  z.object({ type: z.literal('done'), found: z.number(), others: z.number(), elapsedMs: z.number() }),
]);
export type ScanEvent = z.infer<typeof scanEventSchema>;

export type Refusal = z.infer<typeof otpauthRefusalSchema>;
export type Note = z.infer<typeof otpauthNoteSchema>;

export const acceptedSchema = z.object({ entryId: z.uuid(), replaced: z.boolean() });
