import { useEffect, useState } from 'react';
import type { FormerSecret } from '../../contract/former.ts';
import { useApplication } from '../connection/application.ts';
import { windowClock } from '../connection/window-clock.ts';

interface FormerKeys {
  readonly former: readonly FormerSecret[];
  readonly error: unknown;
}

/** The replaced keys of an entry with their codes, asked again when the list changes, a code ends or the clock jumps. */
export function useFormerKeys(id: string): FormerKeys {
  const { client, entries } = useApplication();
  const [keys, setKeys] = useState<FormerKeys>({ former: [], error: null });
  useEffect(() => {
    let stopClock = () => {};
    const stop = new AbortController();
    const ask = async () => {
      stopClock();
      try {
        const { former } = await client.former.list({ id }, { signal: stop.signal });
        if (stop.signal.aborted) return;
        setKeys({ former, error: null });
        const ends = former.flatMap(({ look }) => (look.remainingMs === null ? [] : [look.remainingMs]));
        if (ends.length > 0) stopClock = windowClock.after(Math.min(...ends), () => void ask());
      } catch (error) {
        if (!stop.signal.aborted) setKeys({ former: [], error });
      }
    };
    void ask();
    const stopJumps = windowClock.onJump(() => void ask());
    const stopEntries = entries.subscribe(() => void ask());
    return () => {
      stop.abort();
      stopClock();
      stopJumps();
      stopEntries();
    };
  }, [client, entries, id]);
  return keys;
}
