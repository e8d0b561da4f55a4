/** The name under which the window keeps its language. */
export const keptLanguage = 'latchkey.language';

/** What a window keeps for its next start, where the browser lets it: one that keeps nothing forgets, and goes on. */
export function recall(
  key: string,
  store: 'localStorage' | 'sessionStorage' = 'localStorage',
): string | null {
  try {
    return window[store].getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text under a name of ours. */
export function keep(
  key: string,
  value: string,
  store: 'localStorage' | 'sessionStorage' = 'localStorage',
): void {
  try {
    window[store].setItem(key, value);
  } catch {
    // Storage is off, or full.
  }
}
