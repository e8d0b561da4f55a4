import { createAdaptorServer } from '@hono/node-server';
import { Server, type ServerResponse } from 'node:http';
import type { Config } from './config.ts';
import { migrate } from './database/migrate.ts';
import { requestLimits } from './http/api-guide.ts';
import { createApp } from './http/app.ts';
import { startJanitor } from './operations/janitor.ts';
import { startOutbox } from './outbox/worker.ts';
import { createService, type Service } from './service.ts';

export interface RunningService {
  service: Service;
  port: number;
  /** Stops taking requests, finishes open requests and the message being sent, then closes everything. */
  stop(): Promise<void>;
}

/** Starts one instance: schema, outbox worker, janitor, HTTP. */
export async function runService(config: Config): Promise<RunningService> {
  const service = await createService(config);
  try {
    const applied = await migrate(service.databases.pool);
    if (applied.length > 0) service.log.info({ applied }, 'schema brought up to date');
  } catch (error) {
    await service.close();
    throw error;
  }
  const app = await createApp(service);
  const outbox = startOutbox(service);
  const stopJanitor = startJanitor(service);
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      requestTimeout: 15_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: requestLimits.headers,
      connectionsCheckingInterval: 2_000,
    },
  });
  if (!(server instanceof Server)) throw new Error('expected an HTTP/1.1 server');
  server.maxConnections = config.CONNECTIONS;
  const answering = new Set<ServerResponse>();
  server.on('request', (_, response: ServerResponse) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, resolve);
  });
  // An error of the listening socket, such as no file left for a connection. Only that connection fails.
  server.on('error', (error) => service.log.error({ err: error }, 'a connection could not be taken'));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.PORT;
  service.log.info({ port, url: config.PUBLIC_URL }, 'the account service is listening');
  let stopping: Promise<void> | null = null;
  const stop = async () => {
    stopJanitor();
    // Else the streams of events would be waited for as answers.
    await within(service.syncNews.close());
    // At the same time: the outbox takes on nothing new while the last requests are answered.
    await Promise.all([finishRequests(server, answering), within(outbox.stop())]);
    await within(service.close());
    service.log.info('stopped');
  };
  return { service, port, stop: () => (stopping ??= stop()) };
}

/** How long each part of a stop may take. Whatever runs the service waits 30 s before killing it. */
const patienceMs = 10_000;

/**
 * Takes no new connections and ends each open one after its current answer, within `patienceMs`.
 *
 * @param answering the answers in progress: marked as the last, so that no client sends another request
 */
async function finishRequests(server: Server, answering: Set<ServerResponse>): Promise<void> {
  const sayLast = (response: ServerResponse) => (response.shouldKeepAlive = false);
  for (const response of answering) sayLast(response);
  server.on('request', (_, response: ServerResponse) => sayLast(response));
  const sweeping = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), patienceMs);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweeping);
  clearTimeout(deadline);
}

/** Waits for work up to a limit. Whatever is left undone is as after a kill: nothing is lost. */
async function within(work: Promise<void>): Promise<void> {
  let deadline: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise<void>((resolve) => (deadline = setTimeout(resolve, patienceMs)))]);
  clearTimeout(deadline);
}
