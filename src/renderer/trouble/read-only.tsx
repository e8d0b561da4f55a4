import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { Notice } from '../design/notice.tsx';

/** Why a vault cannot be changed, and what helps; renders nothing if it can. */
export function ReadOnlyNotice({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  if (vault.readOnlyBecause === null) return null;
  return (
    <Notice kind="warning" title={t('trouble.readOnlyTitle')}>
      <p>{t(`trouble.readOnly_${vault.readOnlyBecause}`)}</p>
    </Notice>
  );
}
