import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApplication, useLive } from '../connection/application.ts';
import { open } from '../navigation/navigator.ts';
import type { VaultNotice } from '../trouble/vault-notice.ts';

/** Says that there is a newer Latchkey, that it waits for a restart, or that it could not be had. */
export function useUpdateNotice(): VaultNotice | null {
  const { t } = useTranslation();
  const { update, calls } = useApplication();
  const state = useLive(update);
  const install = useMutation(calls.update.install.mutationOptions());
  const look = { label: t('update.look'), run: () => open({ at: 'settings', section: 'about' }) };
  switch (state?.state) {
    case 'offered':
      return {
        key: `update offered ${state.version}`,
        kind: 'info',
        text: t('update.offered', { version: state.version }),
        action: look,
      };
    case 'ready':
      return {
        key: `update ready ${state.version}`,
        kind: 'info',
        text: t('update.ready', { version: state.version }),
        action: { label: t('update.install'), run: () => install.mutate(undefined) },
      };
    case 'failed':
      // A place that can't be reached may be reached tomorrow; the settings say so to whoever asks.
      if (state.trouble === 'unreachable') return null;
      return {
        key: `update ${state.trouble}`,
        kind: 'warning',
        text: t(`update.${state.trouble}`),
        action: look,
      };
    default:
      return null;
  }
}
