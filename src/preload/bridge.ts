/**
 * The bridge between the window and the application: hands over one MessagePort and exposes nothing else. No
 * Electron API, no event object and no channel name reaches the page.
 */

/** The parts of the page that the bridge needs, so that a test can stand in for it. */
export interface Page<Port> {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  removeEventListener(type: 'message', listener: (event: PageMessage) => void): void;
  postMessage(message: unknown, targetOrigin: string, transfer: Port[]): void;
}

export interface PageMessage {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** The parts of `ipcRenderer` that the bridge needs. */
export interface Line<Port> {
  send(channel: string): void;
  once(channel: string, listener: (event: { readonly ports: Port[] }) => void): void;
}

/**
 * Waits for the page's `{ type: 'latchkey:ready' }`, asks the main process for a port, and posts it to the page
 * as `{ type: 'latchkey:port' }` with the port in `ports`. Once per load. Listens to and answers only the page
 * itself, at the origin it was loaded from.
 */
export function bridge<Port>(page: Page<Port>, line: Line<Port>): void {
  const { origin } = page.location;
  const onMessage = (event: PageMessage): void => {
    if (event.source !== page || event.origin !== origin || !isReady(event.data)) return;
    page.removeEventListener('message', onMessage);
    line.once('latchkey:port', ({ ports }) =>
      page.postMessage({ type: 'latchkey:port' }, origin, [...ports]),
    );
    line.send('latchkey:connect');
  };
  page.addEventListener('message', onMessage);
}

function isReady(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'latchkey:ready';
}
