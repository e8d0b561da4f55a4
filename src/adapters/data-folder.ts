import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import { folderPlaceOf } from './place.ts';

/**
 * Where the vault and the settings live: LATCHKEY_DATA_DIR where it is set, else `Latchkey` in the place that the
 * platform has for an application's data. Both hosts use the same folder.
 */
export function dataFolder(env = process.env, platform = process.platform, home = homedir()): string {
  const chosen = env['LATCHKEY_DATA_DIR'];
  if (chosen) return chosen;
  switch (platform) {
    case 'darwin':
      return join(home, 'Library/Application Support/Latchkey');
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData/Roaming'), 'Latchkey');
    default: {
      // XDG Base Directory Specification: a relative path is to be ignored.
      const dataHome = env['XDG_DATA_HOME'];
      return join(dataHome && isAbsolute(dataHome) ? dataHome : join(home, '.local/share'), 'Latchkey');
    }
  }
}

/**
 * Where this computer's own record of vaults stands: apart from the data folder, which may lie on a drive, and never on
 * its way to another computer, as settings are.
 */
export function stateFolder(env = process.env, platform = process.platform, home = homedir()): string {
  switch (platform) {
    case 'darwin':
      return join(home, 'Library/Preferences/Latchkey');
    case 'win32':
      return join(env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'), 'Latchkey');
    default: {
      const stateHome = env['XDG_STATE_HOME'];
      return join(stateHome && isAbsolute(stateHome) ? stateHome : join(home, '.local/state'), 'Latchkey');
    }
  }
}

/** Whether the person has named the folder: then it is not made in a place that is not there. */
export function isDataFolderChosen(env = process.env): boolean {
  return Boolean(env['LATCHKEY_DATA_DIR']);
}

/** Whether the data folder is there, or may be made. */
export function isDataFolderThere(): boolean {
  try {
    folderPlaceOf(dataFolder(), isDataFolderChosen());
    return true;
  } catch {
    return false;
  }
}
