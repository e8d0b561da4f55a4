import { useEffect } from 'react';
import { createStore, useStore } from '../connection/store.ts';

const asked = createStore<string | null>(null);

/** Asks the list to show an entry that was just added or already exists. */
export function reveal(id: string): void {
  asked.set(id);
}

/** Passes on each request to show an entry, once. */
export function useRevealed(show: (id: string) => void): void {
  const id = useStore(asked);
  useEffect(() => {
    if (id === null) return;
    asked.set(null);
    show(id);
  }, [id, show]);
}
