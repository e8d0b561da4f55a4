import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 47.5rem)');

/** Is there room for two panes? The same width as the `two-panes:` variant of style.css. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      wide.addEventListener('change', changed);
      return () => wide.removeEventListener('change', changed);
    },
    () => wide.matches,
  );
}
