/**
 * The one form of a typed text that all its spellings share. Service and vault apply it on input; the window
 * applies it to count and check.
 */

/**
 * A password or passphrase as hashed, compared and counted: RFC 8265 OpaqueString (any space becomes SPACE,
 * case stays), but with NFKC instead of NFC, so that full-width letters equal plain ones (decision 0019).
 */
export function plainPassword(typed: string): string {
  return typed.replaceAll(/\p{Zs}/gu, ' ').normalize('NFKC');
}

/** A code's characters, however typed: digits of any script, without separators or hidden characters. */
export function plainCode(typed: string): string {
  return plainDigits(typed.normalize('NFKC')).replaceAll(grouping, '');
}

/** A recovery code as it is hashed: Crockford's base32 in capitals, with O, I, L read as 0, 1, 1. */
export function plainRecoveryCode(typed: string): string {
  return plainCode(typed).toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** A telephone number as read: ASCII digits and plus, without invisible characters. */
export function plainNumber(typed: string): string {
  return plainDigits(typed.normalize('NFKC').replaceAll(invisible, ''));
}

/** Invisible characters: format characters, fillers, variation selectors. */
export const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Spaces, dashes, middle dots, marks (the square of a keycap), and invisible characters. */
const grouping = /[\s\p{Z}\p{Pd}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u2212\u00B7\u30FB]/gu;

/**
 * Converts decimal digits of any script to ASCII. Unicode has them in unbroken runs of ten from zero (section
 * 4.6), even where several runs adjoin.
 */
function plainDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const at = digit.codePointAt(0) ?? 0;
    let first = at;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
    return String((at - first) % 10);
  });
}
