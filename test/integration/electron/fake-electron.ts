/**
 * A stand-in for the `electron` module, for running the real bundle where there is no Electron. Every member has
 * Electron's own type, so a change of Electron's API is a type error here; a member that is not here throws.
 *
 * `world` is the test's side of it: what was called, and what the machine is like.
 */
import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type Electron from 'electron';
import { partly } from '../../unit/electron/partly.ts';
import { constructible } from './constructible.ts';
import { transferred } from './fake-ports.ts';

export { MessageChannelMain } from './fake-ports.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

export const world = {
  /** What was called that matters in order, with `ready` in between. */
  calls: [] as string[],
  isFirstInstance: true,
  ready: Promise.withResolvers<void>(),
  handlers: new Map<string, Handler>(),
  windows: [] as FakeWindow[],
  /** BGRA pixels of the only display. */
  display: { width: 0, height: 0, bitmap: Buffer.alloc(0) },
  /** Was any window visible while a picture was taken? */
  windowsInPicture: null as boolean | null,
  clipboard: {} as Record<string, unknown>,
  /** What the session was given, so that a test can ask it. */
  session: {} as {
    request?: Parameters<Electron.Session['setPermissionRequestHandler']>[0];
    check?: Parameters<Electron.Session['setPermissionCheckHandler']>[0];
    beforeRequest?: BeforeRequest;
    displayMedia?: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0];
  },
  /** Electron's own event of that name. */
  emit: (event: string, ...details: unknown[]) => void appEvents.emit(event, ...details),
  ipc: new EventEmitter(),
};

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;

const appEvents = new EventEmitter();
const note = (call: string): void => void world.calls.push(call);

export const app: Electron.App = partly<Electron.App>({
  isPackaged: true,
  commandLine: partly<Electron.CommandLine>({ removeSwitch: (name) => note(`without ${name}`) }),
  enableSandbox: () => note('enableSandbox'),
  getVersion: () => '0.0.0-test',
  isReady: () => world.windows.length > 0,
  setAsDefaultProtocolClient: (scheme) => world.calls.push(`opens ${scheme}`) > 0,
  setPath: (name, path) => note(`${name} ${path}`),
  requestSingleInstanceLock: () => {
    note('lock');
    return world.isFirstInstance;
  },
  whenReady: () => world.ready.promise,
  quit: () => note('quit'),
  exit: (code = 0) => note(`exit ${code}`),
  on(event: string, listener: (...details: never[]) => void): Electron.App {
    appEvents.on(event, (...details) => void Reflect.apply(listener, undefined, details));
    return app;
  },
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
export const session = { defaultSession };

export const ipcMain: Electron.IpcMain = partly<Electron.IpcMain>({
  on(channel, listener) {
    world.ipc.on(channel, listener);
    return ipcMain;
  },
});

/** A window's parts, for the test to act as its page. */
export interface FakeWindow {
  options: Electron.BrowserWindowConstructorOptions;
  window: Electron.BrowserWindow;
  contents: Electron.WebContents;
  frame: Electron.WebFrameMain;
  events: EventEmitter;
  loaded: string | null;
  isVisible: boolean;
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null;
  /** Ports that the main process handed to the page. */
  ports: MessagePort[];
}

function openFakeWindow(options: Electron.BrowserWindowConstructorOptions = {}): Electron.BrowserWindow {
  note('window');
  const events = new EventEmitter();
  const listen = (event: string, listener: (...details: never[]) => void): void =>
    void events.on(event, (...details) => void Reflect.apply(listener, undefined, details));
  const frame = partly<Electron.WebFrameMain>({
    origin: 'app://latchkey',
    postMessage: (_channel, _message, ports = []) => {
      for (const port of ports) fake.ports.push(transferred(port));
    },
  });
  const contents: Electron.WebContents = partly<Electron.WebContents>({
    mainFrame: frame,
    on(event: string, listener: (...details: never[]) => void): Electron.WebContents {
      listen(event, listener);
      return contents;
    },
    setWindowOpenHandler: (handler) => {
      fake.openHandler = handler;
    },
    setWebRTCIPHandlingPolicy: (policy) => note(`webrtc ${policy}`),
  });
  const window: Electron.BrowserWindow = partly<Electron.BrowserWindow>({
    webContents: contents,
    once(event: string, listener: (...details: never[]) => void): Electron.BrowserWindow {
      listen(event, listener);
      return window;
    },
    isDestroyed: () => false,
    isVisible: () => fake.isVisible,
    isMinimized: () => false,
    focus: () => note('focus'),
    show: () => {
      fake.isVisible = true;
    },
    showInactive: () => {
      fake.isVisible = true;
    },
    hide: () => {
      fake.isVisible = false;
    },
    loadURL: async (address) => {
      note(`load ${address}`);
      fake.loaded = address;
      events.emit('ready-to-show');
    },
  });
  const fake: FakeWindow = {
    options,
    window,
    contents,
    frame,
    events,
    loaded: null,
    isVisible: false,
    openHandler: null,
    ports: [],
  };
  world.windows.push(fake);
  appEvents.emit('web-contents-created', {}, contents);
  return window;
}

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

export const screen = partly<Electron.Screen>({
  getAllDisplays: () => [
    partly<Electron.Display>({
      id: 1,
      size: { width: world.display.width / 2, height: world.display.height / 2 },
      scaleFactor: 2,
    }),
  ],
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

/** Nothing happens on this machine: nobody locks it, it does not sleep. */
export const powerMonitor: Electron.PowerMonitor = partly<Electron.PowerMonitor>({
  on: (): Electron.PowerMonitor => powerMonitor,
  off: (): Electron.PowerMonitor => powerMonitor,
  removeListener: (): Electron.PowerMonitor => powerMonitor,
  getSystemIdleTime: () => 0,
});

export const systemPreferences = partly<Electron.SystemPreferences>({});
export const nativeTheme = partly<Electron.NativeTheme>({ shouldUseDarkColors: true });
export const shell = partly<Electron.Shell>({});
export const dialog = partly<Electron.Dialog>({
  showErrorBox: (title, content) => note(`error box: ${title}: ${content}`),
});
export const Menu = {
  setApplicationMenu: (menu: Electron.Menu | null) => note(`menu ${menu === null ? 'none' : 'some'}`),
} satisfies Pick<typeof Electron.Menu, 'setApplicationMenu'>;
