import { useMutation } from '@tanstack/react-query';
import { useApplication } from '../connection/application.ts';
import { createStore, useStore } from '../connection/store.ts';
import { done } from '../navigation/navigator.ts';

/** Whether to restore a backup as soon as there is a vault for it. */
const restores = createStore(false);

/** Whether the person wants to restore a backup, and a setter for it. */
export function useRestores(): [boolean, (restores: boolean) => void] {
  return [useStore(restores), restores.set];
}

/** Creates the vault; then leads to the backup, if one is to be restored. */
export function useCreate() {
  const { calls } = useApplication();
  return useMutation(
    calls.vault.create.mutationOptions({
      gcTime: 0,
      onSuccess: () => {
        if (restores.get()) done({ at: 'settings', section: 'backups', step: 'chooseFile' });
        restores.set(false);
      },
    }),
  );
}
