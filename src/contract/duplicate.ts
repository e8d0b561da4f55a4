/** An existing entry that conflicts with a new one, and the person's possible answers. */
import { z } from 'zod';
import { shownLine } from './text.ts';
import { otpAlgorithmSchema, otpKindSchema } from '../core/otp/parameters.ts';

/** How an entry's codes are made, as far as the window knows: everything but the secret. */
export const settingsViewSchema = z.object({
  kind: otpKindSchema,
  algorithm: otpAlgorithmSchema,
  digits: z.number(),
  /** Seconds; 0 for HOTP. */
  period: z.number(),
  /** HOTP: the counter that the next code will use; otherwise null. */
  counter: z.number().nullable(),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

/**
 * - `same`: the same secret, settings and names: nothing to add.
 * - `sameSecret`: the same secret with other settings or names: correct that entry, or keep both?
 * - `sameName`: the same names with another secret: replace that entry, or keep both?
 */
export const duplicateSchema = z.object({
  kind: z.enum(['same', 'sameSecret', 'sameName']),
  entryId: z.uuid(),
  issuer: shownLine,
  account: shownLine,
  settings: settingsViewSchema,
});
export type Duplicate = z.infer<typeof duplicateSchema>;

/** The person's answer; left out if there is none yet. */
export const duplicateAnswers = {
  /** `correct`: the existing entry takes the new settings and names. */
  onSameSecret: z.enum(['correct', 'keepBoth']).optional(),
  /** `replace`: the existing entry moves to the trash. */
  onSameName: z.enum(['replace', 'keepBoth']).optional(),
};
export type DuplicateAnswers = z.infer<z.ZodObject<typeof duplicateAnswers>>;

const duplicateData = z.object({ entryId: z.uuid(), duplicate: duplicateSchema });

/** `SAME_SECRET` and `SAME_NAME`: the person has yet to answer. */
export const duplicateErrors = {
  ALREADY_HERE: { message: 'This very code is in the vault', data: duplicateData },
  SAME_SECRET: { message: 'This key is in the vault, with other settings or names', data: duplicateData },
  SAME_NAME: { message: 'Another entry has these names', data: duplicateData },
} as const;
