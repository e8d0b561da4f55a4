import { RPCLink } from '@orpc/client/websocket';
import { door, refusals, type Pass } from '../../contract/window-door.ts';
import type { LinkChanged, Refused } from './transport.ts';
import { hasNewPass, takePass } from './pass.ts';

const firstWait = 250;
const longestWait = 5_000;
/** Refusals in a row before this window says that another one is open: the one that it was before a reload goes first. */
const copies = 3;

/**
 * Keeps a WebSocket to the host that served the page, with the pass that this window has. When it closes, it is opened
 * again after 0.25 s, doubling up to 5 s; at once when the machine comes back online or the window is looked at. A
 * window that was not let in stays out until it gets a new start address.
 */
export function connectSocket(changed: LinkChanged): void {
  let pass = takePass();
  let wait = firstWait;
  let refused = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const again = () => {
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, longestWait);
  };
  const open = () => {
    timer = undefined;
    void enter(pass).then((entered) => {
      switch (entered) {
        case 'in':
          refused = 0;
          return follow();
        case 'closed':
          return changed(null, 'closed');
        case 'elsewhere':
          refused += 1;
          if (refused >= copies) changed(null, 'elsewhere');
          return again();
        case 'away':
          changed(null);
          return again();
      }
    });
  };
  const follow = () => {
    const { protocol, host } = window.location;
    const address = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${door.wire}`;
    const socket = new WebSocket(address, [door.protocol, pass.secret]);
    // Before our own listeners: at the end it has to give up its calls before a screen does that made them.
    const link = new RPCLink({ websocket: socket });
    socket.addEventListener('open', () => {
      wait = firstWait;
      changed(link);
    });
    socket.addEventListener('close', ({ code }) => {
      if (code === door.replaced) return changed(null, 'elsewhere');
      changed(null);
      again();
    });
  };
  const hurry = () => {
    if (timer === undefined || document.hidden) return;
    clearTimeout(timer);
    open();
  };
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  // A new start address in the same window changes the fragment only, and loads nothing.
  window.addEventListener('hashchange', () => {
    if (hasNewPass()) window.location.reload();
  });
  open();
}

/** Hands the pass in. `away`: nobody answered, or not now. */
async function enter(pass: Pass): Promise<'in' | 'away' | Refused> {
  try {
    const { ok, status } = await fetch(door.enter, { method: 'POST', body: JSON.stringify(pass) });
    if (ok) return 'in';
    if (status === refusals.closed) return 'closed';
    return status === refusals.elsewhere ? 'elsewhere' : 'away';
  } catch {
    return 'away';
  }
}
