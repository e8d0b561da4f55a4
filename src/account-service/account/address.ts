export { addressKey } from '../../contract/account-service/address.ts';

const graphemes = new Intl.Segmenter();

/** `anna@example.org` → `a•••@example.org`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = Array.from(graphemes.segment(address.slice(0, at)), ({ segment }) => segment);
  return `${first}•••${address.slice(at)}`;
}

/** `+31612345678` → `+31•••78`. */
export function maskNumber(number: string): string {
  return `${number.slice(0, 3)}•••${number.slice(-2)}`;
}
