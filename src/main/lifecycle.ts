import type { App } from 'electron';

export interface Lifecycle {
  platform: NodeJS.Platform;
  hasWindow(): boolean;
  openWindow(): void;
  /** Closes the application: clears keys from memory and a copied code from the clipboard. */
  close(): Promise<void>;
  /** Reports an error while closing; the process ends anyway. */
  failed(error: unknown): void;
}

/** Time limit for closing before the process ends anyway, in ms. */
const closingLimit = 3_000;

/**
 * Ties the application's life to Electron's: the application ends with its last window (on macOS it stays in
 * the dock), and is closed once before the process ends.
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
