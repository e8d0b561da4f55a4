import type { Preferences } from '../../contract/preferences.ts';
import { keep, recall } from './kept.ts';

type Theme = Preferences['theme'];

const remembered = 'latchkey.theme';

/** Colours by preference; `system` leaves the choice to the system, also while the window is open. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  keep(remembered, theme);
}

/** The theme of last time, so that the first paint has it before the application answers. */
export function rememberedTheme(): Theme {
  const theme = recall(remembered);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
