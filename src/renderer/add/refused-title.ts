import type { TFunction } from 'i18next';
import type { Way } from './scan-state.ts';

/** The title for what was refused: a pasted text is not a QR code. */
export function refusedTitle(way: Way, t: TFunction): string {
  return way === 'text' || way === 'typed' ? t('add.refusedText') : t('add.refusedTitle');
}
