import { keep, recall } from '../preferences/kept.ts';
import { door, type Pass } from '../../contract/window-door.ts';

const kept = 'latchkey.window';

/**
 * This window's pass. Removes the token from the address, where it would stay in the history. Keeps the secret
 * for a reload (`sessionStorage`: this window and this port only), and makes a new one for each start address.
 */
export function takePass(): Pass {
  const token = new URLSearchParams(window.location.hash.slice(1)).get(door.start) ?? undefined;
  if (token !== undefined) window.history.replaceState(null, '', window.location.pathname);
  const known = token === undefined ? recall(kept, 'sessionStorage') : null;
  const secret = known ?? newSecret();
  keep(kept, secret, 'sessionStorage');
  return { secret, token };
}

/** Does the address bar hold a start address that was not taken yet? */
export function hasNewPass(): boolean {
  return new URLSearchParams(window.location.hash.slice(1)).has(door.start);
}

/** 256 random bits in base64url. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '');
}
