import type { App, Menu, MenuItemConstructorOptions, Tray } from 'electron';
import type { Desktop } from '../app/ports.ts';
import { menuItems } from './menu.ts';

export interface DesktopHost extends Pick<Desktop, 'choices' | 'apply' | 'loginItem' | 'watchTray'> {
  app: Pick<App, 'getPreferredSystemLanguages' | 'quit'>;
  platform: NodeJS.Platform;
  makeTray(): Pick<Tray, 'setContextMenu' | 'setToolTip' | 'on' | 'destroy'>;
  buildMenu(template: MenuItemConstructorOptions[]): Menu;
  /** Shows the main window: a click on the icon, where a click does not open the menu. */
  show(): void;
}

/** The tray and the rest of the desktop through Electron. */
export function createDesktop(host: DesktopHost): Desktop {
  const { app, platform, choices, apply, loginItem, watchTray } = host;
  let tray: ReturnType<DesktopHost['makeTray']> | null = null;
  const makeTray = () => {
    const made = host.makeTray();
    made.setToolTip('Latchkey');
    if (platform !== 'darwin') made.on('click', () => host.show());
    return made;
  };
  return {
    choices,
    apply,
    loginItem,
    watchTray,
    languages: () => app.getPreferredSystemLanguages(),
    quit: () => app.quit(),
    showTray(menu) {
      if (menu === null) {
        tray?.destroy();
        tray = null;
        return;
      }
      tray ??= makeTray();
      // On Linux a menu that is shown takes no change: each is a new one.
      tray.setContextMenu(host.buildMenu(menuItems(menu)));
    },
  };
}
