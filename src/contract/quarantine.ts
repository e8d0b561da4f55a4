/** Entries that failed validation: kept byte for byte, shown, and dropped only if the person says so. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { duplicateAnswers, duplicateErrors } from './duplicate.ts';
import { labelErrors } from './entry.ts';
import { problemCodeSchema } from './transfer-troubles.ts';
import { undoIdSchema } from './undo.ts';
import { vaultErrors } from './vault-errors.ts';
import { label, shownLine } from './text.ts';
import { wrongParts } from '../core/entry/quarantined.ts';
import { otpAlgorithmSchema, otpKindSchema } from '../core/otp/parameters.ts';

/** What could be read of a record; null for unreadable parts. Never its secret. */
export const quarantinedSchema = z.object({
  /** A fingerprint of the record; stable as long as it is in quarantine. */
  id: z.string(),
  /** Whether it was in the list or in the trash. */
  from: z.enum(['entry', 'trashed']),
  wrong: z.enum(wrongParts),
  /** What is wrong, for support requests: a location, without values. */
  reason: z.string(),
  issuer: shownLine.nullable(),
  account: shownLine.nullable(),
  kind: otpKindSchema.nullable(),
  algorithm: otpAlgorithmSchema.nullable(),
  digits: z.number().nullable(),
  period: z.number().nullable(),
  counter: z.number().nullable(),
  /** For an entry that an import brought and that makes no codes here: where from, of which kind, and why not. */
  origin: z.object({ format: shownLine, kind: shownLine, problem: problemCodeSchema.nullable() }).nullable(),
  /** Length of the secret in bytes; 0 if there is nothing that a fix could make codes from. */
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
  /** Makes an entry from it with the person's input; the secret is the record's own. */
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
      ...labelErrors,
      /** `field` is out of range (`digits`, `period`, `counter`) or unusable (`secret`). */
      QUARANTINE_NOT_FIXED: {
        message: 'No entry can be made of this',
        data: z.object({ field: z.enum(['secret', 'digits', 'period', 'counter']) }),
      },
    }),
  /**
   * The record as a text file to keep elsewhere: JSON with its bytes in base64. It contains the secret; the
   * window says so and asks first.
   */
  export: oc
    .input(z.object({ id: z.string() }))
    .output(z.object({ fileName: z.string(), text: z.string() }))
    .errors({
      VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
      QUARANTINE_NOT_FOUND: quarantineErrors.QUARANTINE_NOT_FOUND,
    }),
  /** Removes it from the vault. The window asks first. */
  drop: oc
    .input(z.object({ id: z.string() }))
    .output(z.object({ undoId: undoIdSchema }))
    .errors(quarantineErrors),
};
