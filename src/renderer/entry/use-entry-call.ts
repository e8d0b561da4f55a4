import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication } from '../connection/application.ts';
import type { Client } from '../connection/connection.ts';
import { showFailure } from '../words/show-failure.ts';

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
        showFailure(error, t);
        return false;
      }
    },
    [client, t],
  );
}
