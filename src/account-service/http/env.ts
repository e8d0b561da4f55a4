import type { HttpBindings } from '@hono/node-server';

/** What the pages and procedures share per request. */
export interface HttpEnv {
  Bindings: HttpBindings;
  Variables: { network: string };
}
