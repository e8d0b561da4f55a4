import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { closestFolder, folderPlaceOf } from './place.ts';
import { xdgFolder } from './xdg-folder.ts';

/**
 * The folder of the vault and the settings: LATCHKEY_DATA_DIR if set, else `Latchkey` in the platform's place
 * for application data. All hosts use the same folder.
 */
export function dataFolder(env = process.env, platform = process.platform, home = homedir()): string {
  const chosen = env['LATCHKEY_DATA_DIR'];
  if (chosen) return chosen;
  switch (platform) {
    case 'darwin':
      return join(home, 'Library/Application Support/Latchkey');
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData/Roaming'), 'Latchkey');
    default:
      return join(xdgFolder('XDG_DATA_HOME', env, home), 'Latchkey');
  }
}

/**
 * The folder of this computer's own record of vaults. It is separate from the data folder, which may be on a
 * drive, and unlike settings it never moves to another computer.
 */
export function stateFolder(env = process.env, platform = process.platform, home = homedir()): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library/Preferences/Latchkey');
    case 'win32':
      return join(env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'), 'Latchkey');
    default:
      return join(xdgFolder('XDG_STATE_HOME', env, home), 'Latchkey');
  }
}

/** The folder of what can be made again at any time and holds nothing of the person's. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library/Caches/Latchkey');
    case 'win32':
      return join(env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'), 'Latchkey/Cache');
    default:
      return join(xdgFolder('XDG_CACHE_HOME', env, home), 'Latchkey');
  }
}

/** Whether the person has named the folder; if so, it is not made where its parent is missing. */
export function isDataFolderChosen(env = process.env): boolean {
  return Boolean(env['LATCHKEY_DATA_DIR']);
}

/** Whether the data folder exists or may be made, and can be written. */
export function isDataFolderUsable(): boolean {
  try {
    accessSync(closestFolder(folderPlaceOf(dataFolder(), isDataFolderChosen())), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
