import { Archive, CircleCheck, FolderSync } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../contract/backup.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../controls/button.tsx';
import { ErrorNotice, Notice } from '../controls/notice.tsx';
import { Sheet } from '../controls/sheet.tsx';
import { showToast } from '../controls/toasts.tsx';
import { Card, Fact, Facts } from '../preferences/group.tsx';
import { ReadOnlyNotice } from '../trouble/read-only.tsx';
import { agoWords } from '../words/ago.ts';
import { formatDate } from '../words/dates.ts';
import { TroubleWords } from './trouble-words.tsx';

interface StatusCardProps {
  vault: OpenState;
  status: BackupStatus;
  onSetUp: () => void;
}

/** The state of backups: the last good one, any problem, and how they are made. */
export function BackupStatusCard({ vault, status, onSetUp }: StatusCardProps) {
  const { t } = useTranslation();
  const { setUp } = status;
  if (vault.readOnly) return <ReadOnlyNotice vault={vault} />;
  if (setUp === null) {
    return (
      <Card>
        <div className="flex items-start gap-3">
          <Archive size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
          <div>
            <h2 className="font-semibold">{t('backups.off')}</h2>
            <p className="text-pretty text-soft">{t('backups.offText')}</p>
          </div>
        </div>
        <Button look="primary" onPress={onSetUp}>
          {t('backups.setUp')}
        </Button>
      </Card>
    );
  }
  return <SetUpCard status={status} setUp={setUp} onSetUp={onSetUp} />;
}

interface SetUpCardProps {
  status: BackupStatus;
  setUp: NonNullable<BackupStatus['setUp']>;
  onSetUp: () => void;
}

function SetUpCard({ status, setUp, onSetUp }: SetUpCardProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { last, lastGoodAt, behind, running } = status;
  const run = useAct(
    async (client) => client.backup.run(),
    () => showToast(t('backups.ranDone')),
  );
  const isPending = run.isPending || running;
  const hasFailed = last?.outcome === 'failed';
  return (
    <>
      {hasFailed && !isPending && (
        <Notice kind="error" title={t('backups.failed', { when: agoWords(last.at) })}>
          <TroubleWords trouble={last.trouble} detail={last.detail} />
        </Notice>
      )}
      <Card>
        <div className="flex items-start gap-3">
          {hasFailed || lastGoodAt === null ? (
            <FolderSync size={22} aria-hidden className="mt-0.5 shrink-0 text-urgent" />
          ) : (
            <CircleCheck size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
          )}
          <div className="min-w-0">
            <h2 className="font-semibold">
              {lastGoodAt === null
                ? t('backups.noneGood')
                : t('backups.lastGood', { when: agoWords(lastGoodAt) })}
            </h2>
            <p className="text-pretty text-soft">
              {lastGoodAt !== null && t('backups.verified', { when: formatDate(lastGoodAt, true) })}{' '}
              {behind ? t('backups.behind') : t('backups.upToDate')}
            </p>
          </div>
        </div>
        <Facts>
          <Fact name={t('backups.folder')}>{setUp.folder}</Fact>
          <Fact name={t('backups.opensWith')}>{t(`backups.by_${setUp.protection}`)}</Fact>
          <Fact name={t('backups.keeps')}>{t('backups.keepCount', { count: setUp.keep })}</Fact>
          <Fact name={t('backups.made')}>{t('backups.madeWhen')}</Fact>
        </Facts>
        {!hasFailed && <ErrorNotice error={run.error} />}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" isPending={isPending} onPress={() => run.run()}>
            {isPending ? t('backups.running') : t('backups.run')}
          </Button>
          <Button onPress={onSetUp}>{t('backups.change')}</Button>
          <Button look="plain" onPress={() => setAsked(true)}>
            {t('backups.turnOff')}
          </Button>
        </div>
      </Card>
      <Sheet
        role="alertdialog"
        title={t('backups.turnOffTitle')}
        isOpen={asked}
        onClose={() => setAsked(false)}
      >
        <TurnOff onClose={() => setAsked(false)} />
      </Sheet>
    </>
  );
}

function TurnOff({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const turnOff = useAct(
    async (client) => client.backup.turnOff(),
    () => {
      onClose();
      showToast(t('backups.turnedOff'));
    },
  );
  return (
    <div className="flex flex-col gap-4">
      <p className="text-pretty">{t('backups.turnOffText')}</p>
      <ErrorNotice error={turnOff.error} />
      <div className="flex justify-end gap-2">
        <Button autoFocus onPress={onClose}>
          {t('entry.cancel')}
        </Button>
        <Button look="danger" isPending={turnOff.isPending} onPress={() => turnOff.run()}>
          {t('backups.turnOffYes')}
        </Button>
      </div>
    </div>
  );
}
