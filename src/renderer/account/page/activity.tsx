import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../controls/button.tsx';
import { LoadFailed } from '../shared/load-failed.tsx';
import { momentWords } from '../shared/moment.ts';
import { Step } from '../shared/step.tsx';
import { WaitingRows } from '../shared/waiting.tsx';
import { eventWords, whereWords } from './event-words.ts';

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
        <ol className="flex flex-col divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
          {events.map((event) => (
            <li key={event.id} className="px-4 py-2.5">
              <p className="wrap-anywhere">{eventWords(event, t)}</p>
              <p className="text-[0.8125rem] wrap-anywhere text-soft">
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
        <p className="text-center text-[0.8125rem] text-soft">{t('account.page.activityEnd')}</p>
      )}
    </Step>
  );
}
