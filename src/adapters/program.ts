import { sep } from 'node:path';

/**
 * What the system starts for a link. An AppImage and the portable program for Windows run out of a place that is gone
 * after them, and say where they are themselves.
 */
export function programOf(execPath: string, env: NodeJS.ProcessEnv): string {
  return appImageOf(execPath, env) ?? env['PORTABLE_EXECUTABLE_FILE'] ?? execPath;
}

/**
 * The AppImage that this process runs out of; null if it runs out of none. What an AppImage starts, a terminal for
 * example, hands these variables on to programs that have nothing to do with it.
 */
export function appImageOf(execPath: string, env: NodeJS.ProcessEnv): string | null {
  const { APPIMAGE: file, APPDIR: mount } = env;
  return file && mount && execPath.startsWith(mount + sep) ? file : null;
}
