import type { App, BrowserWindow, Screen } from 'electron';
import { comeForward, openWindow } from './window.ts';
import type { WindowKeeper } from '../adapters/window-place/keeper.ts';

export interface MainWindowHost {
  app: Pick<App, 'isReady' | 'on' | 'quit'>;
  screen: Pick<Screen, 'on'>;
  platform: NodeJS.Platform;
  keeper: WindowKeeper;
  make(place: ReturnType<WindowKeeper['restore']>['place']): BrowserWindow;
  /** Whether closing it leaves Latchkey in the tray. */
  staysInTray(): boolean;
  /** Its page is loaded. */
  shown(): void;
  failed: (event: 'window' | 'window-gone' | 'window-state', error: unknown) => void;
}

export interface MainWindow {
  current(): BrowserWindow | null;
  /** Opens it at the start; if Latchkey starts hidden, only if something has asked for it. */
  start(options: { isHidden: boolean }): void;
  /** Shows it with the focus; opens it if there is none. Before Electron is ready, `start` does. */
  comeForward(): void;
  /** Hides it in the tray if closing it does, else minimizes it. */
  hide(): void;
  /** From now on, closing it closes it. */
  letGo(): void;
}

/** The main window. Closing it hides it in the tray or ends Latchkey; when Latchkey ends, it closes in any case. */
export function createMainWindow(host: MainWindowHost): MainWindow {
  const { app, keeper, failed } = host;
  let window: BrowserWindow | null = null;
  let isWanted = false;
  let isEnding = false;
  const letGo = () => {
    isEnding = true;
  };
  app.on('before-quit', letGo);

  function open(): void {
    const { place, isMaximized } = keeper.restore();
    const opened = host.make(place);
    window = opened;
    if (isMaximized) opened.once('ready-to-show', () => opened.maximize());
    // Windows ends a session without `before-quit`.
    opened.on('query-session-end', letGo);
    opened.on('close', (event) => {
      try {
        keeper.keep(opened);
      } catch (error) {
        failed('window-state', error);
      }
      if (isEnding || !host.staysInTray()) return;
      event.preventDefault();
      opened.hide();
    });
    opened.once('closed', () => {
      window = null;
      // On macOS the application outlives its window.
      if (host.platform !== 'darwin') app.quit();
    });
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      failed('window-gone', reason);
      if (!opened.isDestroyed()) load(opened);
    });
    load(opened);
  }

  function load(opened: BrowserWindow): void {
    openWindow(opened)
      .then(() => host.shown())
      .catch((error: unknown) => failed('window', error));
  }

  return {
    current: () => window,
    letGo,
    start({ isHidden }) {
      host.screen.on('display-removed', () => {
        if (window !== null) keeper.bringBack(window);
      });
      if (window === null && (isWanted || !isHidden)) open();
    },
    hide: () => (host.staysInTray() ? window?.hide() : window?.minimize()),
    comeForward() {
      isWanted = true;
      if (window !== null) comeForward(window);
      else if (app.isReady()) open();
    },
  };
}
