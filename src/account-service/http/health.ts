import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { missingMigrations } from '../database/migrate.ts';
import type { Service } from '../service.ts';
import type { HttpEnv } from './app.ts';

/**
 * `/healthz`: the process answers. `/readyz`: its database answers and has this version's schema. `/metrics`: for
 * Prometheus, with the token, or without one from this very machine and through no proxy.
 */
export function health(service: Service): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/healthz', (c) => c.json({ status: 'ok' }));
  routes.get('/readyz', async (c) => {
    try {
      const missing = await missingMigrations(service.databases.pool);
      return missing.length === 0 ? c.json({ status: 'ready' }) : c.json({ status: 'schema' }, 503);
    } catch (error) {
      service.log.warn({ err: error }, 'not ready');
      return c.json({ status: 'database' }, 503);
    }
  });
  routes.get('/metrics', async (c) => {
    const token = service.config.METRICS_TOKEN;
    const isAllowed =
      token === undefined
        ? isThisMachine(c.env.incoming.socket.remoteAddress) && !wasForwarded(c.req.raw.headers)
        : sameText(c.req.header('authorization') ?? '', `Bearer ${token}`);
    if (!isAllowed) return c.notFound();
    const { registry } = service.metrics;
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  return routes;
}

function isThisMachine(address: string | undefined): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '');
}

function wasForwarded(headers: Headers): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers.has(name));
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
