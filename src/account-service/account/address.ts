import { domainToASCII } from 'node:url';

/**
 * What an address counts as: spellings that reach one mailbox by any sensible server have one key (case, and
 * the domain's Unicode or punycode form). The part before the @ is otherwise left alone: whether dots or tags
 * matter is for its mail server to say.
 */
export function addressKey(address: string): string {
  const plain = address.trim().normalize('NFKC').toLowerCase();
  const at = plain.lastIndexOf('@');
  const domain = plain.slice(at + 1);
  return `${plain.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

/** `anna@example.org` → `a•••@example.org`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}

/** `+31612345678` → `+31•••78`. */
export function maskNumber(number: string): string {
  return `${number.slice(0, 3)}•••${number.slice(-2)}`;
}
