/** What the HTTP client shows of itself in a request: the device's key, the session, the time. */
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readDeviceProof } from '../../../src/account-service/http/device-proof.ts';
import { api, json, key, serve, session, signOut, stopServing } from './servers.ts';

afterEach(stopServing);

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
    await readDeviceProof(proofOf(request), target);
    await expect(readDeviceProof(proofOf(request), { ...target, token: 'another' })).rejects.toThrow(
      'DPoP proof',
    );
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
