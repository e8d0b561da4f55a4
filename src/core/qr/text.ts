const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The text of a code's bytes. Byte mode means ISO 8859-1 by the letter of ISO/IEC 18004 and UTF-8 in all of
 * today's generators: UTF-8 where the bytes are that, unless the code names its character set itself.
 * @param named the text by the character set the code names (ECI), or null where it names none
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
