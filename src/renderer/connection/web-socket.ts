import { RPCLink } from '@orpc/client/websocket';
import { door, refusals, type Pass } from '../../contract/window-door.ts';
import type { LinkChanged, Refused } from './transport.ts';
import { hasNewPass, takePass } from './pass.ts';

const firstWait = 250;
const longestWait = 5_000;
/** Refusals in a row before the window reports another one: after a reload, its former page must go first. */
const copies = 3;

/**
 * Keeps a WebSocket to the host that served the page, with this window's pass. Reopens a closed one after 0.25
 * s, doubling up to 5 s; at once when the machine comes back online or the window becomes visible. A window
 * that was refused stays out until it gets a new start address.
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
    // Before our own listeners: on close, it must give up its calls before the screen that made them does.
    const link = new RPCLink({ websocket: socket });
    socket.addEventListener('open', () => {
      wait = firstWait;
      changed({ call: (...call) => link.call(...call), isOpen: () => socket.readyState === WebSocket.OPEN });
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
  // A new start address in the same window changes only the fragment, and loads nothing.
  window.addEventListener('hashchange', () => {
    if (hasNewPass()) window.location.reload();
  });
  open();
}

/** Presents the pass. `away`: no answer, or a refusal for now. */
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
