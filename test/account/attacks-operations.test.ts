/** Attacks 33, 36, 37 and 38: logs, parts that go away, floods, and bodies that fit nothing. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { startCable, type Cable } from '../rig/account-service/cable.ts';
import { fuzzRequests } from './support/fuzz.ts';
import { send, type Answer } from './support/device.ts';
import { holder, stranger, type Person } from './support/person.ts';
import { totpCodeOfStep } from '../../src/account-service/mfa/totp/code.ts';
import { decodeBase32 } from '../../src/core/otp/base32.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';
import { seed } from '../rig/seed.ts';

/** How many passwords may wait at an instance. */
const queue = 6;
let world: World;
let cable: Cable;
beforeAll(async () => {
  cable = await startCable(inject('postgres'));
  world = await startWorld(cable.url, {
    LIMIT_REQUESTS_PER_NETWORK_HOUR: '100000',
    PASSWORD_QUEUE: String(queue),
    PASSWORD_PRIORITY: 'low',
  });
});
afterEach(() => cable.setCut(false));
afterAll(async () => {
  await world.stop();
  await cable.stop();
});

/** Messages whose last try failed. */
const putOff = async () =>
  (await world.db.query('select from outbox where leased_until is null and attempts > 0')).rowCount;
const readiness = () =>
  Promise.all(
    world.ports.map(async (port) => (await send('GET', '/readyz', port, undefined, undefined, {})).status),
  );

test('attack 36: while mail is away, steps are taken whole, and every message comes later, once', async () => {
  world.inbox.setDown(true);
  const person = await stranger(world);
  await person.signUp();
  await expect.poll(putOff).toBeGreaterThan(0);
  world.inbox.setDown(false);
  world.passTime(5_000);
  await person.activate();
  await person.addTotp();
  const other = `late.${person.email}`;
  world.inbox.setDown(true);
  const added = await person.call('POST', '/v1/mfa/methods', { kind: 'email', destination: other });
  expect(added.status).toBe(201);
  const { body } = await person.call('GET', '/v1/mfa/methods');
  expect(Object(body).methods.filter(({ confirmed }: { confirmed: boolean }) => confirmed)).toHaveLength(1);
  await expect.poll(putOff).toBeGreaterThan(0);
  world.inbox.setDown(false);
  world.passTime(60_000);
  const [code] = await world.inbox.waitForMail(other, /\b\d{6}\b/);
  expect(
    (await person.call('POST', `/v1/mfa/methods/${Object(added.body).methodId}/confirm`, { code })).status,
  ).toBe(200);
  await world.allSent();
  expect(world.inbox.mailsTo(other)).toHaveLength(1);
});

test('attack 36: while the database is away, every route fails closed and nothing is half-done', async () => {
  const person = await holder(world);
  await person.signIn(true);
  const next = await stranger(world);
  cable.setCut(true);
  const answers = await Promise.all([
    person.check(),
    person.startSignIn(),
    next.call('POST', '/v1/sign-up', {
      name: 'A',
      email: next.email,
      password: next.password,
      language: 'en',
    }),
    person.call('DELETE', `/v1/mfa/methods/${person.totpId}`),
    person.call('POST', '/v1/password-reset/request', { email: person.email }),
    send('GET', '/readyz', world.ports[0], undefined, undefined, {}),
  ]);
  for (const { status, text } of answers) {
    expect(status).toBeGreaterThanOrEqual(500);
    expect(text).not.toMatch(/postgres|ECONN|stack|sql/i);
  }
  const alive = await send('GET', '/healthz', world.ports[0], undefined, undefined, {});
  expect(alive.status).toBe(200);
  cable.setCut(false);
  await expect.poll(async () => (await person.check()).status).toBe(200);
  expect((await next.startSignIn()).code).toBe('CREDENTIALS_INVALID');
});

test('attack 36: cut in the middle of changes, the account is as before or as after', async () => {
  for (let round = 0; round < 5; round += 1) {
    const person = await holder(world);
    const added = await person.call('POST', '/v1/mfa/methods', { kind: 'totp', destination: 'Second' });
    const { methodId } = Object(added.body);
    const code = person.totp();
    cable.cutAfter(1 + round * 1_000);
    const confirming = person.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code }).catch(() => null);
    const changing = person
      .call('POST', '/v1/password', { current: person.password, next: 'violet umbrella 83 canyon' })
      .catch(() => null);
    const [, changed] = await Promise.all([confirming, changing]);
    cable.setCut(false);
    await expect.poll(readiness).toEqual([200, 200]);
    const after = await person.startSignIn({ password: 'violet umbrella 83 canyon' });
    const before = await person.startSignIn();
    const works = [before, after].filter(({ status }) => status === 200);
    expect(works).toHaveLength(1);
    // What was confirmed to the person holds.
    if (changed?.status === 200) expect(after.status).toBe(200);
  }
});

test('attack 36: when the last statement of a change fails, nothing of it stays', async () => {
  const person = await holder(world);
  const second = await person.addEmail(`whole.${person.email}`);
  const added = await person.call('POST', '/v1/mfa/methods', { kind: 'totp', destination: 'Third' });
  const pending = z.object({ methodId: z.string(), secret: z.string() }).parse(added.body);
  const code = totpCodeOfStep(decodeBase32(pending.secret), Math.floor(world.now() / 30_000));
  const state = async () => {
    const { rows } = await world.db.query(
      `select to_jsonb(a) as account, (select to_jsonb(c) from credential c where c.account_id = a.id) as password,
        (select jsonb_agg(to_jsonb(m) order by m.id) from mfa_method m where m.account_id = a.id) as methods,
        (select jsonb_agg(to_jsonb(r) order by r.code_hash) from recovery_code r where r.account_id = a.id) as codes,
        (select count(*) from session s where s.account_id = a.id) as sessions
      from account a where a.address = $1`,
      [person.email],
    );
    return rows[0];
  };
  await world.db.query(`create function no_trail() returns trigger language plpgsql as
    $$ begin raise exception 'the disk is full'; end $$`);
  await world.db.query('create trigger no_trail before insert on audit_event execute function no_trail()');
  const before = await state();
  for (const [method, path, body] of [
    ['POST', '/v1/password', { current: person.password, next: 'violet umbrella 83 canyon' }],
    ['DELETE', `/v1/mfa/methods/${second}`, undefined],
    ['POST', `/v1/mfa/methods/${pending.methodId}/confirm`, { code }],
    ['POST', '/v1/recovery-codes', undefined],
    ['PATCH', '/v1/account', { name: 'Someone Else' }],
  ] as const) {
    expect((await person.call(method, path, body)).status, path).toBe(500);
    expect(await state(), path).toEqual(before);
  }
  await world.db.query('drop trigger no_trail on audit_event');
  expect((await person.check()).status).toBe(200);
});

test('attack 37: in a flood of sign-ins the queue answers 429, and session checks do not wait in it', async () => {
  const person = await holder(world);
  await world.db.query('delete from attempt_guard');
  // Proofs are made beforehand: what is measured is the service, not the flood's own work.
  const checks = await prepare(person, 60, 'GET', '/v1/session/check', person.token);
  const signIns = await prepare(person, 800, 'POST', '/v1/sign-in', null);
  const answers: Answer[] = [];
  let isOver = false;
  const lane = async () => {
    for (let next = signIns.pop(); next && !isOver; next = signIns.pop()) {
      const email = `flood${signIns.length}@example.org`;
      const body = JSON.stringify({ email, password: 'wrong', device: person.description() });
      answers.push(await next(body, world.network()));
      if (answers.at(-1)?.code === 'BUSY') await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const flood = Promise.all(Array.from({ length: 40 }, lane));
  await expect.poll(() => answers.map(({ code }) => code)).toContain('BUSY');
  // Counted in passwords, not in time: everything shares this machine's cores with the flood's sender.
  const hashed = () => answers.filter(({ code }) => code === 'CREDENTIALS_INVALID').length;
  const overtakenBy: number[] = [];
  for (const check of checks) {
    const before = hashed();
    expect((await check()).status).toBe(200);
    overtakenBy.push(hashed() - before);
  }
  isOver = true;
  await flood;

  const busy = answers.filter(({ code }) => code === 'BUSY');
  expect(busy.length).toBeGreaterThan(20);
  for (const { status, headers } of busy) expect([status, headers['retry-after']]).toEqual([429, '2']);
  expect(answers.every(({ code }) => code === 'BUSY' || code === 'CREDENTIALS_INVALID')).toBe(true);
  // What the queue turned away was not counted against anyone.
  const { rows } = await world.db.query(
    "select coalesce(sum(fails), 0)::int as n from attempt_guard where scope = 'password:address'",
  );
  expect(rows[0].n).toBe(answers.length - busy.length);
  // A check that waited in the queue would let all of it go first. Measured with 24 programs that want to run: 0 to 2.
  expect(middle(overtakenBy)).toBeLessThan(queue);
});

type Prepared = (body?: string, from?: string) => Promise<Answer>;

/** Requests of a person's device that only need to be sent, taking turns on the instances. */
function prepare(
  person: Person,
  count: number,
  method: string,
  path: string,
  token: string | null,
): Promise<Prepared[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, turn): Promise<Prepared> => {
      const dpop = await person.device.prove({
        htm: method,
        htu: `${world.publicUrl}${path}`,
        iat: Math.floor(world.now() / 1_000),
        jti: randomUUID(),
        ...(token !== null && { ath: createHash('sha256').update(token).digest('base64url') }),
      });
      return (body, from) =>
        send(method, path, world.ports[turn % 2] ?? 0, from, body, {
          dpop,
          ...(token !== null && { authorization: `DPoP ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        });
    }),
  );
}

const middle = (counts: number[]) => counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? Infinity;

test('attack 38: oversized, malformed, nested and wrong-typed bodies get a clean refusal on every route', async () => {
  const paths = Object(
    Object((await send('GET', '/openapi.json', world.ports[0], undefined, undefined, {})).body).paths,
  );
  const deep = `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`;
  const bodies: [string, string, number[]][] = [
    ['application/json', '{"a":', [400]],
    ['application/json', deep, [400, 401, 413]],
    ['application/json', JSON.stringify({ email: 'x'.repeat(20_000) }), [413]],
    ['application/json', '[]', [400, 401]],
    ['application/json', 'null', [400, 401]],
    ['application/json', '{"__proto__":{"x":1},"constructor":1}', [400, 401]],
    ['text/plain', 'x', [415]],
    ['multipart/form-data; boundary=x', '--x--', [415]],
    ['application/x-www-form-urlencoded', 'a[b][c]=1', [415]],
  ];
  for (const [path, item] of Object.entries(paths)) {
    for (const method of Object.keys(Object(item))) {
      if (method === 'get' || method === 'delete') continue;
      for (const [type, body, statuses] of bodies) {
        const url = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
        const answer = await send(method.toUpperCase(), url, world.ports[0], world.network(), body, {
          'content-type': type,
        });
        expect(
          statuses.concat([401]),
          `${method} ${path} ${type} ${body.slice(0, 20)}: ${answer.text.slice(0, 200)}`,
        ).toContain(answer.status);
      }
    }
  }
});

test(
  `attack 38: five thousand requests made from the schema end in no fault, no hang and no secret, seed ${seed}`,
  { timeout: 300_000 },
  async () => {
    const person = await holder(world);
    world.canary(person.totpSecret.toString());
    const document = (await send('GET', '/openapi.json', world.ports[0], undefined, undefined, {})).body;
    const faults: string[] = [];
    const check = (what: string, answer: Answer) => {
      if (answer.status >= 500) faults.push(`${what}: ${answer.status} ${answer.text.slice(0, 200)}`);
      if (/\$argon2|stack|node_modules|sealed|password_hash/.test(answer.text))
        faults.push(`${what} leaks ${answer.text.slice(0, 200)}`);
    };
    await fuzzRequests(document, 5_000, person, check);
    expect(faults).toEqual([]);
  },
);

test('attack 33: no token, code, secret or password of the whole file is in any log', async () => {
  const person = await holder(world);
  await person.signIn(true);
  const [used = ''] = person.recoveryCodes;
  const { flow } = await person.flow({ device: await world.device() });
  world.canary(flow);
  await person.call('POST', '/v1/sign-in/recover', { flow, code: used });
  for (const { text } of [...world.inbox.mails, ...world.inbox.sms]) {
    for (const [secret] of text.matchAll(/(?<=token=)[\w.-]{20,}/g)) world.canary(secret);
  }
  await expect.poll(world.logs).toContain('"procedure":"signIn.recover"');
  const logs = world.logs();
  expect(world.canaries.size).toBeGreaterThan(30);
  expect([...world.canaries].filter((secret) => secret !== '' && logs.includes(secret))).toEqual([]);
  // No address and no code of a mail either.
  expect(logs).not.toContain(person.email);
});
