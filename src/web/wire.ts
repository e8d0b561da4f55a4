import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/websocket';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Application } from '../app/application.ts';
import { pictureLimits } from '../contract/limits.ts';
import { door } from '../contract/window-door.ts';

/** The WebSocket between the window and the application. */
export interface Wire {
  /** Takes an upgrade that was let in. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Is a window connected? */
  isOpen(): boolean;
  /** Ends the present window's connection and tells it why: another one took its place. */
  replace(): void;
  close(): void;
}

/** Everything that the other end may do to us, in one place. */
const limits = {
  /** A message: one RGBA picture of the largest size, and room for what is around it. In bytes. */
  maxPayload: pictureLimits.pixels * 4 + 1_048_576,
  /** Pieces of a message; a browser sends a picture in pieces of 128 KiB or so. */
  maxFragments: 16_384,
  /** Answers that the other end does not fetch, in bytes: a browser that hangs, or one that means harm. */
  unfetched: 64 * 1_048_576,
} as const;

/** A broken frame, a broken message or a reset ends that connection, and nothing else. */
export function createWire(router: Application['router']): Wire {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.maxPayload,
    maxFragments: limits.maxFragments,
    // Nothing to unpack, so no bombs; on one machine it would only cost time.
    perMessageDeflate: false,
    autoPong: false,
    handleProtocols: () => door.protocol,
  });
  const rpc = new RPCHandler(router);

  const serve = (client: WebSocket) => {
    // What the handler knows of a connection: it is told of messages and the end below, where failures are seen.
    const peer = { send: client.send.bind(client), addEventListener() {} };
    client.binaryType = 'arraybuffer';
    // The library has closed the connection by then; an error that nobody listens to would end the process.
    client.on('error', () => client.terminate());
    client.on('close', () => rpc.close(peer));
    client.on('ping', (data) => {
      if (isFetching(client)) client.pong(data);
    });
    client.on('message', (data) => {
      if (!isFetching(client)) return;
      // What can't be read as a message is not repeated anywhere: it may hold what a person typed.
      rpc.message(peer, readable(data)).catch(() => client.terminate());
    });
  };

  const isFetching = (client: WebSocket) => {
    if (client.readyState !== client.OPEN) return false;
    if (client.bufferedAmount <= limits.unfetched) return true;
    client.terminate();
    return false;
  };

  return {
    upgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head, serve),
    isOpen: () => [...sockets.clients].some((client) => client.readyState === client.OPEN),
    replace() {
      for (const client of sockets.clients) client.close(door.replaced);
    },
    close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

/** Binary as it came, without a copy: a picture is large. */
function readable(data: RawData): string | ArrayBuffer {
  if (data instanceof ArrayBuffer) return data;
  return (Array.isArray(data) ? Buffer.concat(data) : data).toString();
}
