import type { TFunction } from 'i18next';
import type { EntryView } from '../../contract/entry.ts';

type Shape = Pick<EntryView, 'kind' | 'algorithm' | 'digits' | 'period'>;

/** What the codes are like, in a line: "6 digits, new every 30 seconds". The method where it is unusual. */
export function shapeWords({ kind, algorithm, digits, period }: Shape, t: TFunction): string {
  const parts = [
    kind === 'steam' ? t('entry.kindSteam') : t('entry.shapeDigits', { count: digits }),
    kind === 'hotp' ? t('entry.kindHotp').toLowerCase() : t('entry.every', { count: period }),
    ...(algorithm === 'SHA1' ? [] : [algorithmName(algorithm)]),
  ];
  return parts.join(' · ');
}

/** How the method is written: SHA-256. */
export function algorithmName(algorithm: EntryView['algorithm']): string {
  return algorithm.replace('SHA', 'SHA-');
}
