import type { MenuItemConstructorOptions as Item } from 'electron';
import type { MenuLine } from '../app/ports.ts';

type Groups = readonly (readonly MenuLine[])[];

/**
 * The application's menu. Electron's default menu has reload, DevTools and links; this one has only what the
 * platform needs, and the commands. macOS takes its editing shortcuts from it; Windows and Linux need none (null: no
 * menu bar), and the window has the commands.
 */
export function menuTemplate(platform: NodeJS.Platform, commands: Groups): Item[] | null {
  if (platform !== 'darwin') return null;
  const file: Item = { role: 'fileMenu', submenu: [...menuItems(commands), line, { role: 'close' }] };
  return [{ role: 'appMenu' }, file, { role: 'editMenu' }, { role: 'windowMenu' }];
}

/** A menu's groups of lines as Electron takes them, parted by rules. */
export function menuItems(groups: Groups): Item[] {
  return groups.flatMap((group, index) => [...(index > 0 ? [line] : []), ...group.map(itemOf)]);
}

const line: Item = { type: 'separator' };

function itemOf({ label, keys: accelerator, press }: MenuLine): Item {
  // In a menu, `&` underlines the letter after it.
  const item = { label: label.replaceAll('&', '&&'), ...(accelerator !== undefined && { accelerator }) };
  return press === null ? { ...item, enabled: false } : { ...item, click: () => press() };
}
