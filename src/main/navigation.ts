import type { Event, WebContents } from 'electron';

/**
 * Keeps web contents where the application put them: no navigation except a reload of the page, no redirect, no
 * frame, no `<webview>`, no second window. A link that requests its own window goes to the gate, which may open
 * it in the person's browser.
 * @param openExternal the gate: `Application.pageToOpen`
 */
export function guardNavigation(contents: WebContents, openExternal: (address: string) => void): void {
  const stay = (event: Event): void => event.preventDefault();
  // A broken window offers to reload itself.
  const stayUnlessReload = (event: Event<{ url: string; isMainFrame: boolean }>): void => {
    if (!event.isMainFrame || event.url !== contents.getURL()) stay(event);
  };
  contents.on('will-navigate', stayUnlessReload);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stayUnlessReload);
  contents.on('will-attach-webview', stay);
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
}
