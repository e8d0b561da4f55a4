/** Attack 55: the document of the API. Each answer of every test here is held against it (`support/document.ts`). */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { accountLimits } from '../../src/contract/account-service/limits.ts';
import { send } from './support/device.ts';
import { conformanceTo, type Seen } from './support/document.ts';
import { stranger } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
let document: unknown;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
  document = (await send('GET', '/openapi.json', world.ports[0], undefined, undefined, {})).body;
});
afterAll(() => world.stop());

const operationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  responses: z.record(z.string(), z.unknown()),
});
const operations = () => {
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) })
    .parse(document);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      ...operation,
    })),
  );
};

test('an answer that is not in the document is found: its status, a header, its body', () => {
  const held = conformanceTo(document);
  const body = {
    defined: true,
    code: 'RATE_LIMITED',
    status: 429,
    message: 'x',
    data: { retryAfterSeconds: 3 },
  };
  const seen: Seen = {
    status: 429,
    headers: { date: 'now', 'retry-after': '3', 'content-type': 'application/json' },
    text: JSON.stringify(body),
    body,
  };
  const hold = (change: Partial<Seen>) => () =>
    held.check('POST', '/v1/password-reset/request', { ...seen, ...change });
  expect(hold({})).not.toThrow();
  expect(hold({ status: 418 })).toThrow(/not in the document/);
  expect(hold({ headers: { ...seen.headers, 'retry-after': undefined } })).toThrow(/Retry-After is missing/);
  expect(hold({ headers: { ...seen.headers, 'retry-after': 'soon' } })).toThrow(/Retry-After/);
  expect(hold({ headers: { ...seen.headers, 'content-type': 'text/html' } })).toThrow(/the type text\/html/);
  expect(hold({ body: { ...body, data: {} } })).toThrow(/retryAfterSeconds/);
});

test('every call has the statuses that come before it', () => {
  for (const { operationId, responses, path } of operations()) {
    const wanted = ['400', '411', '413', '415', '431', '500', '503', ...(path.includes('{') ? ['404'] : [])];
    expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(wanted));
  }
});

test('a token stands in one place, whatever else an answer tells', () => {
  const placesOf = (value: unknown, place: string): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => [
      ...(name === 'token' && place.endsWith('properties') ? [place] : []),
      ...placesOf(inner, `${place}.${name}`),
    ]);
  };
  const places = operations().map(
    ({ operationId, responses }) => [operationId, placesOf(responses, '')] as const,
  );
  // A sync pass takes the place of no session's token: it is in no grant, and in this answer alone.
  const ofPass = new Map(places).get('sync.takePass');
  expect(ofPass).toEqual([expect.stringMatching(/\.properties\.pass\.anyOf\.0\.properties$/)]);
  const ofSessions = places.flatMap(([id, its]) => (id === 'sync.takePass' ? [] : its));
  expect(ofSessions.length).toBeGreaterThan(7);
  for (const place of ofSessions) expect(place).toMatch(/\.properties\.grant\.properties$/);
});

test('a proof is asked for where the document says so, and nowhere else', async () => {
  const person = await stranger(world);
  for (const { operationId, method, path, security } of operations()) {
    const url = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
    const more = { proof: false as const, from: world.network() };
    const { status } = await person.call(method, url, method === 'GET' ? undefined : {}, more);
    const isFree = security.length === 0 || security.some((way) => Object.keys(way).length === 0);
    // Without one, an open call looks at the input, which is none.
    if (isFree) expect(status, operationId).not.toBe(401);
    else expect([400, 401], operationId).toContain(status);
    if (security.some((way) => 'device' in way)) {
      const bad = await person.call(method, url, undefined, { ...more, proof: 'no.proof.atall' });
      expect([400, 401], operationId).toContain(bad.status);
    }
  }
});

test('the document says what a client would have to guess', () => {
  const { info, ...rest } = z.looseObject({ info: z.object({ description: z.string() }) }).parse(document);
  for (const word of [
    /ES256 or EdDSA/,
    /`iat` is at most 60 seconds old and at most 5 seconds ahead/,
    /`jti` has 8 to 128 characters/,
    /A wrong clock: .*`Date`/,
    /`reason`: `session` means .*`proof` means/,
    /411 .*413 .*415 .*431/,
    /`Retry-After`/,
    /\/activate\?token=…` \(48 hours\)/,
    /latchkey:\/\/activate\?server=…&token=…/,
    /15 to 128 characters/,
    /6 digits, is good for 10 minutes, for 5 tries/,
    new RegExp(`Trust in a computer ends ${accountLimits.trustDays} days after`),
    /in `next` what to send as `before`/,
  ])
    expect(info.description).toMatch(word);
  expect(JSON.stringify(rest)).toMatch(/For `sms` the mobile number in international form \(E\.164/);
});
