import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { LoadFailed } from '../../design/load-failed.tsx';
import { momentWords } from '../../words/moment.ts';
import { Step } from '../shared/step.tsx';
import { WaitingRows } from '../../design/waiting-rows.tsx';
import type { AuditEvent } from '../../../contract/account-service.ts';
import { en } from '../../words/en/words.ts';

/** The account's events as sentences, newest first. */
export function Activity() {
  const { t } = useTranslation();
  const { calls } = useApplication();
  const list = useInfiniteQuery(
    calls.account.activity.infiniteOptions({
      input: (before: string | undefined) => (before === undefined ? {} : { before }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      staleTime: 0,
      gcTime: 0,
      retry: false,
    }),
  );
  const events = list.data?.pages.flatMap((page) => page.events);
  return (
    <Step title={t('account.page.activity')} text={t('account.page.activityText')}>
      {list.isPending && <WaitingRows label={t('account.loading')} count={4} />}
      {events !== undefined && events.length > 0 && (
        <ol className="flex flex-col divide-y divide-line overflow-hidden card">
          {events.map((event) => (
            <li key={event.id} className="px-4 py-2.5">
              <p className="wrap-anywhere">{eventWords(event, t)}</p>
              <p className="text-hint wrap-anywhere text-soft">
                {[momentWords(event.at, t), ...whereWords(event, t)].join(' · ')}
              </p>
            </li>
          ))}
        </ol>
      )}
      {events?.length === 0 && <p className="text-soft">{t('account.page.activityNone')}</p>}
      {list.isError && (
        <LoadFailed
          error={list.error}
          onAgain={() => void (events === undefined ? list.refetch() : list.fetchNextPage())}
        />
      )}
      {list.hasNextPage && !list.isError && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('account.page.activityMore')}
        </Button>
      )}
      {events !== undefined && events.length > 0 && !list.hasNextPage && (
        <p className="text-center text-hint text-soft">{t('account.page.activityEnd')}</p>
      )}
    </Step>
  );
}

/** An event as a sentence. */
function eventWords({ event, details }: AuditEvent, t: TFunction): string {
  if (!isKnown(event)) return t('account.page.eventUnknown', { event });
  return t(`account.page.events.${event}`, { method: methodWords(details, t) });
}

/** By whom and from where, if known. */
function whereWords({ actor, deviceName, network }: AuditEvent, t: TFunction): string[] {
  return [
    ...(actor === 'person' ? [] : [t(`account.page.eventBy.${actor}`)]),
    ...(deviceName === null ? [] : [deviceName]),
    ...(network === null ? [] : [t('account.page.eventFrom', { network })]),
  ];
}

function methodWords(details: AuditEvent['details'], t: TFunction): string {
  const kind = details['method'] ?? '';
  const hint = details['hint'];
  const name = isKind(kind) ? t(`account.methods.kinds.${kind}`) : kind;
  return hint === undefined || hint === name ? name : `${name} (${hint})`;
}

function isKnown(event: string): event is keyof typeof en.account.page.events {
  return Object.hasOwn(en.account.page.events, event);
}

function isKind(kind: string): kind is keyof typeof en.account.methods.kinds {
  return Object.hasOwn(en.account.methods.kinds, kind);
}
