import { useTranslation } from 'react-i18next';
import { Notice } from '../../design/notice.tsx';
import { useAccount } from '../shared/use-account.ts';

/** Why the last session ended, unless the person ended it; otherwise renders nothing. */
export function Ended() {
  const { t } = useTranslation();
  const account = useAccount()?.account;
  if (account?.stage !== 'signedOut' || account.ended === null) return null;
  return (
    <Notice kind={account.ended === 'elsewhere' ? 'warning' : 'info'}>
      <p>{account.ended === 'elsewhere' ? t('account.signIn.elsewhere') : t('account.signIn.expired')}</p>
    </Notice>
  );
}
