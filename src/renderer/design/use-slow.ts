import { useEffect, useState } from 'react';

/** Has it taken so long that the person wonders why? */
export function useSlow(isPending: boolean, afterMs = 2_500): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isPending) return undefined;
    const timer = setTimeout(() => setSlow(true), afterMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isPending, afterMs]);
  return isSlow;
}
