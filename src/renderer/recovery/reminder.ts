import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { open } from '../navigation/navigator.ts';
import { usePostponed } from '../trouble/postponed.ts';
import type { VaultNotice } from '../trouble/vault-notice.ts';

/** Calmly advises making a recovery kit once there are entries, and checking it, until both are done. */
export function useKitReminder(vault: OpenState, hasEntries: boolean): VaultNotice | null {
  const { t } = useTranslation();
  const { isPostponed, postpone } = usePostponed('latchkey.kitReminderLater');
  const { kit, readOnly } = vault;
  if (readOnly || !hasEntries || isPostponed || (kit !== null && kit.checkedAt !== null)) return null;
  const isMade = kit !== null;
  return {
    key: isMade ? 'kit unchecked' : 'kit',
    kind: 'info',
    title: isMade ? t('recovery.remindCheck') : t('recovery.remind'),
    text: isMade ? t('recovery.remindCheckText') : t('recovery.remindText'),
    action: {
      label: isMade ? t('recovery.remindCheckDo') : t('recovery.remindMake'),
      run: () => open({ at: 'settings', section: 'recovery', step: isMade ? 'check' : 'make' }),
    },
    onDismiss: postpone,
  };
}
