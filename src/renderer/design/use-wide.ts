import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 47.5rem)');
const stacked = window.matchMedia('(width < 24rem)');

/** Is there room for two panes? The same width as the `two-panes:` variant in style.css. */
export function useWide(): boolean {
  return useMatch(wide);
}

/** Is there too little room for a name beside its code? Same width as the `stacked:` variant in style.css. */
export function useStacked(): boolean {
  return useMatch(stacked);
}

function useMatch(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}
