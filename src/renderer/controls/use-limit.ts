import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './toasts.tsx';
import { tooLong } from './too-long.ts';

/**
 * Holds a field to its limit without cutting what is typed or pasted: gives the words for a text that is too long,
 * and keeps the field's form from being sent until it is not.
 *
 * Not HTML's `maxlength`: that cuts a pasted text in silence, and counts UTF-16 units.
 * @param limit as for `tooLong`
 */
export function useLimit(
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  value: string,
  limit: number | undefined,
): string | undefined {
  const { t } = useTranslation();
  const words = tooLong(value, limit, t);
  const isTooLong = words !== undefined;

  useEffect(() => {
    if (!isTooLong) return undefined;
    const place = field.current;
    const form = place?.form;
    // In the capture phase: the form's own listener comes later and does not hear of it.
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      place?.focus();
    };
    form?.addEventListener('submit', hold, { capture: true });
    return () => form?.removeEventListener('submit', hold, { capture: true });
  }, [field, isTooLong]);
  useEffect(() => {
    if (words !== undefined) announce(words);
    // Said once when the limit is passed, not again at each further character.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isTooLong]);
  return words;
}
