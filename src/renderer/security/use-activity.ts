import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApplication } from '../connection/application.ts';

/** The contract's limit: at most one sign of activity in this many milliseconds. */
const between = 10_000;

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Tells the application that the person is active, if only the window can know. */
export function useActivity(): void {
  const { client, calls } = useApplication();
  const { data: host } = useQuery(calls.host.info.queryOptions());
  const isAsked = host?.locks.idle === 'window';
  useEffect(() => {
    if (!isAsked) return undefined;
    let last = -Infinity;
    const tell = () => {
      const now = performance.now();
      if (now - last < between) return;
      last = now;
      // If it does not arrive, the vault locks early: no harm, and the next sign tries again.
      client.host.active().catch(() => undefined);
    };
    for (const sign of signs) document.addEventListener(sign, tell, { capture: true, passive: true });
    return () => {
      for (const sign of signs) document.removeEventListener(sign, tell, { capture: true });
    };
  }, [client, isAsked]);
}
