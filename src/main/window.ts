import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Place } from '../adapters/window-place/fit.ts';
import type { DesktopChoice } from '../contract/vocabulary.ts';
import { windowUrl } from './app-origin.ts';

/** What differs between machines and builds; the window's other options are fixed. */
export interface WindowFacts {
  preload: string;
  /** PNG for the task bar; the packaged macOS and Windows applications carry their own. */
  icon: string;
  dark: boolean;
  platform: NodeJS.Platform;
  inForce: ReadonlySet<DesktopChoice>;
  /** Off in the packaged application. */
  devTools: boolean;
}

/** The main window's options. `place`: where it was the last time. */
export function windowOptions(facts: WindowFacts, place: Partial<Place>): BrowserWindowConstructorOptions {
  return {
    width: 440,
    height: 760,
    ...place,
    minWidth: 340,
    minHeight: 480,
    alwaysOnTop: facts.inForce.has('alwaysOnTop'),
    ...options(facts),
  };
}

/** The options of the quick find's window: without a frame, over all others, not in the task bar. */
export function quickFindOptions(facts: WindowFacts): BrowserWindowConstructorOptions {
  return {
    width: 480,
    height: 420,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    // On macOS a panel takes the keys without taking the focus from the other program.
    ...(facts.platform === 'darwin' && { type: 'panel' }),
    ...options(facts),
  };
}

/** What both windows have in common. States even Electron's defaults, because a test checks them. */
function options({ preload, icon, dark, devTools }: WindowFacts): BrowserWindowConstructorOptions {
  return {
    title: 'Latchkey',
    icon,
    // Shown only once it has content, on its own background colour: no white flash.
    show: false,
    backgroundColor: dark ? '#14161b' : '#f7f8fa',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // It would download dictionaries.
      spellcheck: false,
      devTools,
    },
  };
}

/** Loads the main window's page and shows the window once it is drawn. */
export async function openWindow(window: BrowserWindow): Promise<void> {
  window.once('ready-to-show', () => window.show());
  await loadPage(window, windowUrl);
}

/** Loads one of the two pages. */
export async function loadPage(window: BrowserWindow, address: string): Promise<void> {
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  await window.loadURL(address);
}

/** Brings a window to the front, from wherever it is. */
export function comeForward(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
