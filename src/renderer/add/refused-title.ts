import type { TFunction } from 'i18next';
import type { Way } from './add-controller.ts';

/** What was refused: a pasted text is no QR code. */
export function refusedTitle(way: Way, t: TFunction): string {
  return way === 'text' || way === 'typed' ? t('add.refusedText') : t('add.refusedTitle');
}
