/**
 * A stand-in for the `electron` module, for running the real bundle where there is no Electron. Every member has
 * Electron's own type, so a change of Electron's API is a type error here; a member that is not here throws.
 *
 * `world` is the test's side of it: what was called, and what the machine is like.
 */
import type Electron from 'electron';
import { listenTo } from '../../unit/electron/listen-to.ts';
import { partly } from '../../unit/electron/partly.ts';
import { constructible } from './constructible.ts';
import { openFakeWindow, world } from './fake-windows.ts';

export { net } from './fake-net.ts';
export { MessageChannelMain } from './fake-ports.ts';
export { world } from './fake-windows.ts';

const note = (call: string): void => void world.calls.push(call);
const paths = new Map<string, string>();
let isQuitting = false;

export const app: Electron.App = partly<Electron.App>({
  isPackaged: true,
  commandLine: partly<Electron.CommandLine>({ removeSwitch: (name) => note(`without ${name}`) }),
  enableSandbox: () => note('enableSandbox'),
  getVersion: () => '0.0.0-test',
  getName: () => 'Latchkey',
  getAppPath: () => world.appPath,
  getPath: (name) => paths.get(name) ?? '/nowhere',
  getPreferredSystemLanguages: () => ['en-GB'],
  isReady: () => world.isReady,
  setAsDefaultProtocolClient: (scheme) => world.calls.push(`opens ${scheme}`) > 0,
  setPath: (name, path) => {
    paths.set(name, path);
    note(`${name} ${path}`);
  },
  requestSingleInstanceLock: () => {
    note('lock');
    return world.isFirstInstance;
  },
  releaseSingleInstanceLock: () => note('unlock'),
  relaunch: () => note('relaunch'),
  whenReady: () => world.ready.promise,
  quit() {
    if (isQuitting) return;
    isQuitting = true;
    note('quit');
    world.events.emit('before-quit', {});
    for (const window of world.windows.slice()) window.close();
    world.events.emit('will-quit', { preventDefault: () => note('wait') });
  },
  exit: (code = 0) => note(`exit ${code}`),
  on: listenTo(world.events, () => app),
  once: listenTo(world.events, () => app),
});

export const protocol = partly<Electron.Protocol>({
  registerSchemesAsPrivileged: (schemes) => note(`privileged ${schemes.map(({ scheme }) => scheme).join()}`),
});

const defaultSession: Electron.Session = partly<Electron.Session>({
  protocol: partly<Electron.Protocol>({
    handle: (scheme, handler) => {
      note(`handle ${scheme}`);
      world.handlers.set(scheme, handler);
    },
  }),
  webRequest: partly<Electron.WebRequest>({
    onBeforeRequest: (...given: unknown[]) => {
      const listener = given.at(-1);
      world.session.beforeRequest = (details, callback) =>
        void (typeof listener === 'function' && Reflect.apply(listener, undefined, [details, callback]));
    },
  }),
  setPermissionRequestHandler: (handler) => {
    note('permission request');
    world.session.request = handler;
  },
  setPermissionCheckHandler: (handler) => {
    note('permission check');
    world.session.check = handler;
  },
  setDevicePermissionHandler: () => note('device permission'),
  setDisplayMediaRequestHandler: (handler) => {
    world.session.displayMedia = handler;
  },
  setSpellCheckerEnabled: (isOn) => note(`spell checker ${isOn}`),
  on: (): Electron.Session => defaultSession,
});
export const session = {
  defaultSession,
  /** The updater's own. */
  fromPartition: () => partly<Electron.Session>({}),
};

export const autoUpdater = partly<Electron.AutoUpdater>({ emit: () => true });

export const ipcMain: Electron.IpcMain = partly<Electron.IpcMain>({
  on(channel, listener) {
    world.ipc.on(channel, listener);
    return ipcMain;
  },
  removeAllListeners(channel) {
    world.ipc.removeAllListeners(channel);
    return ipcMain;
  },
});

export const BrowserWindow = constructible(openFakeWindow);

export const desktopCapturer = partly<Electron.DesktopCapturer>({
  getSources: async ({ types, thumbnailSize }) => {
    world.windowsInPicture = world.windows.some(({ isVisible }) => isVisible);
    note(`capture ${types.join()} ${thumbnailSize?.width}×${thumbnailSize?.height}`);
    const { width, height, bitmap } = world.display;
    const thumbnail = partly<Electron.NativeImage>({
      isEmpty: () => width === 0,
      getSize: () => ({ width, height }),
      toBitmap: () => bitmap,
    });
    return [partly<Electron.DesktopCapturerSource>({ display_id: '1', thumbnail })];
  },
});

const display = () =>
  partly<Electron.Display>({
    id: 1,
    size: { width: world.display.width / 2, height: world.display.height / 2 },
    workArea: { x: 0, y: 0, width: 1440, height: 900 },
    scaleFactor: 2,
  });
export const screen: Electron.Screen = partly<Electron.Screen>({
  on: listenTo(world.events, () => screen),
  getAllDisplays: () => [display()],
  getPrimaryDisplay: display,
  getDisplayNearestPoint: display,
  getCursorScreenPoint: () => ({ x: 700, y: 400 }),
});

export const ClipboardItem = constructible((items: Record<string, unknown>) => {
  const item: Electron.ClipboardItem = partly<Electron.ClipboardItem>({ types: Object.keys(items) });
  clipboardItems.set(item, items);
  return item;
});
const clipboardItems = new WeakMap<Electron.ClipboardItem, Record<string, unknown>>();

export const clipboard = partly<Electron.Clipboard>({
  write: async (items) => {
    world.clipboard = Object.assign({}, ...items.map((item) => clipboardItems.get(item)));
  },
  readText: async () => {
    const text = world.clipboard['text/plain'];
    return typeof text === 'string' ? text : '';
  },
  clear: () => {
    world.clipboard = {};
  },
});

export const powerMonitor: Electron.PowerMonitor = partly<Electron.PowerMonitor>({
  on: listenTo(world.power, () => powerMonitor),
  removeListener: (): Electron.PowerMonitor => powerMonitor,
  getSystemIdleTime: () => 0,
});

export const globalShortcut = partly<Electron.GlobalShortcut>({
  register(accelerator, pressed) {
    world.shortcuts.set(accelerator, pressed);
    return true;
  },
  unregister: (accelerator) => void world.shortcuts.delete(accelerator),
});

const templates = new WeakMap<Electron.Menu, Electron.MenuItemConstructorOptions[]>();
export const Tray = constructible(() => {
  const tray: Electron.Tray = partly<Electron.Tray>({
    on: listenTo(world.events, () => tray),
    setToolTip: () => undefined,
    setContextMenu(menu) {
      world.trayMenu = (menu === null ? undefined : templates.get(menu)) ?? [];
    },
    destroy() {
      world.trayMenu = null;
    },
  });
  return tray;
});

export const systemPreferences = partly<Electron.SystemPreferences>({});
export const nativeTheme = partly<Electron.NativeTheme>({
  shouldUseDarkColors: true,
});
export const shell = partly<Electron.Shell>({});
export const dialog = partly<Electron.Dialog>({
  showErrorBox: (title, content) => note(`error box: ${title}: ${content}`),
});
export const Menu = {
  buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Electron.Menu {
    const menu = partly<Electron.Menu>({});
    templates.set(menu, template);
    return menu;
  },
  setApplicationMenu: (menu: Electron.Menu | null) => note(`menu ${menu === null ? 'none' : 'some'}`),
} satisfies Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;

/** For libraries that take all of Electron as one object. */
export default { app, ipcMain, shell };
