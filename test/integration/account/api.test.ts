/** The HTTP client against servers that do what none should. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createAccountApi } from '../../../src/adapters/account-api/account-api.ts';
import { readDeviceProof } from '../../../src/account-service/http/device-proof.ts';
import { createDeviceKey } from '../../../src/app/account/device-key.ts';
import type { AccountApi } from '../../../src/app/ports.ts';
import { createManualClock } from '../../rig/manual-clock.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  return `http://127.0.0.1:${address.port}`;
}

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const api = (now = Date.now()): AccountApi => createAccountApi(createManualClock(now));
const key = createDeviceKey();
const session = { key, token: 'the-token' };
const check = (origin: string, client = api()) =>
  client.ask({ origin, publicUrl: origin }, session, (it) => it.sessions.check());
const signOut = (origin: string, client = api()) =>
  client.ask({ origin, publicUrl: origin }, session, (it) => it.sessions.signOut());

const offline = { outcome: 'unusable', trouble: 'offline' };
const strange = { outcome: 'unusable', trouble: 'notLatchkey' };
const good = {
  kind: 'full',
  signedInAt: '2026-01-01T00:00:00.000Z',
  mfaAt: null,
  expiresAt: '2026-01-02T00:00:00.000Z',
  trustedUntil: null,
};

describe('an answer', () => {
  test('that is what the contract says comes through', async () => {
    expect(await check(await serve(json(good)))).toEqual({ outcome: 'answered', value: good });
  });

  test.each<[string, RequestListener, object]>([
    ['of another form', json({ hello: 'world' }), strange],
    ['with a wrong type in it', json({ ...good, kind: 'root' }), strange],
    [
      'that is a page',
      (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello'),
      strange,
    ],
    [
      'that is no JSON',
      (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":'),
      strange,
    ],
    [
      'that is a page of a proxy',
      (_, response) => response.writeHead(403, { 'content-type': 'text/html' }).end('no'),
      strange,
    ],
    [
      'that the server is down',
      (_, response) => response.writeHead(503, { 'content-type': 'text/html' }).end('later'),
      offline,
    ],
    [
      'that it broke',
      json({ code: 'INTERNAL_SERVER_ERROR', status: 500, message: '', defined: false }, 500),
      offline,
    ],
    [
      'that there is no such procedure',
      json({ code: 'NOT_FOUND', status: 404, message: '', defined: false }, 404),
      { outcome: 'unusable', trouble: 'serverTooOld' },
    ],
    ['that a proxy wants to be spared', json({ error: 'slow down' }, 429), offline],
    [
      'an error with data that it does not have',
      json(
        { defined: true, code: 'UNAUTHENTICATED', status: 401, message: '', data: { reason: 'whim' } },
        401,
      ),
      strange,
    ],
    [
      'an error that is not of this procedure',
      json({ defined: true, code: 'LAST_METHOD', status: 409, message: '' }, 409),
      strange,
    ],
    [
      'that never ends its connection well',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).write('{');
        setTimeout(() => response.destroy(), 20);
      },
      offline,
    ],
  ])('%s is told apart', async (_, answer, outcome) => {
    expect(await check(await serve(answer))).toEqual(outcome);
  });

  test('that refuses has its code and its data', async () => {
    const refusal = {
      defined: true,
      code: 'UNAUTHENTICATED',
      status: 401,
      message: 'x',
      data: { reason: 'session' },
    };
    expect(await check(await serve(json(refusal, 401)))).toEqual({
      outcome: 'refused',
      code: 'UNAUTHENTICATED',
      data: { reason: 'session' },
    });
  });

  test('that sends elsewhere is not followed, there or at the same place', async () => {
    const visits: IncomingMessage[] = [];
    const elsewhere = await serve((request, response) => {
      visits.push(request);
      json(good)(request, response);
    });
    for (const location of [`${elsewhere}/v1/session/check`, '/v1/other']) {
      for (const status of [301, 307, 308]) {
        const origin = await serve((_, response) => response.writeHead(status, { location }).end());
        expect(await check(origin)).toEqual(strange);
        expect(await api().look(origin)).toEqual(strange);
      }
    }
    expect(visits).toEqual([]);
  });

  test('of more bytes than any has is not read to its end, however small it was on the way', async () => {
    const bomb = gzipSync(JSON.stringify({ ...good, more: 'x'.repeat(64 * 1_024 * 1_024) }));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const origin = await serve((_, response) => response.writeHead(200, headers).end(bomb));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await check(origin)).toEqual(strange);
  });

  test('that does not come within ten seconds is not waited for', async () => {
    const origin = await serve(() => {});
    const started = Date.now();
    expect(await signOut(origin)).toEqual(offline);
    expect(Date.now() - started).toBeLessThan(12_000);
  });

  test('of nobody at all is an outcome too', async () => {
    const origin = await serve(json(good));
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
    expect(await check(origin)).toEqual(offline);
    expect(await api().look(origin)).toEqual(offline);
  });
});

describe('a connection that breaks', () => {
  /** Breaks the first connection, then answers. */
  function breaking(body: unknown): { seen: string[]; listener: RequestListener } {
    const seen: string[] = [];
    return {
      seen,
      listener(request, response) {
        seen.push(String(request.headers['dpop']));
        if (seen.length === 1) request.socket.destroy();
        else json(body)(request, response);
      },
    };
  }

  test('makes reading happen once more, with a proof of its own', async () => {
    const { seen, listener } = breaking(good);
    expect(await check(await serve(listener))).toMatchObject({ outcome: 'answered' });
    expect(new Set(seen).size).toBe(2);
  });

  test('makes nothing else happen once more: it could have been done', async () => {
    const { seen, listener } = breaking({ done: true });
    expect(await signOut(await serve(listener))).toEqual(offline);
    expect(seen).toHaveLength(1);
  });
});

describe('a request', () => {
  const proofOf = (request: IncomingMessage) => String(request.headers['dpop']);

  test('shows the device’s key by a proof for this method, this address and this token', async () => {
    const requests: IncomingMessage[] = [];
    const origin = await serve((request, response) => {
      requests.push(request);
      json({ done: true })(request, response);
    });
    const now = Date.now();
    const server = { origin, publicUrl: 'https://account.example.org' };
    await api(now).ask(server, session, (it) => it.sessions.signOut());
    const [request] = requests;
    if (!request) throw new Error('nothing arrived');
    expect(request.headers.authorization).toBe('DPoP the-token');
    const target = {
      method: 'POST',
      url: 'https://account.example.org/v1/session/sign-out',
      now: new Date(now),
      token: 'the-token',
    };
    expect(() => readDeviceProof(proofOf(request), target)).not.toThrow();
    expect(() => readDeviceProof(proofOf(request), { ...target, token: 'another' })).toThrow('DPoP proof');
    expect(proofOf(request)).not.toContain(key.d);
    const [head = ''] = proofOf(request).split('.');
    const { jwk } = z
      .object({ jwk: z.looseObject({}) })
      .parse(JSON.parse(Buffer.from(head, 'base64url').toString()));
    expect(Object.keys(jwk).toSorted()).toEqual(['crv', 'kty', 'x', 'y']);
  });

  test('goes by the server’s clock: a proof that was refused for its time is made again, once', async () => {
    const proofs: number[] = [];
    const serverNow = Date.now() + 3 * 86_400_000;
    const origin = await serve((request, response) => {
      const [, body = ''] = proofOf(request).split('.');
      const { iat } = z
        .object({ iat: z.number() })
        .parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
      proofs.push(iat);
      const isNow = Math.abs(iat * 1_000 - serverNow) < 5_000;
      const refusal = {
        defined: true,
        code: 'UNAUTHENTICATED',
        status: 401,
        message: '',
        data: { reason: 'proof' },
      };
      json(isNow ? { done: true } : refusal, isNow ? 200 : 401, { date: new Date(serverNow).toUTCString() })(
        request,
        response,
      );
    });
    const client = api();
    expect(await signOut(origin, client)).toMatchObject({ outcome: 'answered' });
    expect(proofs).toHaveLength(2);
    expect(Math.abs(client.drift(origin) - 3 * 86_400_000)).toBeLessThan(5_000);
    expect(await signOut(origin, client)).toMatchObject({ outcome: 'answered' });
    expect(proofs).toHaveLength(3);
  });

  test('is made again only where the clock has turned out to be another', async () => {
    let asked = 0;
    const refusal = {
      defined: true,
      code: 'UNAUTHENTICATED',
      status: 401,
      message: '',
      data: { reason: 'proof' },
    };
    const origin = await serve((request, response) => {
      asked += 1;
      json(refusal, 401)(request, response);
    });
    expect(await signOut(origin)).toMatchObject({ outcome: 'refused' });
    expect(asked).toBe(1);
  });

  test('says how long its body is, and carries no token without a session', async () => {
    const requests: IncomingMessage[] = [];
    const origin = await serve((request, response) => {
      requests.push(request);
      json({ accepted: true }, 202)(request, response);
    });
    const server = { origin, publicUrl: origin };
    const email = 'noor@example.org';
    await api().ask(server, { key, token: null }, (it) => it.activation.resend({ email }));
    await api().ask(server, null, (it) => it.passwordReset.request({ email }));
    for (const { headers } of requests) {
      expect(Number(headers['content-length'])).toBeGreaterThan(10);
      expect(headers.authorization).toBeUndefined();
    }
    expect(requests.map(({ headers }) => 'dpop' in headers)).toEqual([true, false]);
  });
});
