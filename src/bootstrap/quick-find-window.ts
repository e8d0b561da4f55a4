import process from 'node:process';
import type { Windows } from '../web/host.ts';
import { openAppWindow, type AppWindow } from './app-window.ts';

/** The browser host's quick find: a small app window, hidden between two uses where the system lets it be. */
export function createQuickFindWindow(
  startUrl: () => string,
): Windows['quickFind'] & { close(): Promise<void> } {
  let opened: AppWindow | null = null;

  const forget = (window: AppWindow) => {
    if (opened === window) opened = null;
  };
  const close = async () => {
    const window = opened;
    opened = null;
    await window?.close();
  };

  return {
    async show() {
      if (opened === null) {
        const window = process.env['LATCHKEY_NO_WINDOW'] ? null : await openAppWindow(startUrl(), quickFind);
        if (window === null)
          return console.log(`Quick find opens at this address, once:\n\n  ${startUrl()}\n`);
        opened = window;
        void window.ended.then(() => forget(window));
      }
      await opened.comeForward();
    },
    async hide() {
      if (opened !== null && !(await opened.hide())) await close();
    },
    isFocused: async () => (await opened?.isFocused()) ?? false,
    close,
  };
}

/** Room for seven entries. */
const quickFind = { size: { width: 640, height: 500 }, onX: true };
