import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where each base folder is if nothing else is set, below the home folder. */
const usual = {
  XDG_CACHE_HOME: '.cache',
  XDG_CONFIG_HOME: '.config',
  XDG_DATA_HOME: '.local/share',
  XDG_STATE_HOME: '.local/state',
} as const;

/** One of the person's base folders. XDG Base Directory Specification: a relative path is ignored. */
export function xdgFolder(
  variable: keyof typeof usual,
  env: NodeJS.ProcessEnv,
  home = env['HOME'] ?? homedir(),
): string {
  const set = env[variable];
  return set && isAbsolute(set) ? set : join(home, usual[variable]);
}
