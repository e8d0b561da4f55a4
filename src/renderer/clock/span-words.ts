import type { TFunction } from 'i18next';
import { locale } from '../words/dates.ts';

/** How long a span is, in its two greatest units: `2 min, 5 sec`. @param ms either sign */
export function spanWords(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000);
  const parts = [
    { unit: 'hour', count: Math.floor(seconds / 3_600) },
    { unit: 'minute', count: Math.floor(seconds / 60) % 60 },
    { unit: 'second', count: seconds % 60 },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  const named = parts
    .slice(first === -1 ? 2 : first)
    .slice(0, 2)
    .filter(({ count }, index) => count > 0 || index === 0)
    .map(({ unit, count }) =>
      new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count),
    );
  return new Intl.ListFormat(locale(), { style: 'short', type: 'unit' }).format(named);
}

/** What codes are corrected by, in a sentence. */
export function correctedWords(correctionMs: number, t: TFunction): string {
  const span = spanWords(correctionMs);
  return correctionMs > 0 ? t('clock.correctedLater', { span }) : t('clock.correctedEarlier', { span });
}
