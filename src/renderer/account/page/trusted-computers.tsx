import { Laptop } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Badge } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { showToast } from '../../design/toasts.tsx';
import { LoadFailed } from '../../design/load-failed.tsx';
import { momentWords } from '../../words/moment.ts';
import { Section } from '../../design/section.tsx';
import { useCall } from '../shared/use-call.ts';
import { WaitingRows } from '../../design/waiting-rows.tsx';
import { useTrustPeriod } from '../shared/trust-period.ts';

/** The computers that need only the password, how long each is trusted, and how to end that for one or all. */
export function TrustedComputers() {
  const { t } = useTranslation();
  const period = useTrustPeriod();
  const { client, calls } = useApplication();
  const list = useQuery(calls.account.devices.list.queryOptions({ staleTime: 0, gcTime: 0, retry: false }));
  const again = () => void list.refetch();
  const end = useCall(
    async ({ id }: { id: string; name: string }) => client.account.devices.revoke({ deviceId: id }),
    (_, { name }) => {
      again();
      showToast(t('account.page.deviceEnded', { name }));
    },
  );
  const endAll = useCall(
    async () => client.account.devices.revokeAll(),
    () => {
      again();
      showToast(t('account.page.deviceEndedAll'));
    },
  );
  const devices = list.data?.devices;
  return (
    <Section
      title={t('account.page.devices')}
      text={t('account.page.devicesText', { period })}
      action={
        devices !== undefined &&
        devices.length > 1 && (
          <Button size="small" isPending={endAll.isPending} onPress={() => endAll.run(undefined)}>
            {t('account.page.deviceEndAll')}
          </Button>
        )
      }
    >
      <ErrorNotice error={end.error ?? endAll.error} />
      {list.isPending && <WaitingRows label={t('account.loading')} count={1} />}
      {list.isError && <LoadFailed error={list.error} onAgain={again} />}
      {devices?.length === 0 && (
        <p className="vacant px-4 py-3 text-hint text-pretty text-soft">{t('account.page.devicesNone')}</p>
      )}
      {devices !== undefined && devices.length > 0 && (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] gap-2">
          {devices.map((device) => (
            <li
              key={device.id}
              className={`flex flex-wrap items-center gap-x-3 gap-y-2 card p-4 ${device.current ? 'border-accent!' : ''}`}
            >
              <div className="flex min-w-52 flex-1 items-start gap-3">
                <Laptop size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
                <div className="min-w-0 flex-1">
                  <h3 className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
                    {device.name}
                    {device.current && <Badge>{t('account.page.deviceHere')}</Badge>}
                  </h3>
                  <p>{t('account.page.deviceUntil', { when: momentWords(device.trustedUntil, t) })}</p>
                  <p className="text-hint text-soft">
                    {[
                      t('account.page.deviceSeen', { when: momentWords(device.lastSeenAt, t) }),
                      ...(device.syncs ? [t('account.page.deviceSyncs')] : []),
                    ].join(' · ')}
                  </p>
                </div>
              </div>
              <Button
                size="small"
                className="ms-auto"
                aria-label={t('account.page.deviceEndName', { name: device.name })}
                isPending={end.isPending}
                onPress={() => end.run({ id: device.id, name: device.name })}
              >
                {t('account.page.deviceEnd')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
