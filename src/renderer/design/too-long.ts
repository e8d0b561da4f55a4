import type { TFunction } from 'i18next';
import { textLength } from '../../contract/limits.ts';

/**
 * The field's error for a text that exceeds its limit; undefined if it does not.
 * @param limit in code points, as `textLength` counts; undefined: none
 */
export function tooLong(text: string, limit: number | undefined, t: TFunction): string | undefined {
  if (limit === undefined) return undefined;
  const length = textLength(text);
  return length > limit ? t('controls.tooLong', { count: limit, length }) : undefined;
}
