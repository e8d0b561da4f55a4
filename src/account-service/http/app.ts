import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError, type ErrorMap, type Meta, type ProcedureClientInterceptorOptions } from '@orpc/server';
import { Hono } from 'hono';
import { z } from 'zod';
import { DatabaseAway, retrySeconds } from '../database/outage.ts';
import { clientAddress, networkPrefix } from '../limits/network.ts';
import type { Service } from '../service.ts';
import { requestLimits } from './api-guide.ts';
import type { HttpEnv } from './env.ts';
import { health } from './health.ts';
import { hasDoubledKey } from './json-keys.ts';
import { landingPages } from './landing.ts';
import { isRefusal } from '../refusal.ts';
import { authenticate, type RequestFacts } from './authenticate.ts';
import { openApiDocument } from './openapi.ts';
import { pageHeaders } from './page.ts';
import { referencePage } from './reference.ts';
import { router, type RequestContext } from './router.ts';

/** The service's whole HTTP interface: API, document, reference, landing pages, health and metrics. */
export async function createApp(service: Service): Promise<Hono<HttpEnv>> {
  const document = await openApiDocument(service.config);
  const reference = referencePage(document);
  const handler = new OpenAPIHandler(router, {
    clientInterceptors: [observe],
  });
  const app = new Hono<HttpEnv>();

  app.use(async (c, next) => {
    const { socket } = c.env.incoming;
    const forwardedFor = c.req.header('x-forwarded-for');
    c.set('network', networkPrefix(clientAddress(socket.remoteAddress ?? '', forwardedFor, service.proxies)));
    const refused = unfitLength(c.req.raw) ?? unfitEncoding(c.req.raw.headers);
    if (refused) c.res = c.json(new ORPCError(refused.code, refused).toJSON(), refused.status);
    else await next();
    // Set on the answer itself: the framework's own `c.header` would rebuild the whole answer for each header.
    const { headers } = c.res;
    // From the clock that judges proofs and codes: clients set theirs by it.
    headers.set('date', service.clock.now().toUTCString());
    headers.set('x-content-type-options', 'nosniff');
    headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
    if (!headers.has('content-security-policy')) {
      headers.set('content-security-policy', "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    }
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  });
  app.route('/', health(service));
  app.route('/', landingPages(service));
  app.get('/openapi.json', (c) => c.json(document));
  app.get('/docs', () => new Response(reference, { headers: pageHeaders }));

  app.all('*', async (c) => {
    const { method } = c.req;
    const refused = unfitBody(c.req.raw);
    if (refused) return c.json(new ORPCError(refused.code, refused).toJSON(), refused.status);
    const request = {
      method,
      path: new URL(c.req.url).pathname,
      authorization: c.req.header('authorization'),
      dpop: c.req.header('dpop'),
      network: c.get('network'),
    };
    const answer: RequestContext['answer'] = {};
    const caller = await authenticateLarge(service, c.req.raw, request);
    if (caller instanceof ORPCError) {
      service.log.info({ status: caller.status, refusal: caller.code, network: request.network }, 'refused');
      return c.json({ ...caller.toJSON(), defined: true }, 401);
    }
    const asked = await readWhole(c.req.raw);
    if (!asked) return c.json(new ORPCError('BAD_REQUEST').toJSON(), 400);
    const context = { service, request, answer, known: caller };
    const { matched, response } = await handler.handle(asked, { context });
    if (!matched) return c.json(new ORPCError('NOT_FOUND').toJSON(), 404);
    if (answer.retryAfterSeconds !== undefined)
      response.headers.set('retry-after', String(answer.retryAfterSeconds));
    return response;
  });
  app.onError((error, c) => {
    if (error instanceof DatabaseAway) {
      service.log.warn({ reason: error.message, method: c.req.method }, 'request not served');
      c.header('retry-after', String(retrySeconds));
      return c.json(unavailable(error).toJSON(), 503);
    }
    service.log.error({ err: error, method: c.req.method }, 'request failed');
    return c.json(new ORPCError('INTERNAL_SERVER_ERROR').toJSON(), 500);
  });
  return app;
}

/** What a call gets while the database is away. It can be made again as it is, with a new proof. */
function unavailable(cause: DatabaseAway) {
  const data = { retryAfterSeconds: retrySeconds };
  return new ORPCError('SERVICE_UNAVAILABLE', { message: 'The database is away; ask again', data, cause });
}

/**
 * Bodies are small and declare their length. Everything else is refused before it is read. Items of sync are larger; see
 * `authenticateLarge`.
 */
function unfitLength(request: Request) {
  const length = request.headers.get('content-length');
  if (request.headers.has('transfer-encoding') && length === null) {
    return { code: 'LENGTH_REQUIRED', status: 411, message: 'A body needs a Content-Length' } as const;
  }
  const isSync = new URL(request.url).pathname.startsWith(largeBodies);
  if (Number(length ?? 0) > (isSync ? requestLimits.syncBody : requestLimits.body)) {
    return { code: 'PAYLOAD_TOO_LARGE', status: 413, message: 'The body is too large' } as const;
  }
  return null;
}

/** Where bodies may be larger: items of sync. */
const largeBodies = '/v1/sync/';

/** Who makes a request with a large body, found before the body is read: strangers fill no memory. */
async function authenticateLarge(service: Service, { headers }: Request, facts: RequestFacts) {
  if (Number(headers.get('content-length') ?? 0) <= requestLimits.body) return null;
  try {
    return await authenticate(service, facts);
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}

/** A body must have one meaning: it is not compressed, and its text is UTF-8. */
function unfitEncoding(headers: Headers) {
  const encoding = headers.get('content-encoding') ?? 'identity';
  const [, charset = 'utf-8'] =
    /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(headers.get('content-type') ?? '') ?? [];
  if (/^identity$/i.test(encoding) && /^utf-?8$/i.test(charset)) return null;
  return { code: 'UNSUPPORTED_MEDIA_TYPE', status: 415, message: 'Send UTF-8, not compressed' } as const;
}

/** The request with its body read; null if that is not UTF-8 or repeats a key. Text other than JSON passes. */
async function readWhole(request: Request): Promise<Request | null> {
  if (Number(request.headers.get('content-length') ?? 0) === 0) return request;
  const bytes = await request.arrayBuffer();
  const { method, headers, url } = request;
  try {
    const body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return isJson(body) && hasDoubledKey(body) ? null : new Request(url, { method, headers, body });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The API accepts JSON or no body. */
function unfitBody(request: Request) {
  const length = request.headers.get('content-length');
  const type = request.headers.get('content-type');
  const isJson = /^application\/json(?:\s*;|$)/i.test(type ?? '');
  if ((Number(length ?? 0) > 0 || type !== null) && !isJson) {
    return { code: 'UNSUPPORTED_MEDIA_TYPE', status: 415, message: 'Send JSON' } as const;
  }
  return null;
}

/** Whether the refusal concerns the caller, not the request. */
function isRefusedAccess(status: number): boolean {
  return status === 401 || status === 403 || status === 429;
}

const withWait = z.object({ retryAfterSeconds: z.int() });

/**
 * Wraps every procedure. It counts time and outcome, and adds `Retry-After` to errors that ask for a wait. When the
 * database is away the answer is 503. Unexpected errors are logged once, here, and leave as 500 without any detail.
 */
async function observe(
  options: ProcedureClientInterceptorOptions<RequestContext, ErrorMap, Meta> & { next(): Promise<unknown> },
): Promise<unknown> {
  const { service, request, answer } = options.context;
  const procedure = options.path.join('.');
  const started = performance.now();
  let status = 200;
  try {
    return await options.next();
  } catch (thrown) {
    const error = thrown instanceof DatabaseAway ? unavailable(thrown) : thrown;
    status = error instanceof ORPCError ? error.status : 500;
    if (error instanceof ORPCError) {
      const { code } = error;
      answer.retryAfterSeconds = withWait.safeParse(error.data).data?.retryAfterSeconds;
      // Signs of an attack. A full queue is left to the metrics: a flood must not flood the log.
      if (isRefusedAccess(status) && code !== 'BUSY') {
        service.log.info({ procedure, status, refusal: code, network: request.network }, 'refused');
      }
    }
    // One line for each call, without a stack: in an outage there are many.
    if (thrown instanceof DatabaseAway)
      service.log.warn({ procedure, reason: thrown.message, outcome: thrown.outcome }, 'not served');
    else if (status >= 500) service.log.error({ err: error, procedure }, 'procedure failed');
    throw error;
  } finally {
    const seconds = (performance.now() - started) / 1_000;
    service.metrics.requests.observe({ procedure, status: String(status) }, seconds);
    service.log.debug({ procedure, status, ms: Math.round(seconds * 1_000) }, 'answered');
  }
}
