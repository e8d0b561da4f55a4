import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { tooLong } from './too-long.ts';

/**
 * Enforces a field's limit without cutting typed or pasted text: returns the error for a text that is too long,
 * and keeps the form from being sent until it fits. HTML's `maxlength` cuts pasted text silently, and counts
 * UTF-16 units.
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
    // In the capture phase: the form's own listener runs later and is not called.
    const hold = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      place?.focus();
    };
    form?.addEventListener('submit', hold, { capture: true });
    return () => form?.removeEventListener('submit', hold, { capture: true });
  }, [field, isTooLong]);
  return words;
}
