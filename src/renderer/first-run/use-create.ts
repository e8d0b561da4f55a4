import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApplication, useLive } from '../connection/application.ts';
import { createStore, useStore } from '../connection/store.ts';
import { done } from '../navigation/navigator.ts';

/** Where the person goes as soon as there is a vault; null: to its codes. */
type Next = 'backup' | 'import' | null;
const next = createStore<Next>(null);

/** Is the vault new, and its first code what comes next? */
const isNew = createStore(false);

/** Whether this window has just made the vault. */
export function useIsNew(): boolean {
  return useStore(isNew);
}

/** Ends the first run with the first code. */
export function useFirstCode(): void {
  const { entries } = useApplication();
  const hasCodes = (useLive(entries)?.entries.length ?? 0) > 0;
  useEffect(() => {
    if (hasCodes) isNew.set(false);
  }, [hasCodes]);
}

/** Where the person wants to go first, and a setter for it. */
export function useNext(): [Next, (next: Next) => void] {
  return [useStore(next), next.set];
}

/** Creates the vault; then leads to the backup or the import, if the person wants one. */
export function useCreate() {
  const { calls } = useApplication();
  return useMutation(
    calls.vault.create.mutationOptions({
      gcTime: 0,
      onSuccess: () => {
        isNew.set(true);
        const wanted = next.get();
        if (wanted === 'backup') done({ at: 'settings', section: 'backups', step: 'chooseFile' });
        if (wanted === 'import') done({ at: 'import' });
        next.set(null);
      },
    }),
  );
}
