import type { CallbackResponse } from 'electron';
import { isAppUrl, isWindowBlob } from './app-origin.ts';

/**
 * Filters the window's network requests: its own files and its own blobs to save pass, all others are
 * cancelled. The window talks to the application over its port and to nothing else.
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
