import type { App, Protocol } from 'electron';
import { appSchemePrivileges } from './app-origin.ts';

/** What has to be said to Electron before it is ready, or it does not count. */
export function hardenBeforeReady(
  app: Pick<App, 'enableSandbox' | 'isPackaged'> & { commandLine: Pick<App['commandLine'], 'removeSwitch'> },
  protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>,
): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
  if (!app.isPackaged) return;
  for (const name of debuggingSwitches) app.commandLine.removeSwitch(name);
}

/** Chromium's ways in for a debugger. No fuse covers them; Node's own are off by fuse (`resources/fuses.ts`). */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];
