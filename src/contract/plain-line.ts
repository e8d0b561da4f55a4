/**
 * What a stranger wrote, made safe to show: a name, a label out of a QR code, a reason, an error's text. In each of
 * them can stand characters that end a line, reverse one, or give a terminal orders (Unicode UAX 9 and UTR 36).
 */

/** Ends of lines and tabs: in a line of ours they are a space. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/**
 * C0 and C1 controls, orders for the direction of text (`Bidi_Control`), the deprecated ones of their kind, marks of
 * annotations, and halves of surrogate pairs. Joiners stay: Persian names and emoji are written with them.
 */
const controls = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u206A-\u206F\uFFF9-\uFFFB]/gu;

/** The same and the ends of lines, but for our own: the line feed between the lines of a terminal. */
const terminalControls = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\u206A-\u206F\uFFF9-\uFFFB]/gu;

/** Letters that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam and their kin. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** For a line of its own: ends of lines become a space, each other control character a visible `�`. */
export function plainLine(text: string): string {
  return text.replace(breaks, ' ').replace(controls, '\uFFFD');
}

/**
 * For the middle of a sentence in plain text (a mail, an SMS, the window's words): a plain line, between U+2068 and
 * U+2069 where it is written from right to left, so that what stands around it keeps its order. HTML has `<bdi>`.
 */
export function isolated(text: string): string {
  const line = plainLine(text);
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}

/** For a terminal: control characters as `\u202e`, which JSON reads back as what was written. Line feeds stay. */
export function escapeControls(text: string): string {
  return text.replace(
    terminalControls,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
