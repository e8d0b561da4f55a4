import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Like `BackupFolder.place`. @param home the person's home folder, which `~` stands for */
export function placeTyped(typed: string, home = homedir()): string | null {
  const path = pathIn(withoutQuotes(typed.trim()), home);
  if (path === null || !isAbsolute(path) || path.includes('\0')) return null;
  // Removes the slash at the end, doubled slashes and `..`.
  return resolve(path);
}

/** Shells and file managers put paths in quotes of one kind. */
function withoutQuotes(text: string): string {
  return /^(["'])(.*)\1$/su.exec(text)?.[2]?.trim() ?? text;
}

function pathIn(text: string, home: string): string | null {
  if (/^file:\//iu.test(text)) {
    try {
      return fileURLToPath(text);
    } catch {
      // On another computer, or not a valid address.
      return null;
    }
  }
  return /^~(?:[\\/]|$)/u.test(text) ? join(home, text.slice(1)) : text;
}
