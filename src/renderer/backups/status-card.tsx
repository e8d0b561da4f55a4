import { Archive, CircleCheck, FolderSync } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupStatus, BackupTrouble } from '../../contract/backup.ts';
import type { OpenState } from '../../contract/vault.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Notice } from '../design/notice.tsx';
import { Standing } from '../design/standing.tsx';
import { Sheet } from '../design/sheet.tsx';
import { showToast } from '../design/toasts.tsx';
import { Card } from '../design/card.tsx';
import { Fact, Facts } from '../design/facts.tsx';
import { ReadOnlyNotice } from '../trouble/read-only.tsx';
import { agoWords } from '../words/ago.ts';
import { formatDate } from '../words/dates.ts';

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
        <Standing icon={Archive} title={t('backups.off')}>
          {t('backups.offText')}
        </Standing>
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
  const isUrgent = hasFailed || lastGoodAt === null;
  return (
    <>
      {hasFailed && !isPending && (
        <Notice kind="error" title={t('backups.failed', { when: agoWords(last.at) })}>
          <TroubleWords trouble={last.trouble} detail={last.detail} />
        </Notice>
      )}
      <Card>
        <Standing
          icon={isUrgent ? FolderSync : CircleCheck}
          isUrgent={isUrgent}
          title={
            lastGoodAt === null
              ? t('backups.noneGood')
              : t('backups.lastGood', { when: agoWords(lastGoodAt) })
          }
        >
          {lastGoodAt !== null && t('backups.verified', { when: formatDate(lastGoodAt, true) })}{' '}
          {behind ? t('backups.behind') : t('backups.upToDate')}
        </Standing>
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

/** Why a backup was not made, that nothing is lost, and what helps. */
function TroubleWords({ trouble, detail }: { trouble: BackupTrouble; detail: string | null }) {
  const { t } = useTranslation();
  return (
    <p>
      {t(`backupTroubles.${trouble}`)} {t(`backups.do_${trouble}`)} {t('backups.unharmed')}
      {detail !== null && ` (${detail})`}
    </p>
  );
}
