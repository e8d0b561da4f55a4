import { useQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { showToast } from '../../design/toasts.tsx';
import { LoadFailed } from '../../design/load-failed.tsx';
import { momentWords } from '../../words/moment.ts';
import { Rows } from '../../design/rows.tsx';
import { Step } from '../shared/step.tsx';
import { useCall } from '../shared/use-call.ts';
import { WaitingRows } from '../../design/waiting-rows.tsx';

/** Everything signed in to the account, and how to end it. */
export function Sessions() {
  const { t } = useTranslation();
  const { client, calls } = useApplication();
  const list = useQuery(calls.account.sessions.list.queryOptions({ staleTime: 0, gcTime: 0, retry: false }));
  const again = () => void list.refetch();
  const end = useCall(
    async ({ id }: { id: string; name: string }) => client.account.sessions.end({ sessionId: id }),
    (_, { name }) => {
      again();
      showToast(t('account.page.sessionEnded', { name }));
    },
  );
  const endOthers = useCall(
    async () => client.account.sessions.endOthers(),
    () => {
      again();
      showToast(t('account.page.sessionsEnded'));
    },
  );
  const sessions = list.data?.sessions;
  return (
    <Step title={t('account.page.sessions')} text={t('account.page.sessionsText')}>
      <ErrorNotice error={end.error ?? endOthers.error} />
      {list.isPending && <WaitingRows label={t('account.loading')} />}
      {list.isError && <LoadFailed error={list.error} onAgain={again} />}
      {sessions !== undefined && (
        <Rows>
          {sessions.map((session) => (
            <div key={session.id} className="flex items-center gap-3.5 px-4 py-3">
              <MonitorSmartphone size={20} aria-hidden className="shrink-0 text-accent" />
              <div className="min-w-0 flex-1">
                <h2 className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
                  {session.deviceName}
                  {session.current && <Badge>{t('account.page.sessionHere')}</Badge>}
                </h2>
                <p className="text-hint wrap-anywhere text-soft">
                  {[
                    t('account.page.sessionSince', { when: momentWords(session.signedInAt, t) }),
                    t('account.page.sessionSeen', { when: momentWords(session.lastSeenAt, t) }),
                    t('account.page.eventFrom', { network: session.network }),
                  ].join(' · ')}
                </p>
              </div>
              {!session.current && (
                <Button
                  size="small"
                  aria-label={t('account.page.sessionEndName', { name: session.deviceName })}
                  isPending={end.isPending}
                  onPress={() => end.run({ id: session.id, name: session.deviceName })}
                >
                  {t('account.page.sessionEnd')}
                </Button>
              )}
            </div>
          ))}
        </Rows>
      )}
      {sessions?.length === 1 && <p className="px-1 text-soft">{t('account.page.sessionsOnly')}</p>}
      {sessions !== undefined && sessions.length > 2 && (
        <Button isPending={endOthers.isPending} onPress={() => endOthers.run(undefined)}>
          {t('account.page.sessionEndOthers')}
        </Button>
      )}
    </Step>
  );
}
