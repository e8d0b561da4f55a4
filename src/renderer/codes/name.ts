import type { TFunction } from 'i18next';

/** An entry's name in a sentence. */
export function nameOf(entry: { issuer: string; account: string }, t: TFunction): string {
  if (entry.issuer !== '' && entry.account !== '') return `${entry.issuer} (${entry.account})`;
  return entry.issuer || entry.account || t('codes.unnamed');
}
