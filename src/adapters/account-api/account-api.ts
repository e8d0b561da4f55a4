import { ORPCError } from '@orpc/client';
import { ValidationError } from '@orpc/contract';
import type { AccountApi, ApiAnswer, Clock } from '../../app/ports.ts';
import type { AccountRefusal } from '../../contract/account-service.ts';
import { accountErrors } from '../../contract/account-service/errors.ts';
import { BrokenConnection, boundedFetch, ServerDown, StrangeAnswer } from './bounded-fetch.ts';
import { computerName } from './computer-name.ts';
import { createDrift } from './drift.ts';

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

    ask: (server, caller, call) =>
      answerOf(async () => {
        const { createApiClient } = await import('./api-client.ts');
        const { origin } = server;
        const client = createApiClient(server, caller, async (method, request) => {
          const now = () => clock.now() + drift.of(origin);
          const once = async () => send(origin, await request(now()));
          const { answer, clockMoved } = await onceMore(method, once);
          // A refused proof changed nothing, so it may be repeated with the right time.
          return clockMoved && answer.status === 401 && caller !== null ? (await once()).answer : answer;
        });
        return call(client);
      }),
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
