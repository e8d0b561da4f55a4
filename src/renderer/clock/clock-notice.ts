import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { ClockDoubt } from '../../contract/clock.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { open } from '../navigation/navigator.ts';
import type { VaultNotice } from '../trouble/vault-notice.ts';
import { spanWords } from './span-words.ts';

/** Above the list, before codes fail: that the clock may be wrong. */
export function useClockNotice(): VaultNotice | null {
  const { t } = useTranslation();
  const { clock, client } = useApplication();
  const state = useLive(clock);
  if (state === null || state.doubt === null) return null;
  const { doubt, correctionMs } = state;
  return {
    key: `clock ${doubt.kind} ${Math.round(errorOf(doubt) / 60_000)}`,
    kind: 'warning',
    title: t('clock.doubtTitle'),
    text: doubtWords(doubt, correctionMs, t),
    action: { label: t('clock.doubtDo'), run: () => open({ at: 'settings', section: 'clock' }) },
    ...(doubt.kind === 'set' && { onDismiss: () => void client.clock.trust() }),
  };
}

/** Why sites may refuse codes. */
export function doubtWords(doubt: ClockDoubt, correctionMs: number, t: TFunction): string {
  const span = spanWords(errorOf(doubt));
  switch (doubt.kind) {
    case 'set':
      return doubt.byMs > 0 ? t('clock.setForward', { span }) : t('clock.setBack', { span });
    case 'measured':
      if (correctionMs !== 0) return t('clock.correctionWrong', { span });
      return doubt.errorMs > 0 ? t('clock.behind', { span }) : t('clock.ahead', { span });
  }
}

function errorOf(doubt: ClockDoubt): number {
  return doubt.kind === 'set' ? doubt.byMs : doubt.errorMs;
}
