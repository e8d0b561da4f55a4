/** Bounds that both sides of the contract need; without zod, so that the window can load them alone. */
import { labelMaximum } from '../core/entry/label.ts';

export { textLength } from '../core/text-length.ts';

/** Longest pieces of text that a person can hand in; anything longer is refused before it is looked at. */
export const textLimits = {
  label: labelMaximum,
  secret: 4_096,
  /** Several thousand addresses. */
  pasted: 1_000_000,
  passphrase: 1_024,
  link: 4_096,
  recoveryCode: 256,
  path: 4_096,
} as const;

/**
 * Shortest passphrase, in characters. NIST SP 800-63B asks for 8 where guesses are limited and for 15 where a
 * password stands alone: this file can be carried off and guessed at, and Argon2id, which makes each guess cost
 * a tenth of a second and 64 MiB, stands in for the difference.
 */
export const passphraseMinimum = 12;

/** Most previews that one call answers: more than any text holds. */
export const previewLimit = 50_000;

/** A picture beyond these is refused before it is decoded. */
export const pictureLimits = { side: 32_768, pixels: 64_000_000 } as const;

/** So many entries are named for each kind of change of an older state; the others are counted. */
export const namedChanges = 5;

/** How many backups are kept, and how many folders are listed where one for them is chosen. */
export const backupLimits = { keep: { minimum: 1, maximum: 365 }, folders: 1_000 } as const;
