import { addressKey } from '../account/address.ts';

/** Where dots in front of the @ are known to count for nothing, and all names of the domain. */
const withoutDots: Readonly<Record<string, string>> = {
  'gmail.com': 'gmail.com',
  'googlemail.com': 'gmail.com',
};

/**
 * What an address counts as in the allowances of strangers: the mailbox behind its spelling, without a tag after `+`
 * and, where the domain is known for it, without dots. Only for counting: two addresses that share a count may well be
 * two people, so nothing else goes by it, and mail goes to the address as it was typed.
 */
export function mailboxKey(address: string): string {
  const key = addressKey(address);
  const at = key.lastIndexOf('@');
  const local = key.slice(0, at).replaceAll('"', '');
  const [untagged = ''] = local.split('+');
  const name = untagged === '' ? local : untagged;
  const domain = key.slice(at + 1);
  const dotless = withoutDots[domain];
  return dotless === undefined ? `${name}@${domain}` : `${name.replaceAll('.', '')}@${dotless}`;
}
