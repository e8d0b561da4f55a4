import type { App } from 'electron';

export interface Lifecycle {
  platform: NodeJS.Platform;
  hasWindow(): boolean;
  openWindow(): void;
  /** Closes the application: keys leave memory, a copied code leaves the clipboard. */
  close(): Promise<void>;
  /** What went wrong while closing; the process ends all the same. */
  failed(error: unknown): void;
}

/** Longest that closing may take before the process ends anyway, in ms. */
const closingLimit = 3_000;

/**
 * Ties the application's life to Electron's: the last window's end is the application's (on macOS it stays in
 * the dock), and before the process ends the application is closed, once.
 */
export function followLifecycle(app: Pick<App, 'on' | 'quit' | 'exit'>, lifecycle: Lifecycle): void {
  app.on('window-all-closed', () => {
    if (lifecycle.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (!lifecycle.hasWindow()) lifecycle.openWindow();
  });
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const limit = new Promise((resolve) => setTimeout(resolve, closingLimit));
    void Promise.race([lifecycle.close(), limit])
      .catch((error: unknown) => lifecycle.failed(error))
      .finally(() => app.exit());
  });
}
