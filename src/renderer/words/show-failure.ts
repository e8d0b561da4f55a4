import type { TFunction } from 'i18next';
import { showToast } from '../design/toasts.tsx';
import { errorWords } from './error-words.ts';

/** Says at the bottom of the window why a call failed. @param action what the person can do about it */
export function showFailure(
  error: unknown,
  t: TFunction,
  action?: { readonly label: string; readonly run: () => void },
): void {
  const { title, text } = errorWords(error, t);
  showToast(`${title}. ${text}`, { isError: true, action });
}
