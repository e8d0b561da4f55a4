import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { securityHeaders } from '../adapters/window-files/headers.ts';
import { createWindowFiles } from '../adapters/window-files/window-files.ts';
import { door, refusals, type Pass } from '../contract/window-door.ts';

/** The result of a window's request to enter. */
export type Entered = 'in' | keyof typeof refusals;

/** 256 bits in base64url. */
const bits = z.string().regex(/^[\w-]{43}$/u);
const passSchema: z.ZodType<Pass> = z.strictObject({ secret: bits, token: bits.optional() });

/** Enough for a secret, a token and their JSON. */
const largestEntry = 512;

/**
 * What the browser host answers over HTTP: the window's files, which hold no secrets, and the door.
 *
 * @param options.host the only `Host` that is answered (against names rebound to this machine)
 * @param options.enter decides who may connect
 */
export function pages(options: {
  host: string;
  windowRoot: string;
  enter: (secret: string, token: string | undefined) => Entered;
}): Hono {
  const { host, windowRoot, enter } = options;
  const files = createWindowFiles(windowRoot);
  const app = new Hono();

  app.use(async (context, next) => {
    if (context.req.header('host') !== host) return context.text('Wrong host', 421, securityHeaders);
    await next();
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value);
    return;
  });

  app.post(door.enter, async (context) => {
    if (context.req.header('origin') !== `http://${host}`) return context.body(null, refusals.closed);
    const wanted = passSchema.safeParse(await smallJson(context));
    if (!wanted.success) return context.body(null, 400);
    const entered = enter(wanted.data.secret, wanted.data.token);
    return context.body(null, entered === 'in' ? 204 : refusals[entered]);
  });

  app.get('*', async (context) => {
    const file = await files.find(context.req.path);
    if (file === null) return context.text('Not found', 404);
    return context.body(file.body, 200, { 'Content-Type': file.contentType });
  });

  // Replaces the framework's own answer, whose log would be unbounded and contain the stranger's words.
  app.onError((_, context) => context.text('Failed', 500, securityHeaders));

  return app;
}

/** The body if it is declared short and is JSON; null, unread, for anything else. */
async function smallJson(context: Context): Promise<unknown> {
  const length = context.req.header('content-length');
  if (length === undefined || !(Number(length) <= largestEntry)) return null;
  return context.req.json().catch(() => null);
}
