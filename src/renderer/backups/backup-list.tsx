import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleCheck, FileInput, KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BackupFile, BackupStatus } from '../../contract/backup.ts';
import { RowButton } from '../design/row-button.tsx';
import { Rows } from '../design/rows.tsx';
import { useApplication } from '../connection/application.ts';
import { ErrorNotice } from '../design/error-notice.tsx';
import { agoWords } from '../words/ago.ts';
import { formatDate, locale } from '../words/dates.ts';
import type { Source } from './source.ts';

interface BackupListProps {
  status: BackupStatus;
  onChosen: (source: Source, name: string) => void;
  onFile: () => void;
}

/** The backups in the folder, newest first, and a way to open one from elsewhere. */
export function BackupList({ status, onChosen, onFile }: BackupListProps) {
  const { t } = useTranslation();
  const { calls } = useApplication();
  const isOn = status.setUp !== null;
  const { data, error } = useQuery({
    ...calls.backup.list.queryOptions({ enabled: isOn, staleTime: 0, gcTime: 0, retry: false }),
    // A new backup or another folder means another list.
    queryKey: ['backups', status.setUp?.folder, status.lastGoodAt],
    placeholderData: keepPreviousData,
  });
  const failed = status.last?.outcome === 'failed';
  return (
    <section aria-label={t('backups.restore')} className="flex flex-col gap-2">
      <div className="px-1">
        <h2 className="font-semibold">{t('backups.restore')}</h2>
        <p className="text-hint text-pretty text-soft">{t('backups.restoreText')}</p>
      </div>
      {isOn && !failed && <ErrorNotice error={error} />}
      <Rows>
        {isOn &&
          data?.backups.map((backup) => (
            <RowButton
              key={backup.name}
              icon={backup.opensHere ? CircleCheck : KeyRound}
              title={formatDate(backup.madeAt, true)}
              text={detailsOf(backup)}
              onPress={() => onChosen({ from: 'folder', name: backup.name }, backup.name)}
            />
          ))}
        <RowButton
          icon={FileInput}
          title={t('backups.fromFile')}
          text={t('backups.fromFileText')}
          onPress={onFile}
        />
      </Rows>
    </section>
  );

  function detailsOf({ madeAt, size, isOwn, opensHere, protection }: BackupFile): string {
    const opens = opensHere
      ? t('backups.opensHere')
      : t('backups.needs', { what: t(`backups.needs_${protection ?? 'unknown'}`) });
    return [agoWords(madeAt), sizeWords(size), opens, !isOwn && t('backups.otherVault')]
      .filter(Boolean)
      .join(' · ');
  }
}

function sizeWords(bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const value = bytes / (unit === 'kilobyte' ? 1_000 : 1_000_000);
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
