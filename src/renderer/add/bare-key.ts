/**
 * The key in a text, as sites show it beside a QR code (`jbsw y3dp ehpk 3pxp`, also after a word and a colon);
 * null for other text. One or two invalid digits may be misread letters: the form says which.
 */
export function bareKey(text: string): string | null {
  const key = text.trim().replace(/^[^\n:]{1,40}:\s*/, '');
  const groups = key.replace(/=+$/, '').split(/[\s-]+/);
  const letters = groups.join('');
  const [first = ''] = groups;
  const isEven = groups.every((group, at) =>
    at === groups.length - 1 ? group.length <= first.length : group.length === first.length,
  );
  const isOneCase = letters === letters.toUpperCase() || letters === letters.toLowerCase();
  const strangers = letters.replaceAll(/[^0189]/g, '').length;
  return /^[a-z\d]{16,256}$/i.test(letters) && isEven && isOneCase && strangers <= 2 ? key : null;
}
