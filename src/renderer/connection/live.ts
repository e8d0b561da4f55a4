import { createStore } from './store.ts';
import type { Store } from './store.ts';

/** Opens one of the contract's `watch` procedures. */
export type Open<T> = (options: { signal: AbortSignal }) => Promise<AsyncIterable<T>>;

/**
 * Follows a `watch` procedure until `signal` aborts. Its first event is the present state, so after an end or a
 * failure (connection lost, vault locked) it simply opens the procedure again: after 0.2 s, doubling up to 3 s.
 */
export async function follow<T>(
  open: Open<T>,
  signal: AbortSignal,
  onEvent: (event: T) => void,
): Promise<void> {
  let wait = 200;
  while (!signal.aborted) {
    try {
      for await (const event of await open({ signal })) {
        if (signal.aborted) return;
        wait = 200;
        onEvent(event);
      }
    } catch {
      // Whatever ended it, try again. The connection's own state says what is wrong.
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, 3_000);
  }
}

/** The latest event of a `watch` procedure; null before the first. Kept while the connection is lost. */
export interface Live<T> extends Pick<Store<T | null>, 'get' | 'subscribe'> {
  /** Starts following. Returns a function that stops; `forget` also drops the latest event. */
  readonly start: () => (forget?: boolean) => void;
}

/** Makes a live value from a `watch` procedure. */
export function live<T>(open: Open<T>): Live<T> {
  const store = createStore<T | null>(null);
  return {
    get: store.get,
    subscribe: store.subscribe,
    start() {
      const stop = new AbortController();
      void follow(open, stop.signal, store.set);
      return (forget = false) => {
        stop.abort();
        if (forget) store.set(null);
      };
    },
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
