import type { App } from 'electron';

export interface Lifecycle {
  comeForward(): void;
  /** Closes the application: clears keys from memory and a copied code from the clipboard. */
  close(): Promise<void>;
  /** Reports an error while closing; the process ends anyway. */
  failed(error: unknown): void;
}

/** Time limit for closing before the process ends anyway, in ms. */
const closingLimit = 3_000;

/**
 * Ties the application's life to Electron's. Who ends it says so (`main-window.ts`, the tray): that no window is open
 * ends nothing. It is closed once before the process ends.
 */
export function followLifecycle(app: Pick<App, 'on' | 'exit'>, lifecycle: Lifecycle): void {
  // Without a listener Electron would quit.
  app.on('window-all-closed', () => undefined);
  // A click in macOS's dock.
  app.on('activate', () => lifecycle.comeForward());
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
