import type { App } from 'electron';

/**
 * Allows one Latchkey per data folder, since two would write one vault. Returns whether this process is that
 * one. Otherwise it has told the other to come forward, and must quit. The lock is in the user data folder, so
 * set that first.
 * @param startedAgain gets the arguments of a second start: a link may be among them, nothing else counts
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  startedAgain: (argv: readonly string[]) => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv) => startedAgain(argv));
  return true;
}
