import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { RPCHandler } from '@orpc/server/ws';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { parse } from 'hono/utils/cookie';
import { WebSocketServer } from 'ws';
import { securityHeaders } from '../adapters/window-files/headers.ts';
import { createWindowFiles } from '../adapters/window-files/window-files.ts';
import type { Application } from '../app/application.ts';
import { pictureLimits } from '../contract/scan.ts';
import { createDoor, type Door } from './door.ts';

export interface WindowServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** An address that lets one browser in, once. Each call gives a new one and ends the former. */
  startUrl(): string;
  /** Is a window open now? */
  hasWindow(): boolean;
  close(): Promise<void>;
}

/** One RGBA picture of the largest size, and room for what is around it. */
const maxMessageBytes = pictureLimits.pixels * 4 + 1_048_576;

/**
 * Serves the window and its wire (`/rpc`, a WebSocket) on loopback, to one person only: whoever opened a start
 * URL. Every request must name our own host (against DNS rebinding) and, for the wire, come from our own page.
 *
 * @param options.port 0 takes a free one
 * @param options.windowRoot the folder with the built window
 */
export async function serveWindow(
  router: Application['router'],
  options: { windowRoot: string; port: number },
): Promise<WindowServer> {
  const door = createDoor();
  const server = createServer();
  await listen(server, options.port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const host = `127.0.0.1:${address.port}`;
  const origin = `http://${host}`;

  const listener = getRequestListener(pages({ door, host, windowRoot: options.windowRoot }).fetch);
  server.on('request', (request, response) => void listener(request, response));

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  const rpc = new RPCHandler(router);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const welcome =
      request.url === '/rpc' &&
      request.headers.host === host &&
      request.headers.origin === origin &&
      door.knows(parse(request.headers.cookie ?? '', door.cookieName)[door.cookieName]);
    if (!welcome) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => void rpc.upgrade(client));
  });

  return {
    origin,
    startUrl: () => `${origin}/start?token=${door.newToken()}`,
    hasWindow: () => sockets.clients.size > 0,
    async close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function pages({ door, host, windowRoot }: { door: Door; host: string; windowRoot: string }): Hono {
  const files = createWindowFiles(windowRoot);
  const app = new Hono();

  app.use(async (context, next) => {
    if (context.req.header('host') !== host) return context.text('Wrong host', 421, securityHeaders);
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
    return;
  });

  app.get('/start', (context) => {
    const pass = context.req.method === 'GET' ? door.enter(context.req.query('token') ?? '') : null;
    if (pass === null) return context.html(closedPage, 403);
    setCookie(context, door.cookieName, pass, { httpOnly: true, sameSite: 'Strict', path: '/' });
    // Not a redirect: on one that comes from elsewhere, a browser would not send the strict cookie along.
    return context.html(
      html`<!doctype html><meta http-equiv="refresh" content="0; url=/" /><title>Latchkey</title>`,
    );
  });

  app.get('*', async (context) => {
    if (!door.knows(getCookie(context, door.cookieName))) return context.html(closedPage, 403);
    const file = await files.find(context.req.path);
    if (file === null) return context.text('Not found', 404);
    return context.body(file.body, 200, { 'Content-Type': file.contentType });
  });

  return app;
}

const closedPage = html`<!doctype html>
  <meta charset="utf-8" />
  <title>Latchkey</title>
  <h1>This address no longer opens Latchkey</h1>
  <p>
    Each address lets one browser in, once. Press Enter in the terminal where Latchkey runs, and open the new
    address that it prints.
  </p>`;

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}
