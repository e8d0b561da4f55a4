/** What the window knows of an entry: names, shape and times. Never its secret. */
import { z } from 'zod';
import { shownLine } from './text.ts';
import { settingsViewSchema } from './duplicate.ts';

export const entryViewSchema = settingsViewSchema.extend({
  id: z.uuid(),
  issuer: shownLine,
  account: shownLine,
  pinned: z.boolean(),
  /** Milliseconds since 1970. */
  addedAt: z.number(),
  lastUsedAt: z.number().nullable(),
  /** It took another one's place, which undoReplace brings back. */
  replaced: z.boolean(),
});
export type EntryView = z.infer<typeof entryViewSchema>;

export const trashViewSchema = entryViewSchema.extend({ deletedAt: z.number() });
export type TrashView = z.infer<typeof trashViewSchema>;

export const codeSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  next: z.string(),
  /** Milliseconds since 1970: the code counts from `validFrom` up to, not including, `validUntil`. */
  validFrom: z.number(),
  validUntil: z.number(),
});
export type Code = z.infer<typeof codeSchema>;
