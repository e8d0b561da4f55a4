import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/websocket';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Context, Router, UnlaziedRouter } from '@orpc/server';
import type { AppContract } from '../contract/app.ts';
import { pictureLimits } from '../contract/limits.ts';
import { door } from '../contract/window-door.ts';

/** The WebSocket between the window and the application. */
export interface Wire {
  /** Accepts an upgrade that was let in. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether a window is connected. */
  isOpen(): boolean;
  /** Ends the present window's connection and tells it that another one took its place. */
  replace(): void;
  close(): void;
}

/** Limits on the other end, in one place. */
const limits = {
  /** A message: one RGBA picture of maximum size, with room for the rest of the message. In bytes. */
  maxPayload: pictureLimits.pixels * 4 + 1_048_576,
  /** Pieces of a message; a browser sends a picture in pieces of about 128 KiB. */
  maxFragments: 16_384,
  /** Answers that the other end has not fetched, in bytes: its browser hangs, or it is hostile. */
  unfetched: 64 * 1_048_576,
} as const;

/** A broken frame, a broken message or a reset ends that connection, and nothing else. */
export function createWire(router: UnlaziedRouter<Router<AppContract, Context>>): Wire {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.maxPayload,
    maxFragments: limits.maxFragments,
    // No decompression, so no bombs; on one machine compression would only cost time.
    perMessageDeflate: false,
    autoPong: false,
    handleProtocols: () => door.protocol,
  });
  const rpc = new RPCHandler(router);

  const serve = (client: WebSocket) => {
    // The handler's view of a connection: messages and the end are passed on below, where failures are seen.
    const peer = { send: client.send.bind(client), addEventListener() {} };
    client.binaryType = 'arraybuffer';
    // The library has closed the connection by then; an unhandled error would end the process.
    client.on('error', () => client.terminate());
    client.on('close', () => rpc.close(peer));
    client.on('ping', (data) => {
      if (isFetching(client)) client.pong(data);
    });
    client.on('message', (data) => {
      if (!isFetching(client)) return;
      // An unreadable message is not repeated anywhere: it may contain what a person typed.
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

/** Binary data unchanged, without a copy: a picture is large. */
function readable(data: RawData): string | ArrayBuffer {
  if (data instanceof ArrayBuffer) return data;
  return (Array.isArray(data) ? Buffer.concat(data) : data).toString();
}
