import type { ServerState } from '../../contract/account-state.ts';

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
 * The gate in front of the person's browser: an operating system that opens a string can start programs. Lets an address
 * through only if it parses, is https (or http on this machine), has no credentials, and is at one of the exact origins.
 * @returns the parsed form, which is exactly what was checked; null: not to be opened
 */
export function pageAt(address: string, origins: ReadonlySet<string>): string | null {
  const url = URL.parse(address);
  if (url === null || !(url.protocol === 'https:' || isThisMachine(url))) return null;
  if (!origins.has(url.origin) || url.username !== '' || url.password !== '') return null;
  return url.href;
}

function isThisMachine(url: URL): boolean {
  return url.protocol === 'http:' && url.hostname === '127.0.0.1';
}
