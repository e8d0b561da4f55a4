/** The names of a Key URI, percent-encoded for its label and its `issuer` parameter. */
export interface KeyUriNames {
  readonly label: string;
  /** Empty where there is no issuer. */
  readonly issuer: string;
}

/**
 * Writes names so that the strictest readers accept them. pyotp decodes the whole URI before it parses it. Then
 * a `#` or `?` in a label ends the path, and `&` and `=` in an issuer start more parameters. The text before
 * the label's first colon must equal the issuer. So an issuer with such a character stays out of the label,
 * where no reader needs it. Full-width forms (`＃`) replace what would still be lost.
 *
 * @param issuer trimmed, without control characters; so is `account`
 */
export function keyUriNames(issuer: string, account: string): KeyUriNames {
  const hasPlainIssuer = issuer !== '' && !/[:&#?%+=;]/.test(issuer);
  const asParameter = widen(issuer, issuer.includes('&') && issuer.includes('=') ? /[#&]/g : /#/g);
  if (hasPlainIssuer) {
    return {
      label: `${encodeStrictly(issuer)}:${encodeStrictly(widen(account, /[#?]/g))}`,
      issuer: encodeStrictly(asParameter),
    };
  }
  if (issuer !== '') {
    return { label: encodeStrictly(widen(account, /[#?:]|%(?=3a)/gi)), issuer: encodeStrictly(asParameter) };
  }
  // Without an issuer, readers would take an account's first colon for the end of the issuer.
  const colon = /:|%3a/i.test(account) ? ':' : '';
  return { label: colon + encodeStrictly(widen(account, /[#?]/g)), issuer: '' };
}

/** Encodes all but RFC 3986's unreserved characters, as UTF-8; a lone surrogate becomes U+FFFD. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Replaces ASCII characters with their full-width forms, 0xfee0 higher. */
function widen(text: string, which: RegExp): string {
  return text.replaceAll(which, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
