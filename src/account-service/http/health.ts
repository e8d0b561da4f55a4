import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { missingMigrations } from '../database/migrate.ts';
import { ReadOnlyDatabase } from '../database/outage.ts';
import type { Service } from '../service.ts';
import type { HttpEnv } from './env.ts';

/**
 * `/healthz`: the process answers. `/readyz`: its database answers, takes writes and has this version's schema;
 * else 503 with what is amiss (`database`: no answer, `readOnly`: a replica, `schema`: another version's). `/metrics`:
 * for Prometheus, with the token. Without one, only from this machine, by its own name and through no proxy: a
 * page whose name was made to resolve to this machine sends that name instead.
 */
export function health(service: Service): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/healthz', (c) => c.json({ status: 'ok' }));
  // However many ask at once, only one query runs: anyone may ask, and connections are few.
  let asking: Promise<Readiness> | null = null;
  routes.get('/readyz', async (c) => {
    asking ??= readiness(service).finally(() => (asking = null));
    const status = await asking;
    return c.json({ status }, status === 'ready' ? 200 : 503);
  });
  routes.get('/metrics', async (c) => {
    const token = service.config.METRICS_TOKEN;
    const isAllowed =
      token === undefined
        ? isThisMachine(c.env.incoming.socket.remoteAddress) &&
          isItsName(c.env.incoming.headers.host) &&
          !wasForwarded(c.req.raw.headers)
        : sameText(c.req.header('authorization') ?? '', `Bearer ${token}`);
    if (!isAllowed) return c.notFound();
    const { registry } = service.metrics;
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  return routes;
}

type Readiness = 'ready' | 'schema' | 'readOnly' | 'database';

async function readiness(service: Service): Promise<Readiness> {
  try {
    return (await missingMigrations(service.databases.pool)).length === 0 ? 'ready' : 'schema';
  } catch (error) {
    service.log.warn({ err: error }, 'not ready');
    return error instanceof ReadOnlyDatabase ? 'readOnly' : 'database';
  }
}

function isThisMachine(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '');
}

function isItsName(host: string | undefined): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host ?? '');
}

function wasForwarded(headers: Headers): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers.has(name));
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
