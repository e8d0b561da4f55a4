import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { open } from '../navigation/navigator.ts';
import { usePostponed } from '../trouble/postponed.ts';
import type { VaultNotice } from '../trouble/vault-notice.ts';
import { progressOf } from './progress.ts';

/** Says how far the moving list is, as long as something is left to move; it can wait. */
export function useMovingReminder(vault: OpenState): VaultNotice | null {
  const { t } = useTranslation();
  const heard = useLive(useApplication().moving);
  const { isPostponed, postpone } = usePostponed('latchkey.movingReminderLater');
  const { moved, count } = progressOf(heard?.sites ?? []);
  if (vault.readOnly || isPostponed || moved === count) return null;
  return {
    key: 'moving',
    kind: 'info',
    title: t('moving.remind'),
    text: t('moving.remindText', { moved, count }),
    action: { label: t('moving.goOn'), run: () => open({ at: 'moving' }) },
    onDismiss: postpone,
  };
}
