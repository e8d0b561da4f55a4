import { isGnome } from './gnome.ts';

/** Which of the pictures in `resources/tray` stands out on the panel. macOS colours its own. */
export function trayIcon(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  theme: { shouldUseDarkColors: boolean },
): 'iconTemplate' | 'on-dark' | 'on-light' {
  if (platform === 'darwin') return 'iconTemplate';
  // GNOME's panel is dark in any theme.
  const isDark = isGnome(env) || theme.shouldUseDarkColors;
  return isDark ? 'on-dark' : 'on-light';
}
