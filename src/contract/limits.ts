/** Limits that both sides of the contract need; without zod, so that the window can load them alone. */
import { labelMaximum, noteMaximum, tagsMaximum } from '../core/entry/label.ts';
import { siteCodeMaximum, siteCodesMaximum } from '../core/entry/site-codes.ts';
import { transferLimits } from '../core/transfer/limits.ts';

export { qrCapacity } from '../core/qr/capacity.ts';
export { textLength } from '../core/text-length.ts';

/** Maximum lengths of text that a person can enter; anything longer is rejected unread. */
export const textLimits = {
  label: labelMaximum,
  note: noteMaximum,
  siteCode: siteCodeMaximum,
  secret: 4_096,
  /** Several thousand addresses. */
  pasted: 1_000_000,
  passphrase: 1_024,
  link: 4_096,
  /** What a link searches the list for. */
  search: labelMaximum,
  recoveryCode: 256,
  /** A folder's path. Systems take 4,096 bytes with the file's name in it, and a character has up to four. */
  path: 1_000,
} as const;

/** A picture file that may become an icon. */
export const iconFileLimits = { bytes: 5_000_000 } as const;

/**
 * Minimum passphrase length, in characters. NIST SP 800-63B requires 8 if guesses are limited and 15 if a
 * password stands alone. This file can be copied and attacked offline; Argon2id makes up for the difference, at
 * a tenth of a second and 64 MiB per guess.
 */
export const passphraseMinimum = 12;

/** Maximum number of previews per call: more than any text holds. */
export const previewLimit = 50_000;

/** How many entries one call can name. */
export const entriesLimit = 100_000;

/** How many tags an entry has at most. */
export const tagsLimit = tagsMaximum;

/** How many recovery codes of its site an entry has at most. */
export const siteCodesLimit = siteCodesMaximum;

/** How many sites the moving list has at most. */
export const movingLimit = 500;

/** How many sources an import has at most, and how many rows; and the bytes of one file, of any format. */
export const importLimits = { sources: 100, rows: 50_000, fileBytes: transferLimits.fileBytes } as const;

/** Larger pictures are rejected before decoding. */
export const pictureLimits = { side: 32_768, pixels: 64_000_000 } as const;

/** How many entries are named per kind of change in an older state; the others are only counted. */
export const namedChanges = 5;

/** How many backups can be kept, and how many folders are listed when choosing one for them. */
export const backupLimits = { keep: { minimum: 1, maximum: 365 }, folders: 1_000 } as const;
