import type { Preferences } from '../../contract/preferences.ts';
import { keep, recall } from './kept.ts';

type Theme = Preferences['theme'];

const remembered = 'latchkey.theme';

/** Applies the preferred colours; `system` follows the system, also while the window is open. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  keep(remembered, theme);
}

/** The last theme, for the first paint, before the application answers. */
export function rememberedTheme(): Theme {
  const theme = recall(remembered);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
