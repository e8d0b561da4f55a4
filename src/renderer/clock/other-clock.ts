/** A time of day as people type it, `14:05`, `14.05` or `1405`, in minutes since midnight; null if it is none. */
export function timeOfDay(text: string): number | null {
  const [, hours, minutes] = /^\s*(\d{1,2})[:. ]?(\d{2})\s*$/u.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const inDay = Number(hours) * 60 + Number(minutes);
  return Number(hours) < 24 && Number(minutes) < 60 ? inDay : null;
}

const halfDayMs = 12 * 3_600_000;

/**
 * How far another clock, which has just come to a minute, is ahead of this computer's, in whole seconds as ms; below 0: it
 * is behind. Clocks with twelve hours count as well: the nearest such minute is meant.
 * @param minute since midnight, by this computer's time zone
 * @param at what this computer shows, in ms since 1970
 */
export function aheadOf(minute: number, at: number): number {
  const there = new Date(at);
  there.setHours(0, minute, 0, 0);
  const apart = there.getTime() - at;
  const nearest = apart - halfDayMs * Math.round(apart / halfDayMs);
  // Not the zero below zero.
  return Math.round(nearest / 1_000) * 1_000 + 0;
}
