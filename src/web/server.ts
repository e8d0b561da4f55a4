import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { unlazyRouter, type Context, type Router } from '@orpc/server';
import type { AppContract } from '../contract/app.ts';
import { door as names } from '../contract/window-door.ts';
import { createDoor, type Door } from './door.ts';
import { pages, type Entered } from './pages.ts';
import { createWire, type Wire } from './wire.ts';

export interface WindowServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** An address that admits one window to this page, once. Each call gives a new one and invalidates the former. */
  startUrl(page?: WindowPage): string;
  /** Whether a window with this page is open now. */
  hasWindow(page?: WindowPage): boolean;
  close(): Promise<void>;
}

/** The pages that have a window each, and their paths. */
const pagePaths = { main: '/', quickFind: '/quick-find.html' } as const;
export type WindowPage = keyof typeof pagePaths;

/** Maximum connections: a window needs seven, and others must not use up this process's files. */
const mostConnections = 64;
/** Time limit for a request to arrive, in ms. */
const patienceMs = 10_000;

/**
 * Serves the window and its wire (`/rpc`, a WebSocket) on loopback, to one window a page only: the one that the page's
 * newest start address opened (`contract/window-door.ts`). Every request must name our own host (against DNS
 * rebinding) and, to enter and for the wire, come from our own page. Bad input ends at most its own connection.
 *
 * @param options.port 0 takes a free one
 * @param options.windowRoot the folder with the built window
 * @param options.broken told about errors of the listening socket itself, such as no file left for a connection
 */
export async function serveWindow(
  router: Router<AppContract, Context>,
  options: { windowRoot: string; port: number; broken?: (error: Error) => void },
): Promise<WindowServer> {
  const loaded = await unlazyRouter(router);
  const open = (): { door: Door; wire: Wire } => ({ door: createDoor(), wire: createWire(loaded) });
  const places: Record<WindowPage, ReturnType<typeof open>> = { main: open(), quickFind: open() };
  const all = Object.values(places);
  const server = createServer({
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    connectionsCheckingInterval: patienceMs / 5,
  });
  server.maxConnections = mostConnections;
  await listen(server, options.port);
  server.on('error', (error) => options.broken?.(error));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const host = `127.0.0.1:${address.port}`;
  const origin = `http://${host}`;

  const placeOf = (secret: string | null) => all.find(({ door }) => secret !== null && door.knows(secret));
  const enter = (secret: string, token: string | undefined): Entered => {
    const entered = token === undefined ? undefined : all.find(({ door }) => door.enter(secret, token));
    if (entered !== undefined) {
      entered.wire.replace();
      return 'in';
    }
    const known = placeOf(secret);
    if (known === undefined) return 'closed';
    return known.wire.isOpen() ? 'elsewhere' : 'in';
  };
  const listener = getRequestListener(pages({ host, windowRoot: options.windowRoot, enter }).fetch);
  server.on('request', (request, response) => {
    listener(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on nobody else handles its errors, and an unhandled error ends the process.
    socket.on('error', () => socket.destroy());
    const isOurs =
      request.url === names.wire && request.headers.host === host && request.headers.origin === origin;
    const secret = isOurs ? secretOf(request) : null;
    const place = placeOf(secret);
    if (place !== undefined && !place.wire.isOpen()) place.wire.upgrade(request, socket, head);
    else refuse(socket);
  });

  return {
    origin,
    startUrl: (page = 'main') => `${origin}${pagePaths[page]}#${names.start}=${places[page].door.newToken()}`,
    hasWindow: (page = 'main') => places[page].wire.isOpen(),
    async close() {
      for (const { wire } of all) wire.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The window's secret, from the subprotocols that its script requested; null if there is none. */
function secretOf(request: IncomingMessage): string | null {
  const [protocol, secret] = (request.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/u);
  return protocol === names.protocol && secret !== undefined ? secret : null;
}

function refuse(socket: Duplex): void {
  // Destroyed once the answer is sent: the other end may never close its half.
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () =>
    socket.destroy(),
  );
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}
