import type { MenuItemConstructorOptions } from 'electron';

/**
 * The application's menu. Electron's default menu has reload, DevTools and links; this one has only what the
 * platform needs. macOS takes its editing shortcuts from it; Windows and Linux need none (null: no menu bar).
 */
export function menuTemplate(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  if (platform !== 'darwin') return null;
  return [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }];
}
