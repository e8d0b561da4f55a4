import { accountLimits } from '../../contract/account-service/shapes.ts';
import { textLength } from '../../contract/limits.ts';

/**
 * The origin of an account server, such as `https://account.example.org`; null if the text isn't one. Plain
 * HTTP is allowed only for this machine (a trial). Only scheme, host and port are allowed.
 */
export function readOrigin(text: string): string | null {
  if (textLength(text) > accountLimits.server) return null;
  return originOf(text);
}

function originOf(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || url.host === '') return null;
  const isBare =
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '';
  // An empty query or fragment leaves no trace in the parsed address.
  if (!isBare || /[?#]/.test(text)) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.origin))
    ? url.origin
    : null;
}

/** Like `readOrigin`, for typed text: without a scheme, assumes `https:`. */
export function readTypedOrigin(text: string): string | null {
  const typed = text.trim();
  if (textLength(typed) > accountLimits.server) return null;
  return originOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
}

/** Whether an origin is this machine. The parser has already normalized every spelling of an IPv4 address. */
export function isLoopback(origin: string): boolean {
  const host = URL.parse(origin)?.hostname ?? '';
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
