import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import { securityHeaders } from '../../src/adapters/window-files/headers.ts';
import { createWindowFiles } from '../../src/adapters/window-files/window-files.ts';
import { door } from '../../src/contract/window-door.ts';
import { builtWindow } from './build.ts';
import type { FakeApplication } from './fake-application.ts';

/** Serves the built window with the headers it ships with, and a fake application at `/rpc`, on a free port. */
export async function serveFake(application: FakeApplication, port = 0) {
  const files = createWindowFiles(builtWindow);
  let isReachable = true;
  let entering: 204 | 403 | 409 = 204;
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'POST' && request.url === door.enter) {
      await request.resume().toArray();
      response.writeHead(isReachable ? entering : 503).end();
      return;
    }
    const file = await files.find(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(file === null ? 404 : 200, {
      ...securityHeaders,
      ...(file !== null && { 'Content-Type': file.contentType }),
    });
    response.end(file?.body);
  };
  const sockets = new WebSocketServer({
    server,
    path: door.wire,
    maxPayload: 300_000_000,
    handleProtocols: () => door.protocol,
    verifyClient: () => isReachable,
  });
  const rpc = new RPCHandler(application.router);
  sockets.on('connection', (socket) => void rpc.upgrade(socket));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    /** Ends all connections, and refuses new ones until it is called with `true`. */
    setReachable(reachable: boolean) {
      isReachable = reachable;
      if (!reachable) for (const socket of sockets.clients) socket.terminate();
    },
    /** What a window that wants in is told from now on: 403 and 409 keep it out. */
    setEntering(status: typeof entering) {
      entering = status;
    },
    /** Another window takes the place of this one. */
    replace() {
      entering = 403;
      for (const socket of sockets.clients) socket.close(door.replaced);
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
