import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { open } from '../navigation/navigator.ts';
import type { VaultNotice } from '../trouble/vault-notice.ts';
import { agoWords } from '../words/ago.ts';

/** The home screen's notice about backups: none, unless they fail or are old. */
export function useBackupNotice(vault: OpenState): VaultNotice | null {
  const { t } = useTranslation();
  const status = useLive(useApplication().backup);
  if (status === null || status.warning === null || vault.readOnly) return null;
  const { warning, last, lastGoodAt } = status;
  const action = { label: t('backups.warnDo'), run: () => open({ at: 'settings', section: 'backups' }) };
  if (warning === 'old') {
    return {
      key: `backup old ${lastGoodAt}`,
      kind: 'warning',
      title: t('backups.warnOld'),
      text:
        lastGoodAt === null
          ? t('backups.warnOldNever')
          : t('backups.warnOldText', { when: agoWords(lastGoodAt) }),
      action,
    };
  }
  const trouble = last?.outcome === 'failed' ? last.trouble : 'failed';
  return {
    key: `backup failing ${trouble}`,
    kind: 'error',
    title: t('backups.warnFailing'),
    text: `${t(`backupTroubles.${trouble}`)} ${t(`backups.do_${trouble}`)}`,
    action,
  };
}
