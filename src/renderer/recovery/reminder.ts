import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { keep, recall } from '../preferences/kept.ts';
import { open } from '../navigation/navigator.ts';
import type { VaultNotice } from '../trouble/vault-notice.ts';

const remembered = 'latchkey.kitReminderLater';

/** How long "Later" postpones the reminder, in milliseconds. */
const pause = 3 * 86_400_000;

/** Calmly advises making a recovery kit once there are entries, and checking it, until both are done. */
export function useKitReminder(vault: OpenState, hasEntries: boolean): VaultNotice | null {
  const { t } = useTranslation();
  const [now] = useState(Date.now);
  const { kit, readOnly } = vault;
  const pausedFor = now - Number(recall(remembered) ?? 0);
  // Below 0, it was postponed while the clock was ahead.
  const isPaused = pausedFor >= 0 && pausedFor < pause;
  if (readOnly || !hasEntries || isPaused || (kit !== null && kit.checkedAt !== null)) return null;
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
    onDismiss: () => keep(remembered, String(Date.now())),
  };
}
