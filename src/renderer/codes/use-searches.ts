import { useEffect } from 'react';
import type { Application } from '../connection/application.ts';
import { follow } from '../connection/live.ts';
import { createStore, useStore } from '../connection/store.ts';
import { open } from '../navigation/navigator.ts';

/** The search that came last from outside, until the list shows it. */
const asked = createStore<string | null>(null);

/** Follows the searches from outside (`latchkey search`). Returns a function that stops it. */
export function followSearches({ client }: Pick<Application, 'client'>): () => void {
  const stop = new AbortController();
  void follow(
    (options) => client.quickFind.searches(undefined, options),
    stop.signal,
    ({ text }) => asked.set(text),
  );
  return () => stop.abort();
}

/** Leads to the list, filtered, when a search comes. One that came while the vault was locked waited for it. */
export function useSearches(): void {
  const text = useStore(asked);
  useEffect(() => {
    if (text === null) return;
    asked.set(null);
    open({ at: 'list', search: text });
  }, [text]);
}
