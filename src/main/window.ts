import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { windowUrl } from './app-origin.ts';

/** What differs between machines and builds; the rest of the window's options is fixed. */
export interface WindowFacts {
  preload: string;
  /** PNG for the task bar; the packaged macOS and Windows applications carry their own. */
  icon: string;
  dark: boolean;
  /** Off in the packaged application. */
  devTools: boolean;
}

/** The options of Latchkey's window. What Electron already does by default is said anyway: a test holds it. */
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
    // Shown once it has something to show, on a background of its own colour: no white flash.
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
      // The dictionaries would be downloaded.
      spellcheck: false,
      devTools,
    },
  };
}

/** Loads the window's page and shows the window when it has been drawn. */
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
