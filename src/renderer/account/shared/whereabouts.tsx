import { Server } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../design/link.tsx';
import { useAccount, useServerName } from './use-account.ts';

/** At the bottom of a screen: whose server this is, and in a trial where its mails arrive. */
export function Whereabouts() {
  const { t } = useTranslation();
  const server = useAccount()?.server;
  const name = useServerName();
  if (server === undefined || name === '') return null;
  return (
    <footer className="mt-auto flex flex-col items-center gap-1 pt-4 text-center text-xs text-soft">
      <p className="flex items-center gap-1.5 wrap-anywhere">
        <Server size={13} aria-hidden className="shrink-0" />
        {t('account.atServer', { name })}
      </p>
      {server.trialInbox !== null && (
        <p>
          {t('account.trialInbox')} <Link href={server.trialInbox}>{t('account.trialInboxLink')}</Link>.
        </p>
      )}
    </footer>
  );
}
