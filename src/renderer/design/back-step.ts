import { useEffect, useRef } from 'react';
import { createStore } from '../connection/store.ts';

/** The steps that Back takes before it leaves the place, outermost first. */
export const backSteps = createStore<readonly (() => void)[]>([]);

/** While it is given, Back does this: closes a sheet, or goes one step back inside a place. */
export function useBackStep(step: (() => void) | undefined): void {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  const isThere = step !== undefined;
  useEffect(() => {
    if (!isThere) return undefined;
    const mine = () => latest.current?.();
    backSteps.set([...backSteps.get(), mine]);
    return () => backSteps.set(backSteps.get().filter((one) => one !== mine));
  }, [isThere]);
}
