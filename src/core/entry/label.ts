import { textLength } from '../text-length.ts';

/** Maximum code points of an issuer or account, wherever one is read, typed, kept or shown. */
export const labelMaximum = 256;

/** Maximum code points of a note, and maximum tags of an entry. A tag has the limit of a label. */
export const noteMaximum = 10_000;
export const tagsMaximum = 64;

/** Whether a name exceeds an entry's limit. */
export function isLabelTooLong(name: string): boolean {
  return name.length > labelMaximum && textLength(name) > labelMaximum;
}
