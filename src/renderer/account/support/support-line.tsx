import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { open } from '../../navigation/navigator.ts';
import { useAccount } from '../shared/use-account.ts';

/** A reminder of an open support request; renders nothing if there is none. */
export function SupportLine() {
  const { t } = useTranslation();
  const support = useAccount()?.support ?? null;
  if (support === null) return null;
  return (
    <Notice title={t('account.support.sentTitle')}>
      <p>{t('controls.named', { what: t('account.support.reference'), which: support.reference })}</p>
      <Button size="small" className="mt-2" onPress={() => open({ at: 'account', page: 'noAccess' })}>
        {t('account.support.next')}
      </Button>
    </Notice>
  );
}
