/** An entry that stands in the way of a new one, and what a person may answer. */
import { z } from 'zod';
import { shownLine } from './text.ts';
import { otpAlgorithmSchema, otpKindSchema } from '../core/otp/parameters.ts';

/** How the codes of an entry are made, as far as the window knows it: all but the secret. */
export const settingsViewSchema = z.object({
  kind: otpKindSchema,
  algorithm: otpAlgorithmSchema,
  digits: z.number(),
  /** Seconds; 0 for HOTP. */
  period: z.number(),
  /** HOTP: the counter that the next code will use; else null. */
  counter: z.number().nullable(),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;

/**
 * - `same`: the same secret, settings and names. There is nothing to add.
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

/** What the person answered; left out: nothing yet. */
export const duplicateAnswers = {
  /** `correct`: that entry takes the new settings and names. */
  onSameSecret: z.enum(['correct', 'keepBoth']).optional(),
  /** `replace`: that entry goes to the trash. */
  onSameName: z.enum(['replace', 'keepBoth']).optional(),
};
export type DuplicateAnswers = z.infer<z.ZodObject<typeof duplicateAnswers>>;

const duplicateData = z.object({ entryId: z.uuid(), duplicate: duplicateSchema });

/** `SAME_SECRET` and `SAME_NAME`: the question is still open. */
export const duplicateErrors = {
  ALREADY_HERE: { message: 'This very code is in the vault', data: duplicateData },
  SAME_SECRET: { message: 'This secret is in the vault, with other settings or names', data: duplicateData },
  SAME_NAME: { message: 'Another entry has these names', data: duplicateData },
} as const;
