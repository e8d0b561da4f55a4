import { z } from 'zod';
import {
  otpAlgorithmSchema,
  otpCounterSchema,
  otpDigitsSchema,
  otpLimits,
  otpPeriodSchema,
} from '../otp/parameters.ts';
import { textLength } from '../text-length.ts';
import { formerMaximum } from './former.ts';
import { isLabelTooLong, labelMaximum, noteMaximum, tagsMaximum } from './label.ts';
import { siteCodeMaximum, siteCodesMaximum } from './site-codes.ts';

/** `[offset, length]` in the record's secret bytes. */
const sliceSchema = z.tuple([
  z.int().min(0),
  z.int().min(otpLimits.secret.minimum).max(otpLimits.secret.maximum),
]);

// Strict: nested objects cannot keep unknown members, so an entry that has one is quarantined whole.
const parametersSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('totp'),
    algorithm: otpAlgorithmSchema,
    digits: otpDigitsSchema,
    period: otpPeriodSchema,
    secret: sliceSchema,
  }),
  z.strictObject({
    kind: z.literal('hotp'),
    algorithm: otpAlgorithmSchema,
    digits: otpDigitsSchema,
    counter: otpCounterSchema,
    secret: sliceSchema,
  }),
  z.strictObject({ kind: z.literal('steam'), secret: sliceSchema }),
]);
export type StoredParameters = z.infer<typeof parametersSchema>;

const formerSchema = z.strictObject({ parameters: parametersSchema, replacedAt: z.int().min(0) });
export type StoredFormer = z.infer<typeof formerSchema>;

/** A code point has at most four bytes. */
const siteCodeSchema = z.strictObject({
  code: z.tuple([
    z.int().min(0),
    z
      .int()
      .min(1)
      .max(4 * siteCodeMaximum),
  ]),
  usedAt: z.int().min(0).nullable(),
});

const timeSchema = z.int().min(0);

const labelSchema = z.string().check((label) => {
  if (!isLabelTooLong(label.value)) return;
  label.issues.push({ code: 'too_big', origin: 'string', maximum: labelMaximum, input: label.value });
});

const noteSchema = z.string().check((note) => {
  if (textLength(note.value) <= noteMaximum) return;
  note.issues.push({ code: 'too_big', origin: 'string', maximum: noteMaximum, input: note.value });
});

/** The JSON of an entry's record (docs/vault-format.md). */
export const entrySchema = z.looseObject({
  id: z.uuid(),
  // Formats before 1.2 had none.
  revision: z.int().min(1).default(1),
  changedAt: timeSchema.exactOptional(),
  issuer: labelSchema,
  account: labelSchema,
  parameters: parametersSchema,
  unknownParameters: z.array(z.tuple([z.string(), z.string()])),
  pinned: z.boolean(),
  tags: z.array(labelSchema).max(tagsMaximum).default([]),
  note: noteSchema.default(''),
  icon: z.record(z.string(), z.unknown()).exactOptional(),
  order: z.string().exactOptional(),
  addedAt: timeSchema,
  lastUsedAt: timeSchema.nullable(),
  uses: z.int().min(0),
  // Formats before 1.3 had one place for a replaced secret.
  former: formerSchema.nullable(),
  formerSecrets: z.array(formerSchema).max(formerMaximum).default([]),
  siteCodes: z.array(siteCodeSchema).max(siteCodesMaximum).default([]),
  replaces: z.uuid().exactOptional(),
  enrolment: z.looseObject({ server: z.string(), methodId: z.uuid() }).exactOptional(),
});
export const trashedSchema = entrySchema.extend({
  deletedAt: timeSchema,
  aheadSince: timeSchema.exactOptional(),
});
export type StoredEntry = z.infer<typeof entrySchema>;
