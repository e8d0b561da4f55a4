const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The text of a code's bytes. Byte mode is ISO 8859-1 by the letter of ISO/IEC 18004, but UTF-8 in all of
 * today's generators. So valid UTF-8 is read as such, unless the code names its character set.
 * @param named the text in the character set that the code names (ECI), or null if it names none
 * @param guessed the text by a guess, for bytes that are not UTF-8
 */
export function codeText(bytes: Uint8Array, named: string | null, guessed: string): string {
  if (named !== null) return named;
  try {
    return UTF8.decode(bytes);
  } catch {
    return guessed;
  }
}
