/** Characters that join links, addresses and paths, if text follows; also the ideographic full stop. */
const joints = /[.@:/\\\u3002]+(?=\S)/gu;

/**
 * A name in which no mail program finds an address or a link, for a mail's text: `a.test/x` becomes `a·test·x`.
 */
export function unlinked(name: string): string {
  // NFKC turns wide and small forms of these characters into the characters themselves.
  return name.normalize('NFKC').replace(joints, '·');
}
