import type { CallbackResponse } from 'electron';
import { isAppUrl, isWindowBlob } from './app-origin.ts';

/**
 * Decides each network request of the window: its own files pass, and what it made itself to be saved; everything else is cancelled. The window talks
 * to the application over its port and to nobody else.
 * @param devTools whether DevTools may load their own pages (never in the packaged application)
 */
export function createRequestFilter(devTools: boolean): (address: string) => CallbackResponse {
  return (address) => ({
    cancel: !(
      isAppUrl(address) ||
      isWindowBlob(address) ||
      (devTools && URL.parse(address)?.protocol === 'devtools:')
    ),
  });
}
