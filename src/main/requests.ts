import type { CallbackResponse } from 'electron';
import { isAppUrl } from './app-origin.ts';

/**
 * Decides each network request of the window: its own files pass, everything else is cancelled. The window talks
 * to the application over its port and to nobody else.
 * @param devTools whether DevTools may load their own pages (never in the packaged application)
 */
export function createRequestFilter(devTools: boolean): (address: string) => CallbackResponse {
  return (address) => ({
    cancel: !(isAppUrl(address) || (devTools && URL.parse(address)?.protocol === 'devtools:')),
  });
}
