import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As `BackupFolder.place`. @param home the person's own folder: what `~` stands for */
export function placeTyped(typed: string, home = homedir()): string | null {
  const path = pathIn(withoutQuotes(typed.trim()), home);
  if (path === null || !isAbsolute(path) || path.includes('\0')) return null;
  // Takes the slash at the end, and what is doubled or goes back, out of it.
  return resolve(path);
}

/** Shells and file managers put paths in quotes, of one kind. */
function withoutQuotes(text: string): string {
  return /^(["'])(.*)\1$/su.exec(text)?.[2]?.trim() ?? text;
}

function pathIn(text: string, home: string): string | null {
  if (/^file:\//iu.test(text)) {
    try {
      return fileURLToPath(text);
    } catch {
      // Of another computer, or no address.
      return null;
    }
  }
  return /^~(?:[\\/]|$)/u.test(text) ? join(home, text.slice(1)) : text;
}
