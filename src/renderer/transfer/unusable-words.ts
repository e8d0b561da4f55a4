import type { TFunction } from 'i18next';
import { textLimits } from '../../contract/limits.ts';
import type { Given } from './given.ts';

/** Why what was given holds nothing to read, and what to do. */
export function unusableWords(
  unusable: Extract<Given, { unusable: string }>['unusable'],
  t: TFunction,
): { title: string; text: string } {
  switch (unusable) {
    case 'webImage':
      return { title: t('add.webImage'), text: t('add.webImageText') };
    case 'textTooLong':
      return { title: t('add.textTooLong'), text: t('add.textTooLongText', { count: textLimits.pasted }) };
    case 'clipboardEmpty':
      return { title: t('add.pasteEmpty'), text: t('add.pasteEmptyText') };
    case 'clipboardDenied': {
      const keys = /mac/i.test(navigator.userAgent) ? '⌘V' : 'Ctrl+V';
      return { title: t('add.pasteDenied'), text: t('add.pasteDeniedText', { keys }) };
    }
  }
}
