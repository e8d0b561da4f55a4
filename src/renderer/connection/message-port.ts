import { RPCLink } from '@orpc/client/message-port';
import type { LinkChanged } from './transport.ts';

/**
 * Asks the preload for a port and takes it. A later port (the application restarted its end) replaces the
 * first. Ignores messages from other windows or frames.
 */
export function connectPort(changed: LinkChanged): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin) return;
    if (!isPortMessage(event.data)) return;
    const [port] = event.ports;
    if (port === undefined || event.ports.length !== 1) return;
    let isOpen = true;
    // Before the library's own listener, which ends the calls that are under way.
    port.addEventListener('close', () => {
      isOpen = false;
      changed(null);
    });
    const link = new RPCLink({ port });
    port.start();
    changed({ call: (...call) => link.call(...call), isOpen: () => isOpen });
  });
  window.postMessage({ type: 'latchkey:ready' }, window.location.origin);
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'latchkey:port';
}
