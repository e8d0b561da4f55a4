import { RPCLink } from '@orpc/client/message-port';
import type { LinkChanged } from './transport.ts';

/**
 * Takes the port that the preload hands over, and asks for it. A later port (the application restarted its end)
 * takes the place of the first. Messages of other windows or frames are not looked at.
 */
export function connectPort(changed: LinkChanged): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window || event.origin !== window.location.origin) return;
    if (!isPortMessage(event.data)) return;
    const [port] = event.ports;
    if (port === undefined || event.ports.length !== 1) return;
    const link = new RPCLink({ port });
    port.addEventListener('close', () => changed(null));
    port.start();
    changed(link);
  });
  window.postMessage({ type: 'latchkey:ready' }, window.location.origin);
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'latchkey:port';
}
