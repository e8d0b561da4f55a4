import { textLength } from '../text-length.ts';

/** The most code points that an issuer or an account has, wherever one is read, typed, kept or shown. */
export const labelMaximum = 256;

/** The most code points of a note, and the most tags that an entry has; a tag is as long as a label. */
export const noteMaximum = 10_000;
export const tagsMaximum = 64;

/** Whether a name is longer than an entry's may be. */
export function isLabelTooLong(name: string): boolean {
  return name.length > labelMaximum && textLength(name) > labelMaximum;
}
