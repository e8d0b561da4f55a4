import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { open } from '../../navigation/navigator.ts';
import { accountOverview } from '../../navigation/place.ts';
import { useAccount } from '../shared/use-account.ts';

/** On the empty list while nobody is signed in: offers an account to those who want one. */
export function AccountInvitation() {
  const { t } = useTranslation();
  const view = useAccount();
  const isNobody = view?.account.stage === 'signedOut' && view.account.address === null;
  if (!isNobody || view.server.status === 'none') return null;
  return (
    <p className="shrink-0 border-t border-line px-4 py-2 text-center text-hint text-soft">
      {t('account.invitation')}{' '}
      <Button
        look="plain"
        size="small"
        className="h-7! px-1.5! text-accent!"
        onPress={() => open(accountOverview)}
      >
        {t('account.invitationAction')}
      </Button>
    </p>
  );
}
