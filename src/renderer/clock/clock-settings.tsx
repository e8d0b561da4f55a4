import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClockState } from '../../contract/clock.ts';
import { isPlausible } from '../../contract/correction.ts';
import { useAccount } from '../account/shared/use-account.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Group } from '../design/group.tsx';
import { Notice } from '../design/notice.tsx';
import { Panel } from '../preferences/panel.tsx';
import { formatDate } from '../words/dates.ts';
import { doubtWords } from './clock-notice.ts';
import { CompareByHand } from './compare-by-hand.tsx';
import { Correction } from './correction.tsx';
import { spanWords } from './span-words.ts';

/** The clock that codes go by: whether it is right, how to find out, and the correction of codes. */
export function ClockSettings() {
  const { t } = useTranslation();
  const { clock, client, calls } = useApplication();
  const state = useLive(clock);
  const { data: host } = useQuery(calls.host.info.queryOptions());
  const set = useMutation(calls.preferences.set.mutationOptions());
  const correct = (codeCorrectionMs: number) => set.mutate({ codeCorrectionMs });
  if (state === null) return <Panel title={t('settings.clock')}>{null}</Panel>;
  const { doubt, correctionMs, measured } = state;
  const system = host?.platform ?? 'other';
  return (
    <Panel title={t('settings.clock')} text={t('clock.text')}>
      {doubt !== null && (
        <Notice kind="warning" title={t('clock.doubtTitle')} isAlert>
          <p>{doubtWords(doubt, correctionMs, t)}</p>
          <p className="mt-1">{t(`clock.setIt.${system}`)}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            {doubt.kind === 'measured' && measured !== null && isPlausible(measured.driftMs) && (
              <Button size="small" look="primary" onPress={() => correct(measured.driftMs)}>
                {measured.driftMs === 0 ? t('clock.takeBack') : t('clock.correctBy')}
              </Button>
            )}
            {doubt.kind === 'set' && (
              <Button size="small" onPress={() => void client.clock.trust()}>
                {t('clock.trust')}
              </Button>
            )}
          </div>
        </Notice>
      )}
      <ErrorNotice error={set.error} />
      <Correction correctionMs={correctionMs} onTakeBack={() => correct(0)} />
      <CompareWithServer state={state} />
      <CompareByHand onCorrect={correct} />
      <Group title={t('clock.otherReasons')}>
        <ul className="flex list-disc flex-col gap-1.5 ps-4 marker:text-soft">
          <li>{t('clock.reasonUsed')}</li>
          <li>{t('clock.reasonOther')}</li>
          <li>{t('clock.reasonReplaced')}</li>
        </ul>
      </Group>
    </Panel>
  );
}

function CompareWithServer({ state: { measured } }: { state: ClockState }) {
  const { t } = useTranslation();
  const hasServer = (useAccount()?.server.status ?? 'none') !== 'none';
  const compare = useAct(async (client) => client.clock.compare());
  if (!hasServer) return null;
  return (
    <Group title={t('clock.compare')} text={t('clock.compareText')}>
      <p role="status">
        {measured === null
          ? t('clock.notCompared')
          : measured.driftMs === 0
            ? t('clock.agrees', { when: formatDate(measured.at, true) })
            : t(measured.driftMs > 0 ? 'clock.behind' : 'clock.ahead', { span: spanWords(measured.driftMs) })}
      </p>
      <ErrorNotice error={compare.error} />
      <Button className="self-start" isPending={compare.isPending} onPress={() => compare.run()}>
        {t('clock.compareNow')}
      </Button>
    </Group>
  );
}
