import { words } from './words/words.ts';

/** A moment, for a person: `29 Nov 2026, 18:20`. @param ms since 1970 */
export function timeOf(ms: number): string {
  return new Date(ms).toLocaleString(words.locale, { dateStyle: 'medium', timeStyle: 'short' });
}
