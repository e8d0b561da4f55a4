/**
 * The one form that all spellings of a typed text have. All ends go by these: service and vault where a text comes in,
 * the window where it counts and checks.
 */

/**
 * A password or a passphrase as it is hashed, compared and counted: RFC 8265 OpaqueString (any space is SPACE, case stays), but in NFKC
 * where the profile has NFC, so that a keyboard's full-width letters are the plain ones too (decision 0019).
 */
export function plainPassword(typed: string): string {
  return typed.replaceAll(/\p{Zs}/gu, ' ').normalize('NFKC');
}

/** The characters of a code, however they were typed: digits of any script, nothing that only groups or hides. */
export function plainCode(typed: string): string {
  return plainDigits(typed.normalize('NFKC')).replaceAll(grouping, '');
}

/** A recovery code as it is hashed: Crockford's base32 in capitals, with O, I, L read as 0, 1, 1. */
export function plainRecoveryCode(typed: string): string {
  return plainCode(typed).toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** A telephone number as it is read: ASCII digits and plus, without what can't be seen. */
export function plainNumber(typed: string): string {
  return plainDigits(typed.normalize('NFKC').replaceAll(invisible, ''));
}

/** What can't be seen: format characters, fillers, variation selectors. */
export const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Spaces, dashes, dots in the middle, marks (the square of a keycap), and what can't be seen. */
const grouping = /[\s\p{Z}\p{Pd}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2212\u00B7\u30FB]/gu;

/**
 * Each decimal digit of any script as an ASCII one. Unicode has them in unbroken runs of ten from zero on (section
 * 4.6), also where several runs touch.
 */
function plainDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const at = digit.codePointAt(0) ?? 0;
    let first = at;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
    return String((at - first) % 10);
  });
}
