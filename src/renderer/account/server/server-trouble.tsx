import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { open } from '../../navigation/navigator.ts';
import { useCall } from '../shared/use-call.ts';
import { useAccount } from '../shared/use-account.ts';
import type { TrialFailure } from '../../../contract/account-state.ts';

/** Why the server can't be used now, and the next step; renders nothing if it can. */
export function ServerTrouble() {
  const { t } = useTranslation();
  const { client } = useApplication();
  const server = useAccount()?.server;
  const refresh = useCall(async () => client.account.refresh());
  switch (server?.status) {
    case undefined:
    case 'none':
    case 'asking':
    case 'ready':
      return null;
    case 'offline':
    case 'notLatchkey':
    case 'appTooOld':
    case 'serverTooOld':
    case 'notStarted':
      return (
        <div role="status">
          <Notice kind="warning" title={t('account.server.troubleTitle')}>
            {server.trialFailure === null ? (
              <p className="text-pretty">{t(`serverTroubles.${server.status}`)}</p>
            ) : (
              <TrialFailureWords {...server.trialFailure} />
            )}
            <div className="mt-2 flex flex-wrap gap-2">
              <Button size="small" isPending={refresh.isPending} onPress={() => refresh.run(undefined)}>
                {t('account.tryAgain')}
              </Button>
              {server.status === 'notLatchkey' && !server.isFixed && (
                <Button size="small" look="plain" onPress={() => open({ at: 'account', page: 'server' })}>
                  {t('account.serverChange')}
                </Button>
              )}
            </div>
          </Notice>
        </div>
      );
  }
}

/** Which part of the trial failed to start, its own reason, and what to do. */
function TrialFailureWords({ part, reason }: TrialFailure) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-1">
      <p className="text-pretty">{t(`trialFailure.${part}`)}</p>
      {/* The part's own sentence, in its own language. */}
      {reason !== '' && (
        <p className="wrap-anywhere">
          {t('trialFailure.reason')} <q lang="en">{reason}</q>
        </p>
      )}
      <p className="text-pretty">{t('trialFailure.next')}</p>
    </div>
  );
}
