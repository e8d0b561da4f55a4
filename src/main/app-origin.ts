/** The window's origin: its own scheme, because `file:` pages get rights that no page needs. */
import type { CustomScheme } from 'electron';

export const appScheme = 'app';
const appHost = 'latchkey';
export const appOrigin = `${appScheme}://${appHost}`;
/** The two pages: the main window's, and that of the quick find. */
export const windowUrl = `${appOrigin}/index.html`;
export const quickFindUrl = `${appOrigin}/quick-find.html`;

/** Registered before the application is ready: its own origin, secure, without fetch, CSP in force. */
export const appSchemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true },
};

/** Whether an address is at the window's origin. Parsed, because a prefix is not an origin. */
export function isAppUrl(address: string): boolean {
  // WHATWG URL gives custom schemes the origin "null", so scheme and host are compared separately.
  const url = URL.parse(address);
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === '';
}

/** Whether an address is something the window made to be saved: a `blob:` of its own origin. */
export function isWindowBlob(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === 'blob:' && isAppUrl(url.pathname);
}
