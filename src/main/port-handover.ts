import type { IpcMainEvent, MessagePortMain, WebContents } from 'electron';
import { appOrigin } from './app-origin.ts';

/** The preload asks on the first channel and gets its port on the second. There are no others. */
export const channels = { connect: 'latchkey:connect', port: 'latchkey:port' } as const;

export interface PortHandover {
  /** Whether these are the contents of a window that Latchkey made. */
  isWindow(contents: WebContents): boolean;
  createChannel(): { port1: MessagePortMain; port2: MessagePortMain };
  /** Serves the application's router on a port. */
  serve(port: MessagePortMain): void;
}

/**
 * Listens for `latchkey:connect` and connects a window to the application. Only the main frame of a known
 * window, at the window's origin, gets a port, and a window has one at a time. When a page asks again after a
 * reload, the former port is closed, which ends its subscriptions.
 */
export function createPortHandover(host: PortHandover): (event: IpcMainEvent) => void {
  const ports = new WeakMap<WebContents, MessagePortMain>();
  return ({ sender, senderFrame: frame }) => {
    if (frame === null || frame !== sender.mainFrame) return;
    if (frame.origin !== appOrigin || !host.isWindow(sender)) return;
    ports.get(sender)?.close();
    const { port1, port2 } = host.createChannel();
    ports.set(sender, port1);
    host.serve(port1);
    frame.postMessage(channels.port, null, [port2]);
  };
}
