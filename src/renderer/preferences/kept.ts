/** The name under which the window keeps its language. */
export const keptLanguage = 'latchkey.language';

/** Reads what a window kept for its next start; if the browser allows no storage, the window just forgets. */
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

/** Keeps a text under one of our names. */
export function keep(
  key: string,
  value: string,
  store: 'localStorage' | 'sessionStorage' = 'localStorage',
): void {
  try {
    window[store].setItem(key, value);
  } catch {
    // Storage is disabled or full.
  }
}
