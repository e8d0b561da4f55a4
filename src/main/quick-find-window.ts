import type { BrowserWindow, Screen } from 'electron';
import { inSight } from '../adapters/window-place/fit.ts';
import type { QuickFindWindow } from '../app/ports.ts';
import { quickFindUrl } from './app-origin.ts';
import { loadPage } from './window.ts';

export interface QuickFindHost {
  make(): BrowserWindow;
  screen: Pick<Screen, 'getCursorScreenPoint' | 'getDisplayNearestPoint'>;
}

/**
 * The window of the quick find: over the others on the display where the person is, hidden when it loses the focus, and
 * kept for the next time.
 */
export function createQuickFindWindow(
  host: QuickFindHost,
): QuickFindWindow & { current(): BrowserWindow | null } {
  let window: BrowserWindow | null = null;
  let ready = Promise.resolve();

  function open(): BrowserWindow {
    const opened = host.make();
    window = opened;
    opened.on('blur', () => hide());
    opened.once('closed', () => {
      window = null;
    });
    const drawn = new Promise<void>((resolve) => void opened.once('ready-to-show', () => resolve()));
    ready = loadPage(opened, quickFindUrl).then(() => drawn);
    return opened;
  }

  function hide(): void {
    if (window === null || !window.isVisible()) return;
    window.hide();
  }

  return {
    current: () => window,
    async show() {
      const shown = window ?? open();
      await ready;
      const { workArea } = host.screen.getDisplayNearestPoint(host.screen.getCursorScreenPoint());
      shown.setBounds(inSight(shown.getBounds(), workArea));
      shown.show();
      shown.focus();
    },
    hide: async () => hide(),
    isFocused: async () => window?.isFocused() ?? false,
  };
}
