import type { App } from 'electron';

/**
 * One Latchkey a data folder: two would write one vault. Returns whether this process is the one; another one
 * has told it to come forward, and must quit. The lock lies in the user data folder, so that has to be set
 * before. Arguments of the second start are not looked at: nothing is started by a link so far.
 * @param comeForward shows the window, when somebody starts Latchkey again
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  comeForward: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', comeForward);
  return true;
}
