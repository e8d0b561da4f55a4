import { addressKey } from '../account/address.ts';

/** Domains known to ignore dots before the @, with all names of each domain. */
const withoutDots: Readonly<Record<string, string>> = {
  'gmail.com': 'gmail.com',
  'googlemail.com': 'gmail.com',
};

/**
 * How an address counts in the allowances of strangers: as the mailbox behind its spelling, without a tag after
 * `+` and, for domains known to ignore them, without dots. This is only for counting. Two addresses that share
 * a count may belong to two people, so nothing else uses it, and mail goes to the address as typed.
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
