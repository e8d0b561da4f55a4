import type { App } from 'electron';

/**
 * One Latchkey a data folder: two would write one vault. Returns whether this process is the one; another one
 * has told it to come forward, and must quit. The lock lies in the user data folder, so that has to be set
 * before.
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
