/**
 * The Electron host: assembles the application with what only Electron has (screens, clipboard, windows), and
 * connects its window to it. It makes no decisions: each file beside this one turns something of Electron's
 * into something of Latchkey's.
 */
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { unlazyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  desktopCapturer,
  dialog,
  globalShortcut,
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
  Tray,
} from 'electron';
import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import ElectronStore from 'electron-store';
import { createAutostart } from '../adapters/autostart/autostart-file.ts';
import { forbidCoreDumps } from '../adapters/core-dumps/core-dumps.ts';
import { dataFolder, isDataFolderUsable } from '../adapters/data-folder.ts';
import { createTrayWatch } from '../adapters/desktop/tray-host.ts';
import { trayIcon } from '../adapters/desktop/tray-icon.ts';
import { isWaylandSession } from '../adapters/desktop/wayland.ts';
import { honouredChoices } from '../adapters/desktop/honoured.ts';
import { givenServer } from '../adapters/given-server.ts';
import { openLinkSocket } from '../adapters/link-socket/listen.ts';
import { createStderrLog } from '../adapters/log/stderr-log.ts';
import { createPortalShortcut } from '../adapters/portal/global-shortcuts.ts';
import { takeScreenshot } from '../adapters/portal/screenshot.ts';
import { withDesktop } from '../adapters/power/desktop-watch.ts';
import { programOf } from '../adapters/program.ts';
import { createSharedPorts } from '../adapters/shared-ports.ts';
import { createUpdater, updateFailed } from '../adapters/updater/electron-updater.ts';
import { readUpdateSettings } from '../adapters/updater/update-settings.ts';
import { createWindowFiles } from '../adapters/window-files/window-files.ts';
import { createWindowKeeper } from '../adapters/window-place/keeper.ts';
import { whyNotWithoutSandbox } from '../adapters/without-sandbox.ts';
import { createApplication } from '../app/application.ts';
import { windowShown } from '../contract/host-process.ts';
import { messageOf } from '../core/message-of.ts';
import { createAppProtocol } from './app-protocol.ts';
import { hardenBeforeReady } from './before-ready.ts';
import { createClipboard } from './clipboard.ts';
import { followDeepLinks } from './deep-links.ts';
import { createDesktop } from './desktop.ts';
import { createLinkHandler, openOwnLinks } from './link-handler.ts';
import { createGlobalShortcut } from './global-shortcut.ts';
import { followLifecycle } from './lifecycle.ts';
import { atLogin, createLoginItem, wasOpenedAtLogin } from './login-item.ts';
import { createMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { guardNavigation } from './navigation.ts';
import { channels, createPortHandover } from './port-handover.ts';
import { createPower } from './power.ts';
import { createQuickFindWindow } from './quick-find-window.ts';
import { createScreens } from './screens.ts';
import { hardenSession } from './web-session.ts';
import { claimSingleInstance } from './single-instance.ts';
import { quickFindOptions, windowOptions, type WindowFacts } from './window.ts';

const { platform, env } = process;
/** `out/main` beside `out/preload` and `out/renderer`, in the checkout as in the ASAR archive. */
const here = import.meta.dirname;
const preload = join(here, '../preload/index.cjs');
const icon = join(here, '../../resources/icons/256x256.png');
const devTools = !app.isPackaged;
const program = programOf(process.execPath, env);
const wayland = isWaylandSession(platform, env);
/** How long hidden windows may take to leave the screen, fade included, in ms. */
const settleMs = 300;

hardenBeforeReady(app, protocol);
// Puts Chromium's own files (and the single-instance lock) in a folder beside the vault. If the data folder is
// away or can't be written, keeps Electron's default place: Electron would make the folder where the unmounted
// drive belongs, or would not start, and no window could say why.
if (isDataFolderUsable()) app.setPath('userData', join(dataFolder(), 'electron'));

let startedAgain: (argv: readonly string[]) => void = () => undefined;
const whyNot = whyNotWithoutSandbox(process.argv, process.getuid?.());
if (whyNot !== null) void app.whenReady().then(() => giveUp(whyNot));
else if (claimSingleInstance(app, (argv) => startedAgain(argv))) run();
else app.quit();

function giveUp(why: string): void {
  dialog.showErrorBox('Latchkey could not start', why);
  app.exit(1);
}

function run(): void {
  void forbidCoreDumps();
  const shared = createSharedPorts({
    decodeWorkerUrl: new URL('./decode-worker.js', import.meta.url),
    transferWorkerUrl: new URL('./transfer-worker.js', import.meta.url),
    wasmPath: join(here, 'zxing_reader.wasm'),
    log: createStderrLog(),
  });
  const { log, preferences } = shared.ports;
  const failed = (event: string) => (error: unknown) => {
    log.error(event, { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  };

  const facts = (): WindowFacts => {
    const { theme } = preferences.get();
    const dark = theme === 'dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors);
    return { preload, icon, dark, platform, inForce: application.desktopInForce(), devTools };
  };
  const openStore = () => {
    const store = new ElectronStore({ name: 'window', clearInvalidConfig: true });
    // It would tell any page where it is.
    ipcMain.removeAllListeners('electron-store-get-data');
    return store;
  };
  const main = createMainWindow({
    app,
    screen,
    platform,
    keeper: createWindowKeeper(openStore, screen),
    make: (place) => protectedWindow(windowOptions(facts(), place)),
    // To `npm start`, which may be gone.
    shown: () => process.send?.(windowShown, undefined, undefined, () => undefined),
    staysInTray: () => application.desktopInForce().has('closeToTray'),
    failed: (event, error) => failed(event)(error),
  });
  const quickFind = createQuickFindWindow({
    screen,
    make: () => protectedWindow(quickFindOptions(facts())),
  });
  const windows = () => [main.current(), quickFind.current()].filter((window) => window !== null);
  const isWindow = (contents: WebContents | null): boolean =>
    windows().some(({ webContents }) => webContents === contents);

  const application = createApplication(
    {
      ...shared.ports,
      power: withDesktop(createPower(powerMonitor, platform), log),
      clipboard: createClipboard({ clipboard, ClipboardItem, platform }),
      linkHandler: createLinkHandler(app, program, env, platform),
      globalShortcut: wayland
        ? createPortalShortcut(shared.ports, env)
        : createGlobalShortcut(globalShortcut),
      windows: { comeForward: () => main.comeForward(), hide: () => main.hide(), quickFind },
      desktop: createDesktop({
        app,
        platform,
        choices: honouredChoices({ platform, wayland, isPackaged: app.isPackaged, env }),
        makeTray: () =>
          new Tray(join(here, `../../resources/tray/${trayIcon(platform, env, nativeTheme)}.png`)),
        watchTray: createTrayWatch(log, env, platform),
        buildMenu: (template) => Menu.buildFromTemplate(template),
        loginItem: createLoginItem(app, platform, createAutostart([program, atLogin])),
        show: () => main.comeForward(),
        apply(inForce) {
          windows().forEach((window) => window.setContentProtection(inForce.has('contentProtection')));
          main.current()?.setAlwaysOnTop(inForce.has('alwaysOnTop'));
        },
      }),
      updater: createUpdater({
        ...readUpdateSettings(app, process),
        hasFailed: process.argv.includes(updateFailed),
        load: async () => (await import('electron-updater')).default.autoUpdater,
        async close() {
          main.letGo();
          await close();
          // For the new version, which may start before this process is gone.
          app.releaseSingleInstanceLock();
        },
        startAgain() {
          app.relaunch({ execPath: program, args: [updateFailed] });
          app.exit();
        },
        quit: () => app.quit(),
      }),
      screens: createScreens({
        desktopCapturer,
        screen,
        systemPreferences,
        ownWindows: windows,
        settle: () => delay(settleMs),
        platform,
        wayland,
        screenshot: () => takeScreenshot(shared.ports, env),
      }),
    },
    { host: 'electron', version: app.getVersion(), platform, accountServer: givenServer(env, process) },
  );

  function protectedWindow(options: BrowserWindowConstructorOptions): BrowserWindow {
    const made = new BrowserWindow(options);
    made.setContentProtection(application.desktopInForce().has('contentProtection'));
    return made;
  }

  const openExternal = (address: string) => {
    const page = application.pageToOpen(address);
    if (page !== null) shell.openExternal(page).catch(failed('open-external'));
  };
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, openExternal));

  const wire = unlazyRouter(application.router).then((router) => new RPCHandler(router));
  const handOver = createPortHandover({
    isWindow,
    createChannel: () => new MessageChannelMain(),
    serve(port) {
      // What the window has sent by then waits in the port.
      wire.then((rpc) => rpc.upgrade(port)).then(() => port.start(), failed('wire'));
    },
  });
  ipcMain.on(channels.connect, handOver);

  openOwnLinks(app, program, env, platform).catch(failed('own-links'));
  startedAgain = followDeepLinks(app, process.argv, {
    open: (raw) => application.openLink(raw),
    comeForward: () => main.comeForward(),
  });
  const links = openLinkSocket(application.links, { log });

  let closing: Promise<void> | null = null;
  function close(): Promise<void> {
    closing ??= (async () => {
      await (await links).close();
      await application.close();
      await shared.close();
    })();
    return closing;
  }

  followLifecycle(app, {
    comeForward: () => main.comeForward(),
    close,
    failed: failed('close'),
  });

  async function start(): Promise<void> {
    await app.whenReady();
    const menu = menuTemplate(platform, application.menu());
    Menu.setApplicationMenu(menu === null ? null : Menu.buildFromTemplate(menu));
    hardenSession(session.defaultSession, {
      appProtocol: createAppProtocol(createWindowFiles(join(here, '../renderer'))),
      isWindow,
      devTools,
    });
    // The window itself shows that the vault is opening; a keychain may ask the person first.
    main.start({
      isHidden:
        application.desktopInForce().has('startHidden') && wasOpenedAtLogin(app, platform, process.argv),
    });
    await application.start();
  }

  start().catch((error: unknown) => {
    failed('start')(error);
    giveUp(messageOf(error));
  });
}
