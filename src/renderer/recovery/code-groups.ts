/** Characters in a group on the kit's page, including the check character. */
const groupLength = 5;

/** Characters in a whole recovery code. */
export const codeLength = 8 * groupLength;

/** How many characters of the code a text contains; spaces and dashes do not count. */
export function charactersOf(text: string): number {
  return text.replaceAll(/[\s-]/g, '').length;
}

/**
 * Formats typed text as on the page: capitals, and a dash after every five. Text with other characters (such as
 * that of the page's QR code) stays as it is.
 */
export function inGroups(text: string): string {
  if (!/^[\sa-z0-9-]*$/i.test(text)) return text;
  const bare = text.replaceAll(/[\s-]/g, '').toUpperCase();
  if (bare.length > codeLength) return text;
  const groups = bare.match(/.{1,5}/g) ?? [];
  const isWhole = bare.length % groupLength === 0 && bare.length > 0 && bare.length < codeLength;
  return groups.join('-') + (isWhole ? '-' : '');
}

/** Where a group (counted from 1) is in a text: its first position, and the one after its last. */
export function rangeOfGroup(text: string, group: number): [number, number] {
  const places = [...text.matchAll(/[^\s-]/g)].map(({ index }) => index);
  const first = places[(group - 1) * groupLength] ?? text.length;
  const last = places[group * groupLength - 1] ?? text.length - 1;
  return [first, last + 1];
}
