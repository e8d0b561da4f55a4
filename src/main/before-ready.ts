import type { App, Protocol } from 'electron';
import { appSchemePrivileges } from './app-origin.ts';

/** Settings that Electron accepts only before it is ready. */
export function hardenBeforeReady(
  app: Pick<App, 'enableSandbox' | 'isPackaged'> & { commandLine: Pick<App['commandLine'], 'removeSwitch'> },
  protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>,
): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([appSchemePrivileges]);
  if (!app.isPackaged) return;
  for (const name of debuggingSwitches) app.commandLine.removeSwitch(name);
}

/** Chromium's debugger entry points. No fuse covers them; fuses turn off Node's own (`resources/fuses.ts`). */
const debuggingSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'];
