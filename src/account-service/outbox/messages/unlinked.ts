/** What links, addresses and paths are made of, where something follows it at once; the ideographic full stop as well. */
const joints = /[.@:/\\\u3002]+(?=\S)/gu;
/** Seven digits and more, however they are grouped: a telephone number. */
const numbers = /\+?\d(?:[\s().-]*\d){6,}/gu;

/**
 * A name for the text of a mail, in which no mail program finds an address, a link or a number to call: `a.test/x`
 * becomes `a·test·x`.
 */
export function unlinked(name: string): string {
  // Wide and small forms of these characters are the characters (NFKC).
  return name.normalize('NFKC').replace(numbers, '…').replace(joints, '·');
}
