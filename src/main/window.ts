import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { windowUrl } from './app-origin.ts';

/** What differs between machines and builds; the window's other options are fixed. */
export interface WindowFacts {
  preload: string;
  /** PNG for the task bar; the packaged macOS and Windows applications carry their own. */
  icon: string;
  dark: boolean;
  /** Off in the packaged application. */
  devTools: boolean;
}

/** The options of Latchkey's window. States even Electron's defaults, because a test checks them. */
export function windowOptions({
  preload,
  icon,
  dark,
  devTools,
}: WindowFacts): BrowserWindowConstructorOptions {
  return {
    width: 440,
    height: 760,
    minWidth: 340,
    minHeight: 480,
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

/** Loads the window's page and shows the window once it is drawn. */
export async function openWindow(window: BrowserWindow): Promise<void> {
  window.once('ready-to-show', () => window.show());
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  await window.loadURL(windowUrl);
}

/** Brings a window to the front, from wherever it is. */
export function comeForward(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
