/** The names of a Key URI, percent-encoded for its label and its `issuer` parameter. */
export interface KeyUriNames {
  readonly label: string;
  /** Empty where there is no issuer. */
  readonly issuer: string;
}

/**
 * Writes names so that the strictest readers take them. pyotp decodes the whole URI before it takes it apart: to it a
 * `#` or `?` in a label ends the URI's path, `&` and `=` in an issuer are further parameters, and the text before the
 * label's first colon must be the issuer, letter for letter. So an issuer with a character of that kind is no prefix of
 * the label, which no reader needs, and what would still be lost is written as its full-width form (`＃`).
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
  // Without an issuer, the first colon of an account would be taken for the one that ends it.
  const colon = account.includes(':') ? ':' : '';
  return { label: colon + encodeStrictly(widen(account, /[#?]/g)), issuer: '' };
}

/** Everything but RFC 3986's unreserved characters, as UTF-8; a lone surrogate as U+FFFD. */
function encodeStrictly(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** ASCII characters as their full-width forms, 0xfee0 further on. */
function widen(text: string, which: RegExp): string {
  return text.replaceAll(which, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
