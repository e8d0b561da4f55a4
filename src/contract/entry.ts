/** What the window knows of an entry: names, shape and times. Never its secret. */
import { z } from 'zod';

export const entryViewSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['totp', 'hotp', 'steam']),
  issuer: z.string(),
  account: z.string(),
  algorithm: z.enum(['SHA1', 'SHA256', 'SHA512']),
  digits: z.number(),
  /** Seconds; 0 for HOTP. */
  period: z.number(),
  /** HOTP: the counter that the next code will use; else null. */
  counter: z.number().nullable(),
  pinned: z.boolean(),
  /** Milliseconds since 1970. */
  addedAt: z.number(),
  lastUsedAt: z.number().nullable(),
  /** There is a former secret that undoReplace brings back. */
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
