import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { execLine } from '../desktop-entry.ts';
import { xdgFolder } from '../xdg-folder.ts';

/**
 * What the desktop starts with the person's session (freedesktop.org, Desktop Application Autostart Specification): a
 * `.desktop` file in XDG_CONFIG_HOME.
 * @param command what to start, without a shell
 */
export function createAutostart(command: readonly string[], env = process.env) {
  const folder = join(xdgFolder('XDG_CONFIG_HOME', env), 'autostart');
  const path = join(folder, 'app.latchkey.Latchkey.desktop');
  return {
    /** False also where the desktop's own settings have switched it off. */
    isOn(): boolean {
      const entry = textOf(path);
      return entry !== null && !/^(?:Hidden=true|X-GNOME-Autostart-enabled=false)$/mu.test(entry);
    },
    /** Writes the file with the present command, or removes it. @throws the file system's errors */
    set(isOn: boolean): void {
      if (!isOn) return rmSync(path, { force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, entryOf(command));
    },
  };
}

function entryOf(command: readonly string[]): string {
  return `[Desktop Entry]
Type=Application
Name=Latchkey
Exec=${execLine(command)}
Icon=latchkey-desktop
Terminal=false
`;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
