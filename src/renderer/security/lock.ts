import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication } from '../connection/application.ts';
import { showToast } from '../design/toasts.tsx';
import { open } from '../navigation/navigator.ts';
import { showFailure } from '../words/show-failure.ts';
import { hasPassphrase } from './unlock-methods.ts';

/** Locks the vault; if only the keychain opens it, says what locking needs. */
export function useLock(vault: OpenState): () => void {
  const { client } = useApplication();
  const { t } = useTranslation();
  const canLock = hasPassphrase(vault);
  return useCallback(() => {
    if (!canLock) {
      showToast(t('security.lockNeedsPassphrase'), {
        action: { label: t('security.toSecurity'), run: () => open({ at: 'settings', section: 'security' }) },
      });
      return;
    }
    client.vault.lock().catch((error: unknown) => showFailure(error, t));
  }, [client, canLock, t]);
}
