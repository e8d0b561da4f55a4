import { createORPCClient } from '@orpc/client';
import { ResponseValidationPlugin } from '@orpc/contract/plugins';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { ApiCaller, ApiClient, ApiServer } from '../../app/ports.ts';
import { accountServiceContract } from '../../contract/account-service.ts';
import { proofHeaders } from './proof.ts';

/**
 * The client of the account service's contract, with a proof of the device key for each request. It is loaded with
 * the first call: a command that asks no account server needs none of it.
 *
 * @param caller null for calls without a proof
 * @param send sends a request to the server; `now` is the time by the server's clock, in ms
 */
export function createApiClient(
  server: ApiServer,
  caller: ApiCaller | null,
  send: (method: string, request: (now: number) => Promise<Request>) => Promise<Response>,
): ApiClient {
  const link = new OpenAPILink(accountServiceContract, {
    url: server.origin,
    fetch: (request) =>
      send(request.method, async (now) => {
        const copy = request.clone();
        if (caller === null) return copy;
        const url = `${server.publicUrl}${new URL(request.url).pathname}`;
        const headers = await proofHeaders(caller, { method: request.method, url, now });
        for (const [name, value] of Object.entries(headers)) copy.headers.set(name, value);
        return copy;
      }),
    plugins: [new ResponseValidationPlugin(accountServiceContract)],
  });
  return createORPCClient(link);
}
