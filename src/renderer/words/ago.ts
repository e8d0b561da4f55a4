import { locale } from './dates.ts';

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago a time (milliseconds since 1970) was, in whole days, hours or minutes: "3 days ago", "now". */
export function agoWords(at: number): string {
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  const since = Math.max(0, Date.now() - at);
  for (const [unit, length] of steps) {
    if (since >= length) return words.format(-Math.floor(since / length), unit);
  }
  return words.format(0, 'second');
}
