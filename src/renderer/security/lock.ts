import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication } from '../connection/application.ts';
import { showToast } from '../design/toasts.tsx';
import { open } from '../navigation/navigator.ts';
import { errorWords } from '../words/error-words.ts';
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
    client.vault.lock().catch((error: unknown) => {
      const words = errorWords(error, t);
      showToast(`${words.title}. ${words.text}`, { isError: true });
    });
  }, [client, canLock, t]);
}

/** Ctrl+L or ⌘L locks, wherever the focus is. */
export function useLockShortcut(vault: OpenState): void {
  const lock = useLock(vault);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isShortcut || event.key.toLowerCase() !== 'l') return;
      event.preventDefault();
      if (!event.repeat) lock();
    };
    // Before any field or list handles the key.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [lock]);
}

/** The shortcut as this computer's keyboard shows it. */
export function useLockKeys(): string {
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  return host?.platform === 'darwin' ? '⌘L' : 'Ctrl+L';
}
