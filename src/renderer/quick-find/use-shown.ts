import { useCallback, useEffect, useState } from 'react';
import { useApplication } from '../connection/application.ts';
import { follow } from '../connection/live.ts';

interface Shown {
  /** Another number each time that the window is shown. */
  round: number;
  isShown: boolean;
  /** Hides the window; what it showed goes first. */
  hide: () => void;
}

/**
 * Whether the quick find's window is on the screen. It is when the page loads, and again with each event of the
 * application. Escape hides it, and so does another window that takes the focus.
 */
export function useShown(): Shown {
  const { client } = useApplication();
  const [{ round, isShown }, setShown] = useState({ round: 0, isShown: true });

  const hide = useCallback(() => {
    setShown((former) => ({ ...former, isShown: false }));
    // Where nobody answers, the window stays, and says so.
    client.quickFind.hide().catch(() => setShown((former) => ({ ...former, isShown: true })));
  }, [client]);

  useEffect(() => {
    const stop = new AbortController();
    void follow(
      (options) => client.quickFind.shows(undefined, options),
      stop.signal,
      () => setShown((former) => ({ round: former.round + 1, isShown: true })),
    );
    return () => stop.abort();
  }, [client]);

  useEffect(() => {
    if (!isShown) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) hide();
    };
    window.addEventListener('blur', hide);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('blur', hide);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [isShown, hide]);

  return { round, isShown, hide };
}
