import { useEffect } from 'react';
import { createStore, useStore } from '../connection/store.ts';

const asked = createStore<string | null>(null);

/** Asks the list to show an entry: one that was just added, or that is already there. */
export function reveal(id: string): void {
  asked.set(id);
}

/** Hears what was asked to be shown, once each. */
export function useRevealed(show: (id: string) => void): void {
  const id = useStore(asked);
  useEffect(() => {
    if (id === null) return;
    asked.set(null);
    show(id);
  }, [id, show]);
}
