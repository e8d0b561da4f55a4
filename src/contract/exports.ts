/**
 * Taking entries along: as a file for another application, or to read and print.
 *
 * `preview` says what a format carries and what not. `make` and `reveal` hand out secrets, so the person proves
 * first who they are. Nothing is written to disk here: the window saves the file where the person says.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { settingsViewSchema } from './duplicate.ts';
import { entriesLimit, textLimits } from './limits.ts';
import { problemCodeSchema, sourceTroubleSchema } from './transfer-troubles.ts';
import { proof, proofErrors } from './proof.ts';
import { shownLine, text } from './text.ts';
import { newPassphraseErrors, vaultErrors } from './vault-errors.ts';

const chosen = {
  /** The format's id (`formats`). */
  format: z.string().max(64),
  /** Which entries; null for all. The trash and the quarantine stay here. */
  ids: z.array(z.uuid()).max(entriesLimit).nullable(),
};

const exportFormatSchema = z.object({
  id: z.string(),
  /** Whether a passphrase protects it; `make` then needs one. */
  isEncrypted: z.boolean(),
  /** The end of the file's name, with its dot. */
  extension: z.string(),
});
export type ExportFormat = z.infer<typeof exportFormatSchema>;

export const exportPreviewSchema = z.object({
  /** How many entries were chosen, and how many of them the file would hold. */
  entries: z.int(),
  written: z.int(),
  /** How many files or pictures it would be. */
  files: z.int(),
  /** What the format can't carry: how many entries that concerns, and the first of their names. */
  problems: z.array(
    z.object({
      code: problemCodeSchema,
      entries: z.int(),
      names: z.array(z.object({ issuer: shownLine, account: shownLine })),
    }),
  ),
});
export type ExportPreview = z.infer<typeof exportPreviewSchema>;

const revealedSchema = settingsViewSchema.extend({
  id: z.uuid(),
  issuer: shownLine,
  account: shownLine,
  /** Base32, without padding. */
  secret: z.string(),
  /** The `otpauth:` address, for a QR code. */
  uri: z.string(),
});
export type Revealed = z.infer<typeof revealedSchema>;

const readErrors = {
  VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
  /** Of the chosen entries, none is there (any more). */
  EXPORT_EMPTY: { message: 'There is nothing to export' },
} as const;

const shownErrors = { ...readErrors, ...proofErrors };

const writeErrors = {
  EXPORT_FAILED: {
    message: 'The file could not be made',
    data: z.object({ reason: sourceTroubleSchema }),
  },
} as const;

export const exportsContract = {
  formats: oc.output(z.object({ formats: z.array(exportFormatSchema) })),
  /** What a format would carry, and what not. Needs no proof and answers with no secret. */
  preview: oc
    .input(z.object(chosen))
    .output(exportPreviewSchema)
    .errors({ ...readErrors, ...writeErrors }),
  /** The file; `isOfSet` for a set of pictures, to be shown one after another or saved together. */
  make: oc
    .input(z.object({ ...chosen, ...proof, passphrase: text(textLimits.passphrase).optional() }))
    .output(
      z.object({
        files: z.array(z.object({ name: z.string(), bytes: z.instanceof(Blob), isOfSet: z.boolean() })),
      }),
    )
    .errors({ ...shownErrors, ...writeErrors, ...newPassphraseErrors }),
  /** Entries with their secrets, in the order of the list: one entry's QR code and key, or a sheet to print. */
  reveal: oc
    .input(z.object({ ids: chosen.ids, ...proof }))
    .output(z.object({ entries: z.array(revealedSchema) }))
    .errors(shownErrors),
};
