import { createORPCClient, ORPCError } from '@orpc/client';
import { ValidationError } from '@orpc/contract';
import { ResponseValidationPlugin } from '@orpc/contract/plugins';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { AccountApi, ApiAnswer, ApiCaller, ApiClient, ApiServer, Clock } from '../../app/ports.ts';
import { accountServiceContract, accountErrors } from '../../contract/account-service.ts';
import type { AccountRefusal } from '../../contract/account-service.ts';
import { BrokenConnection, boundedFetch, ServerDown, StrangeAnswer } from './bounded-fetch.ts';
import { computerName } from './computer-name.ts';
import { createDrift } from './drift.ts';
import { proofHeaders } from './proof.ts';

/** The account service over HTTP: the contract's client, with a proof of the device key for each request. */
export function createAccountApi(clock: Clock): AccountApi {
  const drift = createDrift(clock);
  const line = new AbortController();

  /** Sends a request and learns the server's clock from its answer. */
  async function send(origin: string, request: Request): Promise<{ answer: Response; clockMoved: boolean }> {
    const sentAt = clock.now();
    const answer = await boundedFetch(request, line.signal);
    return { answer, clockMoved: drift.learn(origin, answer, sentAt) };
  }

  async function sendProven(server: ApiServer, caller: ApiCaller, request: Request): Promise<Response> {
    const prove = async () => {
      const { pathname } = new URL(request.url);
      const proven = request.clone();
      const now = clock.now() + drift.of(server.origin);
      const headers = await proofHeaders(caller, {
        method: request.method,
        url: `${server.publicUrl}${pathname}`,
        now,
      });
      for (const [name, value] of Object.entries(headers)) proven.headers.set(name, value);
      return send(server.origin, proven);
    };
    const { answer, clockMoved } = await onceMore(request.method, prove);
    // A refused proof changed nothing, so it may be repeated with the right time.
    if (clockMoved && answer.status === 401) return (await prove()).answer;
    return answer;
  }

  return {
    get computerName() {
      return computerName();
    },
    drift: (origin) => drift.of(origin),
    hangUp: () => line.abort(),

    look: (origin) =>
      answerOf(async () => {
        const address = new URL('/.well-known/latchkey', origin);
        const { answer } = await onceMore('GET', () => send(origin, new Request(address)));
        if (!answer.ok) throw new StrangeAnswer(`status ${answer.status}`);
        return answer.json();
      }),

    ask(server, caller, call) {
      const link = new OpenAPILink(accountServiceContract, {
        url: server.origin,
        fetch: async (request) =>
          caller === null
            ? (await onceMore(request.method, () => send(server.origin, request.clone()))).answer
            : sendProven(server, caller, request),
        plugins: [new ResponseValidationPlugin(accountServiceContract)],
      });
      const client: ApiClient = createORPCClient(link);
      return answerOf(() => call(client));
    },
  };
}

/** Retries a read if the connection broke, for example a kept-alive one that the server closed. */
async function onceMore<T>(method: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (method !== 'GET' || !(error instanceof BrokenConnection)) throw error;
    return send();
  }
}

async function answerOf<T>(call: () => Promise<T>): Promise<ApiAnswer<T>> {
  try {
    return { outcome: 'answered', value: await call() };
  } catch (error) {
    return unanswered(error);
  }
}

function unanswered(error: unknown): Exclude<ApiAnswer<never>, { outcome: 'answered' }> {
  if (error instanceof BrokenConnection || error instanceof ServerDown || isBrokenOff(error)) {
    return { outcome: 'unusable', trouble: 'offline' };
  }
  if (error instanceof StrangeAnswer || error instanceof ValidationError) {
    return { outcome: 'unusable', trouble: 'notLatchkey' };
  }
  if (!(error instanceof ORPCError)) throw error;
  const code: unknown = error.code;
  const refusal: [unknown, unknown] = [code, error.data];
  if (error.defined && isAccountRefusal(refusal)) return { outcome: 'refused', refusal };
  // From something in front of the service, to protect it.
  if (error.status === 429) return { outcome: 'unusable', trouble: 'offline' };
  // The server lacks this procedure: this contract is newer than the server's.
  if (code === 'NOT_FOUND') return { outcome: 'unusable', trouble: 'serverTooOld' };
  // Without the cause: it quotes what was sent.
  if (code === 'BAD_REQUEST') throw new Error('the server refused the form of a request');
  return { outcome: 'unusable', trouble: 'notLatchkey' };
}

/** The validation plugin has checked the data of an error that is `defined`. */
function isAccountRefusal(refusal: [code: unknown, data: unknown]): refusal is AccountRefusal {
  const [code] = refusal;
  return typeof code === 'string' && Object.hasOwn(accountErrors, code);
}

/** It timed out, or nobody is waiting for it any more. */
function isBrokenOff(error: unknown): boolean {
  return error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name);
}
