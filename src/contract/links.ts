/** The schemes of the links that the system opens with Latchkey. */

/** Latchkey's own: mailed links, the quick find, a search. */
export const ownScheme = 'latchkey';
/** Those of set-up codes; Latchkey opens them only if the person chose so. */
export const setUpSchemes = ['otpauth', 'otpauth-migration'] as const;

/** Whether a text starts as a link that a host passes on. Its content is the application's to judge. */
export function isLink(text: string): boolean {
  return [ownScheme, ...setUpSchemes].some((scheme) => text.startsWith(`${scheme}://`));
}

/** Whether it starts as a link with a set-up code; `many` of them for a move from another app. */
export function setUpLinkOf(text: string): 'one' | 'many' | null {
  const [one, many] = setUpSchemes;
  if (text.startsWith(`${one}://`)) return 'one';
  return text.startsWith(`${many}://`) ? 'many' : null;
}
