import type { ServerState } from '../contract/account-state.ts';

/**
 * Sites that a link in the window may open in the person's browser, as exact origins: the account server's
 * portal and support pages, and the inbox of a trial on this machine.
 */
export function pagesOf({ branding, trialInbox }: ServerState): ReadonlySet<string> {
  const inbox = URL.parse(trialInbox ?? '');
  return new Set([
    ...[branding?.portal, branding?.support.url].flatMap((address) => {
      const url = URL.parse(address ?? '');
      return url?.protocol === 'https:' ? [url.origin] : [];
    }),
    ...(inbox !== null && isThisMachine(inbox) ? [inbox.origin] : []),
  ]);
}

/**
 * The only way to `shell.openExternal`, which hands a string to the operating system and can start programs.
 * Opens an address only if it parses, is https (or http on this machine), has no credentials, and is at one of
 * the exact origins.
 * @param origins those that are allowed now
 * @param open `shell.openExternal`
 */
export function createLinkGate(
  origins: () => ReadonlySet<string>,
  open: (address: string) => void,
): (address: string) => void {
  return (address) => {
    const url = URL.parse(address);
    if (url === null || !(url.protocol === 'https:' || isThisMachine(url))) return;
    if (!origins().has(url.origin) || url.username !== '' || url.password !== '') return;
    // Opens exactly what was checked: the parsed form, not the original text.
    open(url.href);
  };
}

function isThisMachine(url: URL): boolean {
  return url.protocol === 'http:' && url.hostname === '127.0.0.1';
}
