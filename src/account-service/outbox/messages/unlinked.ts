/** What links, addresses and paths are made of, where something follows it at once; the ideographic full stop as well. */
const joints = /[.@:/\\\u3002]+(?=\S)/gu;

/**
 * A name for the text of a mail, in which no mail program finds an address or a link: `a.test/x` becomes `a·test·x`.
 */
export function unlinked(name: string): string {
  // Wide and small forms of these characters are the characters (NFKC).
  return name.normalize('NFKC').replace(joints, '·');
}
