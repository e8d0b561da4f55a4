import { useTranslation } from 'react-i18next';
import { Notice } from '../design/notice.tsx';
import type { Scan } from './scan-state.ts';

/** Which QR codes of a set-up code are still missing. Those already read are remembered. */
export function PartsNotice({ parts }: Pick<Scan, 'parts'>) {
  const { t, i18n } = useTranslation();
  return parts.map(({ count: of, missing }) => (
    <Notice key={`${missing.join()} of ${of}`} title={t('add.partTitle')}>
      <p>
        {t('add.part', {
          count: missing.length,
          read: of - missing.length,
          of,
          missing: new Intl.ListFormat(i18n.language).format(missing.map(String)),
        })}
      </p>
    </Notice>
  ));
}
