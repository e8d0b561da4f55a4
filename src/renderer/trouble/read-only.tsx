import { useTranslation } from 'react-i18next';
import { Notice } from '../controls/notice.tsx';

/** Why nothing can be changed in a vault of a newer Latchkey, and what helps. */
export function ReadOnlyNotice() {
  const { t } = useTranslation();
  return (
    <Notice kind="warning" title={t('trouble.readOnlyTitle')}>
      <p>{t('trouble.readOnly')}</p>
    </Notice>
  );
}
