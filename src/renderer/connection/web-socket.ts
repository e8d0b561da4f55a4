import { RPCLink } from '@orpc/client/websocket';
import type { LinkChanged } from './connection.ts';

const firstWait = 250;
const longestWait = 5_000;

/**
 * Keeps a WebSocket to `/rpc` of the host that served the page (its cookie says who we are). When it closes, it
 * is opened again after 0.25 s, doubling up to 5 s; at once when the machine comes back online or the window is
 * looked at.
 */
export function connectSocket(changed: LinkChanged): void {
  let wait = firstWait;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    timer = undefined;
    const { protocol, host } = window.location;
    const socket = new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/rpc`);
    socket.addEventListener('open', () => {
      wait = firstWait;
      changed(new RPCLink({ websocket: socket }));
    });
    socket.addEventListener('close', () => {
      changed(null);
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, longestWait);
    });
  };
  const hurry = () => {
    if (timer === undefined || document.hidden) return;
    clearTimeout(timer);
    open();
  };
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  open();
}
