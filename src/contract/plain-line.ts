/**
 * Makes untrusted text safe to show: a name, a label from a QR code, a reason, an error's text. Each can
 * contain characters that end a line, reverse it, or control a terminal (Unicode UAX 9 and UTR 36).
 */

/** Line ends and tabs, which become a space. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/**
 * C0 and C1 controls, bidirectional controls (`Bidi_Control`), deprecated format characters, annotation marks,
 * and lone surrogates. Joiners stay: Persian names and emoji need them.
 */
const controls = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u206A-\u206F\uFFF9-\uFFFB]/gu;

/** The same, plus line ends, except for the line feed that separates a note's or a terminal's lines. */
const controlsInLines = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\u206A-\u206F\uFFF9-\uFFFB]/gu;

/** Right-to-left letters: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam and related scripts. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** For a line of its own: line ends become a space, every other control character a visible `�`. */
export function plainLine(text: string): string {
  return text.replace(breaks, ' ').replace(controls, '\uFFFD');
}

/** For a text of several lines, a note: every line end becomes a line feed, a tab a space, the rest as in a line. */
export function plainLines(text: string): string {
  return text
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replace(controlsInLines, '\uFFFD');
}

/**
 * For use inside a plain-text sentence (mail, SMS, the window's words): a plain line. U+2068 and U+2069 enclose
 * right-to-left text, so that the text around it keeps its order. HTML has `<bdi>`.
 */
export function isolated(text: string): string {
  const line = plainLine(text);
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}

/** For a terminal: escapes control characters like `\u202e`, which JSON reads back. Line feeds stay. */
export function escapeControls(text: string): string {
  return text.replace(
    controlsInLines,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
