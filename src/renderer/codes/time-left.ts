import type { TFunction } from 'i18next';

/** The largest number that fits into a ring. */
const most = 99;

/**
 * The time left of a code: at most two digits and a letter for the middle of a ring, and the spoken form.
 * Seconds up to 99, then minutes, then hours, rounded up.
 */
export function timeLeft(seconds: number, t: TFunction): { short: string; spoken: string } {
  if (seconds <= most) return { short: String(seconds), spoken: t('codes.secondsLeft', { count: seconds }) };
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= most) {
    return {
      short: t('codes.minutesShort', { count: minutes }),
      spoken: t('codes.minutesLeft', { count: minutes }),
    };
  }
  const hours = Math.ceil(minutes / 60);
  return { short: t('codes.hoursShort', { count: hours }), spoken: t('codes.hoursLeft', { count: hours }) };
}
