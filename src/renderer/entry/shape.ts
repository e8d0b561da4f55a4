import type { TFunction } from 'i18next';
import type { EntryView } from '../../contract/entry.ts';
import type { OtpAlgorithm, OtpKind } from '../../contract/vocabulary.ts';

type Shape = Pick<EntryView, 'kind' | 'algorithm' | 'digits' | 'period'>;

/** A one-line description of the codes: "6 digits, new every 30 seconds". Names the method if it is unusual. */
export function shapeWords({ kind, algorithm, digits, period }: Shape, t: TFunction): string {
  const parts = [
    kind === 'steam' ? otpKindName(kind, t) : t('entry.shapeDigits', { count: digits }),
    kind === 'hotp' ? otpKindName(kind, t).toLowerCase() : t('entry.every', { count: period }),
    ...(algorithm === 'SHA1' ? [] : [algorithmName(algorithm)]),
  ];
  return parts.join(' · ');
}

/** The name of a kind of code. */
export function otpKindName(kind: OtpKind, t: TFunction): string {
  return t(kindKeys[kind]);
}

const kindKeys = {
  totp: 'entry.kindTotp',
  hotp: 'entry.kindHotp',
  steam: 'entry.kindSteam',
} as const satisfies Record<OtpKind, string>;

/** The method as people write it: SHA-256. */
export function algorithmName(algorithm: OtpAlgorithm): string {
  return algorithm.replace('SHA', 'SHA-');
}
