import type { TFunction } from 'i18next';

/** An entry's name in a sentence. */
export function nameOf(entry: { issuer: string; account: string }, t: TFunction): string {
  if (entry.issuer !== '' && entry.account !== '') return `${entry.issuer} (${entry.account})`;
  return entry.issuer || entry.account || t('codes.unnamed');
}

/** The two lines of an entry's name in a list; the second is empty where it has one name only. */
export function nameLines({ issuer, account }: { issuer: string; account: string }): [string, string] {
  return issuer === '' ? [account, ''] : [issuer, account];
}
