import type { TFunction } from 'i18next';
import { formatDate, locale } from './dates.ts';

const day = 86_400_000;

/**
 * A moment near now in words: "today 14:05", "Tuesday 14:05" within the coming week, else the date.
 * @param at milliseconds since 1970, or ISO 8601
 */
export function momentWords(at: number | string, t: TFunction): string {
  const when = new Date(at);
  const time = new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(when);
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
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(
    when,
  );
}

function daysFromToday(when: Date): number {
  return Math.round((startOfDay(when) - startOfDay(new Date())) / day);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
