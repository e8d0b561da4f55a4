/**
 * Bringing entries from elsewhere.
 *
 * An import is read first and kept later. `read` takes files, text, pictures and screens, several of them if need
 * be, and makes an import of them. An encrypted source waits in it for its passphrase (`unlock`). `report` says
 * what each row would become, compared with the vault. `apply` writes the vault, once. Nothing is kept before.
 * An import is forgotten when the vault closes, and 15 minutes after the last call that named it.
 *
 * Nothing here answers with a secret or a code but `secret` and `code`: for one row, on demand.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { duplicateAnswers, duplicateSchema, settingsViewSchema } from './duplicate.ts';
import { importLimits, textLimits } from './limits.ts';
import { pictureErrors, pixelsSchema, screenErrors } from './scan.ts';
import { settingsLookSchema } from './settings.ts';
import { shownLine, text } from './text.ts';
import { problemCodeSchema, sourceTroubleSchema } from './transfer-troubles.ts';
import { undoIdSchema } from './undo.ts';
import { vaultErrors } from './vault-errors.ts';

/** What to read. The content says which format it is, never the name. */
const importSourceSchema = z.discriminatedUnion('from', [
  /** A file that is a picture (PNG, JPEG, WebP, GIF, BMP) is read for its QR codes. */
  z.object({ from: z.literal('file'), name: text(textLimits.path), bytes: z.instanceof(Blob) }),
  /** Pasted or dropped. */
  z.object({ from: z.literal('text'), text: text(textLimits.pasted) }),
  /** A picture that the window has, for its QR codes. */
  pixelsSchema.extend({ from: z.literal('picture') }),
  /** Every display, if the application takes the picture itself (`host.info.screenCapture`). */
  z.object({ from: z.literal('screen') }),
  /** The set-up link that was opened last (`scan.links`). */
  z.object({ from: z.literal('link') }),
]);
export type ImportSource = z.infer<typeof importSourceSchema>;

/** `subject`: the names of an item that gave no row, or the number of a line; often empty. */
const problemSchema = z.object({ code: problemCodeSchema, subject: shownLine });

export const sourceViewSchema = z.object({
  /** Counts from 0 within the import. All QR codes, of pictures and screens, are one source together. */
  source: z.int(),
  /** The file's name; null for text and for QR codes. */
  name: shownLine.nullable(),
  from: z.enum(['file', 'text', 'codes']),
  /** The format's id; null as long as it is not read. */
  format: z.string().nullable(),
  /** The name of the application that the format is of; null as long as it is not read. */
  formatName: z.string().nullable(),
  trouble: sourceTroubleSchema.nullable(),
  /** How many rows came of it. */
  rows: z.int(),
  /**
   * What concerns the source and none of its rows: what was left out, and sets of QR codes of which parts are
   * missing (`BATCH_INCOMPLETE`, whose subject is `read/all`: `2/3`).
   */
  notes: z.array(problemSchema),
});
export type SourceView = z.infer<typeof sourceViewSchema>;

/**
 * What a row would become; each row has one outcome.
 *
 * - `new`: an entry of its own
 * - `here`: nothing; this very entry is in the vault
 * - `twice`: nothing; an earlier row of the import is the same
 * - `sameSecret`: its secret is in the vault, with other settings or names; the person answers
 * - `sameName`: its names are in the vault, with another secret; the person answers
 * - `quarantine`: it makes no codes here, so it is kept in the quarantine with the reason
 * - `unreadable`: nothing; the file's item could not be read
 */
const rowOutcomeSchema = z.enum([
  'new',
  'here',
  'twice',
  'sameSecret',
  'sameName',
  'quarantine',
  'unreadable',
]);
export type RowOutcome = z.infer<typeof rowOutcomeSchema>;

/** Settings that Latchkey can't use, as the file had them. */
const foreignSettingsSchema = z.object({
  kind: shownLine,
  algorithm: shownLine,
  digits: z.number().nullable(),
  period: z.number().nullable(),
  counter: z.number().nullable(),
});

/** A row without its secret, as it would arrive. */
export const importRowSchema = z.object({
  /** Counts from 0, in the order of the sources and of their content. */
  row: z.int(),
  source: z.int(),
  outcome: rowOutcomeSchema,
  /** For an unreadable row, whatever names it: `issuer` only. */
  issuer: shownLine,
  account: shownLine,
  /** Null if it makes no codes here (see `foreign`) or could not be read. */
  settings: settingsViewSchema.nullable(),
  foreign: foreignSettingsSchema.nullable(),
  tags: z.array(shownLine),
  hasNote: z.boolean(),
  pinned: z.boolean(),
  /** It lay in the other application's trash, and goes to this one's. */
  trashed: z.boolean(),
  /** Why it can't be read, why it can make no codes here, and what would arrive changed. */
  problems: z.array(problemSchema),
  /** Whether an entry arrives that is not quite as it was: `problems` say how. */
  isChanged: z.boolean(),
  /** The vault's entry in question, for `here`, `sameSecret` and `sameName`. */
  duplicate: duplicateSchema.nullable(),
  /** The earlier row, for `twice`. */
  twin: z.int().nullable(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importViewSchema = z.object({
  importId: z.uuid(),
  sources: z.array(sourceViewSchema),
  rows: z.int(),
});
export type ImportView = z.infer<typeof importViewSchema>;

export const importEventSchema = z.discriminatedUnion('type', [
  /** `done` runs from 0 to 1 over the sources. A passphrase's derivation can't say how far it is. */
  z.object({ type: z.literal('progress'), done: z.number() }),
  /** The last event: what the import has now. */
  z.object({ type: z.literal('read'), import: importViewSchema }),
]);
export type ImportEvent = z.infer<typeof importEventSchema>;

export const reportEventSchema = z.discriminatedUnion('type', [
  /** The first event. */
  z.object({
    type: z.literal('summary'),
    import: importViewSchema,
    counts: z.record(rowOutcomeSchema, z.int()),
    /** How many of the rows would arrive changed. */
    changed: z.int(),
    /** How many entries `replace` would move to the trash. */
    present: z.int(),
  }),
  /** The rows, in order, some hundreds at a time. */
  z.object({ type: z.literal('rows'), rows: z.array(importRowSchema) }),
]);
export type ReportEvent = z.infer<typeof reportEventSchema>;

/** The person's answer for rows with a question. `skip`: nothing comes of the row. */
const rowAnswers = {
  onSameSecret: z.enum([...duplicateAnswers.onSameSecret.unwrap().options, 'skip']),
  onSameName: z.enum([...duplicateAnswers.onSameName.unwrap().options, 'skip']),
};

export const applySchema = z.object({
  importId: z.uuid(),
  /**
   * - `merge`: rows join the vault's entries.
   * - `replace`: the vault's entries go to the trash and the rows take their place. Nothing is asked. An entry
   *   that the import has too stays as it is, and so does the authenticator of the account.
   */
  mode: z.enum(['merge', 'replace']),
  /** The answer for all rows with that outcome. */
  answers: z.object(rowAnswers),
  /** Rows with another answer than the rest: whether to bring the row at all, and how. */
  rows: z
    .array(
      z.object({
        row: z.int().min(0),
        isLeftOut: z.boolean().optional(),
        onSameSecret: rowAnswers.onSameSecret.optional(),
        onSameName: rowAnswers.onSameName.optional(),
      }),
    )
    .max(importLimits.rows),
});
export type Apply = z.infer<typeof applySchema>;

/** What became of the rows, and of the entries that were there. */
export const appliedSchema = z.object({
  added: z.int(),
  /** Went to the trash, as in the other application. */
  trashed: z.int(),
  corrected: z.int(),
  replaced: z.int(),
  quarantined: z.int(),
  /** Here already, or twice in the import. */
  here: z.int(),
  /** Left out by an answer of the person. */
  leftOut: z.int(),
  unreadable: z.int(),
  /** Entries that `replace` moved to the trash. */
  removed: z.int(),
  /** Undoes all of it (`undo.take`); null if nothing was written, because nothing was new. */
  undoId: undoIdSchema.nullable(),
});
export type Applied = z.infer<typeof appliedSchema>;

export const applyEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number() }),
  /** The last event. The import is forgotten. */
  z.object({ type: z.literal('applied'), result: appliedSchema }),
]);
export type ApplyEvent = z.infer<typeof applyEventSchema>;

const importErrors = {
  VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
  IMPORT_GONE: { message: 'This import is no longer there' },
} as const;

const rowErrors = {
  ...importErrors,
  ROW_HAS_NO_SECRET: { message: 'This row could not be read' },
} as const;

const oneRow = z.object({ importId: z.uuid(), row: z.int().min(0) });

export const importsContract = {
  /**
   * Reads sources into a new import, or into `importId`: more files, the next screen of a set of QR codes. A
   * source that can't be read says why and spoils nothing. When the caller goes away, the reading ends at once and
   * what it has read so far of a new import is forgotten.
   */
  read: oc
    .input(
      z.object({
        sources: z.array(importSourceSchema).min(1).max(importLimits.sources),
        importId: z.uuid().optional(),
      }),
    )
    .output(eventIterator(importEventSchema))
    .errors({
      ...importErrors,
      ...screenErrors,
      ...pictureErrors,
      /** `limit` sources or rows at once; the import stays as it was. */
      IMPORT_FULL: {
        message: 'This is more than one import can hold',
        data: z.object({ of: z.enum(['sources', 'rows']), limit: z.number() }),
      },
    }),
  /**
   * Reads a source that waits for its passphrase. Latchkey keeps its bytes until then, so that nobody chooses the
   * file again. For Latchkey's own files it may be the recovery kit's code.
   */
  unlock: oc
    .input(z.object({ importId: z.uuid(), source: z.int().min(0), passphrase: text(textLimits.passphrase) }))
    .output(eventIterator(importEventSchema))
    .errors({
      ...importErrors,
      SOURCE_NOT_LOCKED: { message: 'This source waits for no passphrase' },
      /** `PASSPHRASE_WRONG`: try again. Anything else is now the source's trouble. */
      SOURCE_UNREADABLE: {
        message: 'This source could not be read',
        data: z.object({ reason: sourceTroubleSchema }),
      },
    }),
  /** The dry run: every row, compared with the vault as it is now. */
  report: oc
    .input(z.object({ importId: z.uuid() }))
    .output(eventIterator(reportEventSchema))
    .errors(importErrors),
  /** A row's secret in base32, without padding. */
  secret: oc
    .input(oneRow)
    .output(z.object({ secret: z.string() }))
    .errors(rowErrors),
  /** The code that a row makes now. Advances no counter. */
  code: oc
    .input(oneRow)
    .output(settingsLookSchema)
    .errors({ ...rowErrors, ROW_MAKES_NO_CODE: { message: 'This row can make no codes here' } }),
  /**
   * Keeps the import in one write of the vault, compared again with what is there by then. All of it is written,
   * or nothing; then the import stays.
   */
  apply: oc
    .input(applySchema)
    .output(eventIterator(applyEventSchema))
    .errors({ ...vaultErrors, ...importErrors }),
  /** Forgets an import, its secrets and its files. */
  discard: oc.input(z.object({ importId: z.uuid() })),
};
