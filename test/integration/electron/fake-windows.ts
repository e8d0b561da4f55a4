/** What the stand-in for Electron knows (`world`), and its windows. See `fake-electron.ts`. */
import { EventEmitter } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type Electron from 'electron';
import { listenTo } from '../../unit/electron/listen-to.ts';
import { partly } from '../../unit/electron/partly.ts';
import { transferred } from './fake-ports.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

export const world = {
  /** What was called that matters in order, with `ready` in between. */
  calls: [] as string[],
  isFirstInstance: true,
  ready: Promise.withResolvers<void>(),
  isReady: false,
  /** Electron is ready from now on. */
  becomeReady() {
    world.isReady = true;
    world.ready.resolve();
  },
  /** Where `package.json` is. */
  appPath: '/nowhere',
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
  /** The menu of the icon in the tray; null: there is no icon. */
  trayMenu: null as Electron.MenuItemConstructorOptions[] | null,
  shortcuts: new Map<string, () => void>(),
  /** Events of the application and of the screen, of the computer's power, and of pages. */
  events: new EventEmitter(),
  power: new EventEmitter(),
  ipc: new EventEmitter(),
};

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;

const note = (call: string): void => void world.calls.push(call);

/** A window's parts, for the test to act as its page. */
export interface FakeWindow {
  options: Electron.BrowserWindowConstructorOptions;
  window: Electron.BrowserWindow;
  contents: Electron.WebContents;
  frame: Electron.WebFrameMain;
  events: EventEmitter;
  loaded: string | null;
  isVisible: boolean;
  /** Closes it as the person would; false if that was prevented. */
  close(): boolean;
  openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null;
  /** Ports that the main process handed to the page. */
  ports: MessagePort[];
}

/** Stands in for `new BrowserWindow`. */
export function openFakeWindow(
  options: Electron.BrowserWindowConstructorOptions = {},
): Electron.BrowserWindow {
  note('window');
  const events = new EventEmitter();
  const { x = 0, y = 0, width = 0, height = 0 } = options;
  const bounds = { x, y, width, height };
  const frame = partly<Electron.WebFrameMain>({
    origin: 'app://latchkey',
    postMessage: (_channel, _message, ports = []) => {
      for (const port of ports) fake.ports.push(transferred(port));
    },
  });
  const contents: Electron.WebContents = partly<Electron.WebContents>({
    mainFrame: frame,
    on: listenTo(events, () => contents),
    setWindowOpenHandler: (handler) => {
      fake.openHandler = handler;
    },
    setWebRTCIPHandlingPolicy: (policy) => note(`webrtc ${policy}`),
  });
  const window: Electron.BrowserWindow = partly<Electron.BrowserWindow>({
    webContents: contents,
    on: listenTo(events, () => window),
    once: listenTo(events, () => window),
    isDestroyed: () => false,
    isVisible: () => fake.isVisible,
    isMinimized: () => false,
    isMaximized: () => false,
    isFocused: () => fake.isVisible,
    getBounds: () => bounds,
    getNormalBounds: () => bounds,
    setBounds: (to) => void Object.assign(bounds, to),
    setAlwaysOnTop: (isOn) => note(`on top ${isOn}`),
    setContentProtection: () => undefined,
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
    close() {
      let isPrevented = false;
      events.emit('close', { preventDefault: () => (isPrevented = true) });
      if (isPrevented) return false;
      world.windows.splice(world.windows.indexOf(fake), 1);
      events.emit('closed');
      return true;
    },
    openHandler: null,
    ports: [],
  };
  world.windows.push(fake);
  world.events.emit('web-contents-created', {}, contents);
  return window;
}
