import type { TFunction } from 'i18next';
import { textLimits } from '../../contract/limits.ts';
import { keyNames } from '../preferences/keys.ts';

/** Why nothing of what was pasted or dropped can be read. */
export type Unusable = 'webImage' | 'textTooLong' | 'clipboardEmpty' | 'clipboardDenied';

/** Says why, and what to do. @param language the window's, as ISO 639-1 */
export function unusableWords(
  unusable: Unusable,
  t: TFunction,
  language: string,
): { title: string; text: string } {
  switch (unusable) {
    case 'webImage':
      return { title: t('add.webImage'), text: t('add.webImageText') };
    case 'textTooLong':
      return { title: t('add.textTooLong'), text: t('add.textTooLongText', { count: textLimits.pasted }) };
    case 'clipboardEmpty':
      return { title: t('add.pasteEmpty'), text: t('add.pasteEmptyText') };
    case 'clipboardDenied': {
      const keys = /mac/i.test(navigator.userAgent)
        ? '⌘V'
        : keyNames('Control+V', 'other', language).join('+');
      return { title: t('add.pasteDenied'), text: t('add.pasteDeniedText', { keys }) };
    }
  }
}
