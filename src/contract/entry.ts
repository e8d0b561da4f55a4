/** What the window knows about an entry (names, settings and times, never its secret) and can do to it. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { duplicateErrors, settingsViewSchema } from './duplicate.ts';
import { iconErrors, iconInputSchema, iconViewSchema } from './icon.ts';
import { tagsLimit, textLimits } from './limits.ts';
import { settingsErrors, settingsInputSchema, settingsLookSchema } from './settings.ts';
import { label, shownLine, shownLines, text } from './text.ts';
import { undoIdSchema } from './undo.ts';
import { vaultErrors } from './vault-errors.ts';
import { searchFits } from './vocabulary.ts';

const entryId = z.uuid();

export const entryViewSchema = settingsViewSchema.extend({
  id: z.uuid(),
  issuer: shownLine,
  account: shownLine,
  tags: z.array(shownLine),
  note: shownLines,
  pinned: z.boolean(),
  /** Milliseconds since 1970. */
  addedAt: z.number(),
  lastUsedAt: z.number().nullable(),
  icon: iconViewSchema,
  /** How many recovery codes of its site it keeps, and how many of them are unused. */
  siteCodes: z.object({ left: z.int(), all: z.int() }),
  /** How many of its replaced secrets are kept (`former.list`). */
  former: z.int(),
});
export type EntryView = z.infer<typeof entryViewSchema>;

export const trashViewSchema = entryViewSchema.extend({ deletedAt: z.number() });
export type TrashView = z.infer<typeof trashViewSchema>;

export const codeSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  next: z.string(),
  /** Milliseconds since 1970: the code is valid from `validFrom` up to, but not including, `validUntil`. */
  validFrom: z.number(),
  validUntil: z.number(),
});
export type Code = z.infer<typeof codeSchema>;

export const entryErrors = {
  ...vaultErrors,
  ENTRY_NOT_FOUND: { message: 'There is no such entry' },
} as const;

export const hotpErrors = { ENTRY_NOT_HOTP: { message: 'This entry has no counter' } } as const;

export const labelErrors = {
  LABEL_EMPTY: { message: 'An entry needs an issuer or an account' },
} as const;

export const entriesContract = {
  /** The list and the trash, now and after each change. Long ones come in parts, which `joined` puts together. */
  watch: oc
    .output(
      eventIterator(
        z.object({
          entries: z.array(entryViewSchema),
          trash: z.array(trashViewSchema),
          isPart: z.literal(true).optional(),
        }),
      ),
    )
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  /** Those that a query names (`findEntries`), now: for a caller that keeps no list. */
  find: oc
    .input(z.object({ query: z.string(), fit: z.enum(searchFits) }))
    .output(z.object({ entries: z.array(entryViewSchema) }))
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN }),
  /** Changes what a person says about an entry; what is left out stays. */
  edit: oc
    .input(
      z.object({
        id: entryId,
        issuer: label.optional(),
        account: label.optional(),
        tags: z.array(label).max(tagsLimit).optional(),
        note: text(textLimits.note).optional(),
        icon: iconInputSchema.optional(),
      }),
    )
    .output(z.object({ undoId: undoIdSchema }))
    .errors({
      ...entryErrors,
      ...labelErrors,
      ...iconErrors,
      ALREADY_HERE: duplicateErrors.ALREADY_HERE,
    }),
  /** A person's own picture, by the hash in an entry's `icon`. */
  picture: oc
    .input(z.object({ hash: z.string().max(64) }))
    .output(z.object({ picture: z.instanceof(Blob) }))
    .errors({ VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN, ENTRY_NOT_FOUND: entryErrors.ENTRY_NOT_FOUND }),
  setPinned: oc.input(z.object({ id: entryId, pinned: z.boolean() })).errors(entryErrors),
  setCounter: oc
    .input(
      z.object({
        id: entryId,
        counter: z
          .int()
          .min(0)
          .max(Number.MAX_SAFE_INTEGER - 1),
      }),
    )
    .errors({ ...entryErrors, ...hotpErrors }),
  /** The code that an entry would make with other settings. Stores nothing and advances no counter. */
  look: oc
    .input(settingsInputSchema)
    .output(settingsLookSchema)
    .errors({
      VAULT_NOT_OPEN: vaultErrors.VAULT_NOT_OPEN,
      ENTRY_NOT_FOUND: entryErrors.ENTRY_NOT_FOUND,
      ...settingsErrors,
    }),
  /** Changes how an entry's codes are made; its secret stays. */
  setSettings: oc
    .input(settingsInputSchema)
    .output(z.object({ undoId: undoIdSchema }))
    .errors({ ...entryErrors, ...settingsErrors, ALREADY_HERE: duplicateErrors.ALREADY_HERE }),
  /** Moves an entry to the trash, where it stays for 30 days. */
  remove: oc.input(z.object({ id: entryId })).errors(entryErrors),
  /** Undoes remove. If an identical entry was added since, the list stays as it is. */
  restore: oc
    .input(z.object({ id: entryId }))
    .errors({ ...entryErrors, ALREADY_HERE: duplicateErrors.ALREADY_HERE }),
};

export const trashContract = {
  /** Permanently deletes entries from the trash (all if `ids` is null) before their 30 days are over. */
  purge: oc
    .input(z.object({ ids: z.array(z.uuid()).max(100_000).nullable() }))
    .output(z.object({ undoId: undoIdSchema, purged: z.number() }))
    .errors(vaultErrors),
};
