/**
 * The Electron host: assembles the application with what only Electron has (screens, clipboard, windows), and
 * connects its window to it. It makes no decisions: each file beside this one turns something of Electron's
 * into something of Latchkey's.
 */
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { call } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  desktopCapturer,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
} from 'electron';
import type { WebContents } from 'electron';
import { dataFolder, isDataFolderUsable } from '../adapters/data-folder.ts';
import { withDesktop } from '../adapters/power/desktop-watch.ts';
import { createSharedPorts } from '../adapters/shared-ports.ts';
import { createWindowFiles } from '../adapters/window-files/window-files.ts';
import { createApplication } from '../app/application.ts';
import { messageOf } from '../core/message-of.ts';
import { givenServer } from './account-server.ts';
import { createAppProtocol } from './app-protocol.ts';
import { hardenBeforeReady } from './before-ready.ts';
import { createClipboard } from './clipboard.ts';
import { followDeepLinks } from './deep-links.ts';
import { createLinkGate, pagesOf } from './external-links.ts';
import { followLifecycle } from './lifecycle.ts';
import { menuTemplate } from './menu.ts';
import { guardNavigation } from './navigation.ts';
import { channels, createPortHandover } from './port-handover.ts';
import { createPower } from './power.ts';
import { createScreens, isWaylandSession } from './screens.ts';
import { hardenSession } from './web-session.ts';
import { claimSingleInstance } from './single-instance.ts';
import { comeForward, openWindow, windowOptions } from './window.ts';

const { platform, env } = process;
/** `out/main` beside `out/preload` and `out/renderer`, in the checkout as in the ASAR archive. */
const here = import.meta.dirname;
const devTools = !app.isPackaged;
/** How long hidden windows may take to leave the screen, fade included, in ms. */
const settleMs = 300;

hardenBeforeReady(app, protocol);
// Puts Chromium's own files (and the single-instance lock) in a folder beside the vault. If the data folder is
// away or can't be written, keeps Electron's default place: Electron would make the folder where the unmounted
// drive belongs, or would not start, and no window could say why.
if (isDataFolderUsable()) app.setPath('userData', join(dataFolder(), 'electron'));

let window: BrowserWindow | null = null;
const isWindow = (contents: WebContents | null): boolean =>
  contents !== null && window?.webContents === contents;

let startedAgain: (argv: readonly string[]) => void = () => undefined;
if (claimSingleInstance(app, (argv) => startedAgain(argv))) run();
else app.quit();

function run(): void {
  const shared = createSharedPorts({
    decodeWorkerUrl: new URL('./decode-worker.js', import.meta.url),
    transferWorkerUrl: new URL('./transfer-worker.js', import.meta.url),
    wasmPath: join(here, 'zxing_reader.wasm'),
  });
  const { log, preferences } = shared.ports;
  const application = createApplication(
    {
      ...shared.ports,
      power: withDesktop(createPower(powerMonitor, platform), log),
      clipboard: createClipboard({ clipboard, ClipboardItem, platform }),
      screens: createScreens({
        desktopCapturer,
        screen,
        systemPreferences,
        ownWindows: () => (window === null ? [] : [window]),
        settle: () => delay(settleMs),
        platform,
        wayland: isWaylandSession(platform, env),
      }),
    },
    { host: 'electron', version: app.getVersion(), platform, accountServer: givenServer(env, process) },
  );
  const failed = (event: string) => (error: unknown) => {
    log.error(event, { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  };

  let pages: ReadonlySet<string> = new Set();
  const openExternal = createLinkGate(
    () => pages,
    (address) => {
      shell.openExternal(address).catch(failed('open-external'));
    },
  );
  async function followPages(): Promise<void> {
    for await (const { server } of await call(application.router.account.watch, undefined)) {
      pages = pagesOf(server);
    }
  }
  followPages().catch(failed('pages'));
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, openExternal));

  const rpc = new RPCHandler(application.router);
  const handOver = createPortHandover({
    isWindow,
    createChannel: () => new MessageChannelMain(),
    serve(port) {
      rpc.upgrade(port);
      port.start();
    },
  });
  ipcMain.on(channels.connect, handOver);

  function open(): void {
    const { theme } = preferences.get();
    const opened = new BrowserWindow(
      windowOptions({
        preload: join(here, '../preload/index.cjs'),
        icon: join(here, '../../resources/icons/256x256.png'),
        dark: theme === 'dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors),
        devTools,
      }),
    );
    window = opened;
    opened.once('closed', () => {
      window = null;
    });
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error('window-gone', { reason });
      if (!opened.isDestroyed()) openWindow(opened).catch(failed('window'));
    });
    openWindow(opened).catch(failed('window'));
  }

  startedAgain = followDeepLinks(app, process.argv, {
    open: (raw) => application.openLink(raw),
    comeForward() {
      if (window !== null) comeForward(window);
      // On macOS the application outlives its window. Before it is ready, `start` opens one itself.
      else if (app.isReady()) open();
    },
  });

  followLifecycle(app, {
    platform,
    hasWindow: () => window !== null,
    openWindow: open,
    async close() {
      await application.close();
      await shared.close();
    },
    failed: failed('close'),
  });

  async function start(): Promise<void> {
    await app.whenReady();
    const menu = menuTemplate(platform);
    Menu.setApplicationMenu(menu === null ? null : Menu.buildFromTemplate(menu));
    hardenSession(session.defaultSession, {
      appProtocol: createAppProtocol(createWindowFiles(join(here, '../renderer'))),
      isWindow,
      devTools,
    });
    // The window itself shows that the vault is opening; a keychain may ask the person first.
    open();
    await application.start();
  }

  start().catch((error: unknown) => {
    failed('start')(error);
    dialog.showErrorBox('Latchkey could not start', messageOf(error));
    app.exit(1);
  });
}
