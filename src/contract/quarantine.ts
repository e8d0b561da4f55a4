/** Entries that did not pass validation: kept byte for byte, shown, and never dropped unless the person says so. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { duplicateAnswers, duplicateErrors } from './duplicate.ts';
import { textLimits } from './limits.ts';
import { undoIdSchema } from './undo.ts';
import { vaultErrors } from './vault-errors.ts';
import { text, shownLine } from './text.ts';
import { otpAlgorithmSchema, otpKindSchema } from '../core/otp/parameters.ts';

const label = z.string().trim().pipe(text(textLimits.label));

/** What could be made out of one; null: not to be read. Never its secret. */
export const quarantinedSchema = z.object({
  /** A fingerprint of the record; the same as long as it lies there. */
  id: z.string(),
  /** It stood in the list or in the trash. */
  from: z.enum(['entry', 'trashed']),
  /** What is wrong, for a support question: a place, without values. */
  reason: z.string(),
  issuer: shownLine.nullable(),
  account: shownLine.nullable(),
  kind: otpKindSchema.nullable(),
  algorithm: otpAlgorithmSchema.nullable(),
  digits: z.number().nullable(),
  period: z.number().nullable(),
  counter: z.number().nullable(),
  /** How many bytes of secret there are; 0: nothing that a fix could make codes of. */
  secretBytes: z.number(),
  /** The record's size in bytes. */
  size: z.number(),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;

const quarantineErrors = {
  ...vaultErrors,
  QUARANTINE_NOT_FOUND: { message: 'There is no such entry in quarantine' },
} as const;

export const quarantineContract = {
  watch: oc
    .output(eventIterator(z.object({ quarantined: z.array(quarantinedSchema) })))
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  /** Makes an entry of it with what the person filled in; the secret is the record's own. */
  fix: oc
    .input(
      z.object({
        id: z.string(),
        issuer: label,
        account: label,
        kind: otpKindSchema,
        algorithm: otpAlgorithmSchema,
        digits: z.int(),
        period: z.int(),
        counter: z.int(),
        ...duplicateAnswers,
      }),
    )
    .output(z.object({ entryId: z.uuid(), undoId: undoIdSchema }))
    .errors({
      ...quarantineErrors,
      ...duplicateErrors,
      LABEL_EMPTY: { message: 'An entry needs an issuer or an account' },
      /** `field` is out of its range (`digits`, `period`, `counter`), or `secret`: there is none. */
      QUARANTINE_NOT_FIXED: {
        message: 'No entry can be made of this',
        data: z.object({ field: z.enum(['secret', 'digits', 'period', 'counter']) }),
      },
    }),
  /**
   * The record as a text file to be kept elsewhere: JSON with its bytes in base64. It holds the secret; the window
   * says so and asks before.
   */
  export: oc
    .input(z.object({ id: z.string() }))
    .output(z.object({ fileName: z.string(), text: z.string() }))
    .errors({
      VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
      QUARANTINE_NOT_FOUND: quarantineErrors.QUARANTINE_NOT_FOUND,
    }),
  /** Removes it from the vault. The window asks before. */
  drop: oc
    .input(z.object({ id: z.string() }))
    .output(z.object({ undoId: undoIdSchema }))
    .errors(quarantineErrors),
};
