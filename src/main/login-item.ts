import type { App } from 'electron';
import type { Desktop } from '../app/ports.ts';

/** Among the arguments of a start: the session opened Latchkey, not the person. */
export const atLogin = '--at-login';

/** The system's login item. macOS and Windows keep it; on Linux it is a file (`adapters/autostart`). */
export function createLoginItem(
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
  platform: NodeJS.Platform,
  autostart: Desktop['loginItem'],
): Desktop['loginItem'] {
  if (platform !== 'darwin' && platform !== 'win32') return autostart;
  // Windows tells items apart by their arguments.
  const args = platform === 'win32' ? { args: [atLogin] } : {};
  return {
    isOn: () => app.getLoginItemSettings(args).openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin, ...args }),
  };
}

/** Whether the session opened this start. */
export function wasOpenedAtLogin(
  app: Pick<App, 'getLoginItemSettings'>,
  platform: NodeJS.Platform,
  argv: readonly string[],
): boolean {
  return platform === 'darwin' ? app.getLoginItemSettings().wasOpenedAtLogin : argv.includes(atLogin);
}
