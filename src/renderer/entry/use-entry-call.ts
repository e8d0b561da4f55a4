import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import type { Client } from '../connection/connection.ts';
import { showToast } from '../design/toasts.tsx';
import { errorWords } from '../words/error-words.ts';

/** Makes a small call on an entry; a toast reports a failure. Resolves to whether it worked. */
export function useEntryCall(): (work: (client: Client) => Promise<unknown>) => Promise<boolean> {
  const { client } = useApplication();
  const { t } = useTranslation();
  return useCallback(
    async (work) => {
      try {
        await work(client);
        return true;
      } catch (error) {
        const { title, text } = errorWords(error, t);
        showToast(`${title}. ${text}`, { isError: true });
        return false;
      }
    },
    [client, t],
  );
}
