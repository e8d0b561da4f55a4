import type { Preferences } from '../../contract/preferences.ts';

type Theme = Preferences['theme'];

const remembered = 'latchkey.theme';

/** Colours by preference; `system` leaves the choice to the system, also while the window is open. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  localStorage.setItem(remembered, theme);
}

/** The theme of last time, so that the first paint has it before the application answers. */
export function rememberedTheme(): Theme {
  const theme = localStorage.getItem(remembered);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
