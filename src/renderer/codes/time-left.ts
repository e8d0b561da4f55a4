import type { TFunction } from 'i18next';

/** Most of a unit that fit into a ring in figures. */
const most = 99;

/**
 * The time left of a code: in at most two figures and a letter, for the middle of a ring, and as it is spoken. Seconds
 * up to 99, then minutes, then hours, rounded up.
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
