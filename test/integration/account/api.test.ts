/** The HTTP client against servers that do what none should. */
import type { IncomingMessage, RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { api, check, json, serve, signOut, stopServing } from './servers.ts';

afterEach(stopServing);

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

  test('that does not answer, or not to the end, is left by hanging up, and asked nothing more', async () => {
    let count = 0;
    const silent = await serve(() => (count += 1));
    const halting = await serve((_, response) => {
      count += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).write('{');
    });
    const client = api();
    const asking = [check(silent, client), client.look(silent), signOut(halting, client)];
    await expect.poll(() => count).toBe(3);
    client.hangUp();
    expect(await Promise.all(asking)).toEqual([offline, offline, offline]);
    expect(await check(silent, client)).toEqual(offline);
    expect(count).toBe(3);
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
      refusal: ['UNAUTHENTICATED', { reason: 'session' }],
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

  test('that does not come within fifteen seconds is not waited for', async () => {
    // Who waits longer is answered.
    const origin = await serve((request, response) => {
      setTimeout(() => json({ done: true })(request, response), 60_000).unref();
    });
    expect(await signOut(origin)).toEqual(offline);
  });

  test('of nobody at all is an outcome too', async () => {
    const origin = await serve(json(good));
    await stopServing();
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
