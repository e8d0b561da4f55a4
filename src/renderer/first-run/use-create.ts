import { useMutation } from '@tanstack/react-query';
import { useApplication } from '../connection/application.ts';
import { createStore, useStore } from '../connection/store.ts';
import { openSettings } from '../preferences/place.ts';

/** Whether a backup is to be restored as soon as there is a vault to put it into. */
const restores = createStore(false);

/** Whether the person wants to restore a backup, and the way to say so. */
export function useRestores(): [boolean, (restores: boolean) => void] {
  return [useStore(restores), restores.set];
}

/** Makes the vault; then leads on to the backup, where one is to be restored. */
export function useCreate() {
  const { calls } = useApplication();
  return useMutation(
    calls.vault.create.mutationOptions({
      gcTime: 0,
      onSuccess: () => {
        if (restores.get()) openSettings('backups', 'restore');
        restores.set(false);
      },
    }),
  );
}
