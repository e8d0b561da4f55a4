import { createServer, type RequestListener, type Server } from 'node:http';
import { createAccountApi } from '../../../src/adapters/account-api/account-api.ts';
import { createDeviceKey } from '../../../src/app/account/device-key.ts';
import type { AccountApi } from '../../../src/app/ports.ts';
import { createManualClock } from '../../rig/manual-clock.ts';

const servers: Server[] = [];
/** Ends all of them, whoever is connected. */
export async function stopServing(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Serves on a port of its own; its origin. */
export async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  return `http://127.0.0.1:${address.port}`;
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** A computer that has asked nobody anything yet. */
export const api = (now = Date.now()): AccountApi => createAccountApi(createManualClock(now));
export const key = createDeviceKey();
export const session = { key, token: 'the-token' };
export const check = (origin: string, client = api()) =>
  client.ask({ origin, publicUrl: origin }, session, (it) => it.sessions.check());
export const signOut = (origin: string, client = api()) =>
  client.ask({ origin, publicUrl: origin }, session, (it) => it.sessions.signOut());
