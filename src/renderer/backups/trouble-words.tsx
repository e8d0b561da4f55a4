import { useTranslation } from 'react-i18next';
import type { BackupTrouble } from '../../contract/backup.ts';

/** Why a backup was not made, that nothing is lost, and what helps. */
export function TroubleWords({ trouble, detail }: { trouble: BackupTrouble; detail: string | null }) {
  const { t } = useTranslation();
  return (
    <p>
      {t(`backupTroubles.${trouble}`)} {t(`backups.do_${trouble}`)} {t('backups.unharmed')}
      {detail !== null && ` (${detail})`}
    </p>
  );
}
