import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findClipboardPrograms } from '../adapters/clipboard/clipboard-programs.ts';
import { forbidCoreDumps } from '../adapters/core-dumps/core-dumps.ts';
import { isWaylandSession } from '../adapters/desktop/wayland.ts';
import { noGlobalShortcut } from '../adapters/global-shortcut/none.ts';
import { createXShortcut } from '../adapters/global-shortcut/x-shortcut.ts';
import { createDesktopLinkHandler } from '../adapters/link-handler/link-handler.ts';
import { openLinkSocket } from '../adapters/link-socket/listen.ts';
import { createStderrLog } from '../adapters/log/stderr-log.ts';
import { createPortalShortcut } from '../adapters/portal/global-shortcuts.ts';
import { createDesktopScreens } from '../adapters/screens/desktop-screens.ts';
import { createSharedPorts } from '../adapters/shared-ports.ts';
import { createApplication } from '../app/application.ts';
import type { HostFacts } from '../app/host/facts.ts';
import type { GlobalShortcut, Ports, Windows } from '../app/ports.ts';
import { messageOf } from '../core/message-of.ts';
import { serveWindow, type WindowServer } from './server.ts';

export type { Windows };

/** Time limit for closing, in ms: it does not wait for a keychain that still asks the person. */
const closingLimitMs = 5_000;

/**
 * The browser host: the whole application, with its window served on loopback. The window takes the pictures of the
 * screen and copies where the desktop gives the application no way to do so. Links arrive over a socket
 * (`adapters/link-socket/`).
 *
 * @param options.root the project's folder, or that of an installed copy
 * @param options.version what the window shows
 * @param options.port 0 takes a free one
 * @param options.accountServer the account server set from outside, if any
 * @param options.command how the command `latchkey` is called here, if not by its name
 * @param options.windows the browser's windows
 * @param options.openLinks the command that hands a link to this host
 * @returns the server, once it has an address; `started` resolves when the vault has been looked for
 */
export async function startBrowserHost(options: {
  root: string;
  version: string;
  port: number;
  accountServer?: HostFacts['accountServer'];
  command?: string;
  windows: Windows;
  openLinks: string[];
}): Promise<WindowServer & { started: Promise<void> }> {
  void forbidCoreDumps();
  const { ports, close } = createSharedPorts({
    decodeWorkerUrl: new URL('../adapters/decoder/decode-worker.ts', import.meta.url),
    transferWorkerUrl: new URL('../adapters/transfer/transfer-worker.ts', import.meta.url),
    wasmPath: join(options.root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'),
    log: createStderrLog(),
  });
  // Without this process the command below would open nothing.
  const linkHandler = createDesktopLinkHandler(options.openLinks);
  const application = createApplication(
    {
      ...ports,
      clipboard: findClipboardPrograms() ?? { kind: 'window' },
      globalShortcut: globalShortcutHere(ports, process.env),
      linkHandler,
      windows: options.windows,
      screens: createDesktopScreens(ports),
    },
    {
      host: 'browser',
      version: options.version,
      platform: process.platform,
      accountServer: options.accountServer,
      ...(options.command !== undefined && { command: options.command }),
    },
  );
  const server = await serveWindow(application.router, {
    windowRoot: join(options.root, 'out/renderer'),
    port: options.port,
    broken: (error) => ports.log.error('window-server', { error: messageOf(error) }),
  });
  const links = await openLinkSocket(application.links, ports);
  // The window itself shows that the vault is opening; a keychain may ask the person first.
  const started = application.start();
  return {
    ...server,
    started,
    async close() {
      await links.close();
      await linkHandler.close();
      await server.close();
      await Promise.race([application.close().then(close), sleep(closingLimitMs, undefined, { ref: false })]);
    },
  };
}

/** As in Electron: an X server delivers keys to any program, and Wayland leaves them to the desktop's portal. */
function globalShortcutHere(ports: Pick<Ports, 'clock' | 'log'>, env: NodeJS.ProcessEnv): GlobalShortcut {
  if (process.platform !== 'linux') return noGlobalShortcut;
  const display = env['DISPLAY'];
  const isX = display !== undefined && display !== '' && !isWaylandSession(process.platform, env);
  return isX ? createXShortcut(display) : createPortalShortcut(ports, env);
}
