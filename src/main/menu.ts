import type { MenuItemConstructorOptions } from 'electron';

/**
 * The application's menu. Electron's default one holds reload, DevTools and links; this holds what the platform
 * needs: macOS takes its editing shortcuts from the menu, Windows and Linux need none (null: no menu bar).
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  return [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }];
}
