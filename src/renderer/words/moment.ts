import type { TFunction } from 'i18next';
import { formatDate, formatMoment } from './dates.ts';

const day = 86_400_000;

/**
 * A moment near now in words: "today 14:05", "Tuesday 14:05" within the coming week, else the date.
 * @param at milliseconds since 1970, or ISO 8601
 */
export function momentWords(at: number | string, t: TFunction): string {
  const when = new Date(at);
  const time = formatMoment(when.getTime(), 'time');
  switch (daysFromToday(when)) {
    case 0:
      return t('account.today', { time });
    case 1:
      return t('account.tomorrow', { time });
    case -1:
      return t('account.yesterday', { time });
    default:
  }
  const isFuture = when.getTime() > Date.now();
  if (!isFuture || Math.abs(when.getTime() - Date.now()) > 7 * day) return formatDate(when.getTime(), true);
  return formatMoment(when.getTime(), 'weekdayAndTime');
}

function daysFromToday(when: Date): number {
  return Math.round((startOfDay(when) - startOfDay(new Date())) / day);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
