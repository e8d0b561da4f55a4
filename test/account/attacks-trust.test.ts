/** Attacks 18 to 21 and 31: trust in a computer, and the key it is made of. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { accountLimits } from '../../src/contract/account-service/limits.ts';
import { holder, type Person } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const hour = 3_600_000;
const day = 24 * hour;
const isTrusted = async (person: Person, device = person.device) =>
  Object((await person.startSignIn({ device })).body).step === 'signedIn';

test('attack 18: trust in one account or key is no trust in another', async () => {
  const person = await holder(world);
  const other = await holder(world);
  await person.signIn(true);
  expect(await isTrusted(person)).toBe(true);
  expect(await isTrusted(person, await world.device())).toBe(false);
  expect(await isTrusted(other, person.device)).toBe(false);
});

test('attack 19: an explicit sign-out ends the trust', async () => {
  const person = await holder(world);
  await person.signIn(true);
  await person.call('POST', '/v1/session/sign-out');
  expect((await person.check()).code).toBe('UNAUTHENTICATED');
  expect(await isTrusted(person)).toBe(false);
});

test('attack 19: a password change ends the trust of every device', async () => {
  const person = await holder(world);
  const other = await world.device();
  await person.signIn(true, other);
  await person.signIn(true);
  const token = person.token;
  person.take(
    await person.call('POST', '/v1/password', {
      current: person.password,
      next: 'violet umbrella 83 canyon',
    }),
  );
  expect((await person.check({ token })).code).toBe('UNAUTHENTICATED');
  for (const device of [person.device, other]) {
    const { body } = await person.startSignIn({ device, password: 'violet umbrella 83 canyon' });
    expect(body).toMatchObject({ step: 'secondFactor' });
  }
});

test('attack 19: a password reset ends trust and sessions', async () => {
  const person = await holder(world);
  await person.signIn(true);
  await person.call('POST', '/v1/password-reset/request', { email: person.email });
  const [, token] = await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/);
  await person.call('POST', '/v1/password-reset/confirm', { token, password: person.password });
  expect((await person.check()).code).toBe('UNAUTHENTICATED');
  expect(await isTrusted(person)).toBe(false);
});

test('attack 19: adding and removing a method end the trust', async () => {
  const person = await holder(world);
  await person.signIn(true);
  const methodId = await person.addEmail(`t.${person.email}`);
  expect(await isTrusted(person)).toBe(false);
  await person.signIn(true);
  expect((await person.call('DELETE', `/v1/mfa/methods/${methodId}`)).status).toBe(200);
  expect(await isTrusted(person)).toBe(false);
});

test('attack 19: revoking one or all ends the trust', async () => {
  const person = await holder(world);
  await person.signIn(true);
  await person.call('POST', '/v1/devices/revoke-all');
  expect(await isTrusted(person)).toBe(false);
});

test('attack 19: an epoch that was not raised by the application would be enough', async () => {
  const person = await holder(world);
  await person.signIn(true);
  await world.db.query('update account set security_epoch = security_epoch + 1 where address = $1', [
    person.email,
  ]);
  expect(await isTrusted(person)).toBe(false);
  expect((await person.check()).code).toBe('UNAUTHENTICATED');
});

test('attack 20: trust holds until its days are over, ends then, and never slides', async () => {
  const person = await holder(world);
  const until = Date.parse((await person.signIn(true)).session.trustedUntil ?? '');
  expect(until - world.now()).toBeGreaterThan(accountLimits.trustDays * day - 5_000);
  for (let passed = 1; passed < accountLimits.trustDays; passed += 1) {
    world.passTime(day);
    const { body } = await person.startSignIn();
    expect(Object(body).grant.session.trustedUntil).toBe(new Date(until).toISOString());
  }
  // The last minute is the machine's, which may be slow.
  world.passTime(until - 60_000 - world.now());
  expect(await isTrusted(person)).toBe(true);
  world.passTime(until + 1_000 - world.now());
  expect(await isTrusted(person)).toBe(false);
});

test('attack 20: the database itself refuses trust beyond its days', async () => {
  const person = await holder(world);
  await person.signIn(true);
  await expect(
    world.db.query("update trusted_device set expires_at = expires_at + interval '1 second'"),
  ).rejects.toThrow(/check/);
});

test('attack 20: the days of trust stand in one place, and all that the service says and does goes by it', async () => {
  const days = accountLimits.trustDays + 4;
  const hooks = new URL('./support/other-trust-days.mjs', import.meta.url).pathname;
  const other = await startWorld(inject('postgres'), {
    NODE_OPTIONS: `--import=${hooks}`,
    OTHER_TRUST_DAYS: String(days),
  });
  onTestFinished(() => other.stop());
  const person = await holder(other);
  expect((await person.call('GET', '/.well-known/latchkey')).body).toMatchObject({ trustDays: days });
  const { body } = await person.call('GET', '/openapi.json');
  expect(Object(body).info.description).toContain(`Trust in a computer ends ${days} days after`);
  const before = other.now();
  const until = Date.parse((await person.signIn(true)).session.trustedUntil ?? '');
  expect(until - days * day).toBeGreaterThanOrEqual(before);
  expect(until - days * day).toBeLessThanOrEqual(other.now());
  other.passTime(until - hour - other.now());
  expect(await isTrusted(person)).toBe(true);
  other.passTime(hour + 1_000);
  expect(await isTrusted(person)).toBe(false);
});

test('attack 21: a trusted sign-in is no fresh check, and a code is no sooner good because of it', async () => {
  const person = await holder(world);
  await person.signIn(true);
  const { body } = await person.startSignIn();
  const { token } = Object(body).grant;
  const refused = await person.call('POST', '/v1/recovery-codes', undefined, { token });
  expect(refused.code).toBe('STEP_UP_REQUIRED');
});

test('attack 31: a stolen token is worthless without its key', async () => {
  const person = await holder(world);
  const thief = await world.device('Thief');
  expect((await person.check({ device: thief })).code).toBe('UNAUTHENTICATED');
  expect((await person.check({ proof: false })).code).toBe('UNAUTHENTICATED');
  const bearer = { proof: false as const, token: null, headers: { authorization: `Bearer ${person.token}` } };
  expect((await person.check(bearer)).code).toBe('UNAUTHENTICATED');
  const other = await holder(world);
  expect((await person.check({ device: other.device })).code).toBe('UNAUTHENTICATED');
  expect((await person.check()).status).toBe(200);
});

test('attack 31: a proof works once, over all instances', async () => {
  const person = await holder(world);
  const jti = randomUUID();
  const iat = Math.floor(world.now() / 1_000);
  const replays = world.ports.flatMap((port) => [port, port, port]);
  const answers = await Promise.all(replays.map((port) => person.check({ port, proof: { jti, iat } })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  world.passTime(40_000);
  expect((await person.check({ proof: { jti, iat } })).code).toBe('UNAUTHENTICATED');
});

test('attack 31: a proof for a sign-in works once', async () => {
  const person = await holder(world);
  const proof = { jti: randomUUID(), iat: Math.floor(world.now() / 1_000) };
  expect((await person.startSignIn({ proof })).status).toBe(200);
  expect((await person.startSignIn({ proof })).code).toBe('DEVICE_PROOF_INVALID');
});

test('attack 31: a proof for another method, URL, time or token is refused', async () => {
  const person = await holder(world);
  const now = Math.floor(world.now() / 1_000);
  for (const proof of [
    { htm: 'POST' },
    { htu: `${world.publicUrl}/v1/session` },
    { htu: 'https://evil.test/v1/session/check' },
    { iat: now - 62 },
    { iat: now + 8 },
    { ath: 'AAAA' },
    'not.a.proof',
    '',
  ]) {
    expect((await person.check({ proof })).code, JSON.stringify(proof)).toBe('UNAUTHENTICATED');
  }
  for (const proof of [{ iat: now - 50 }, { iat: now + 3 }])
    expect((await person.check({ proof })).status).toBe(200);
});

test('attack 31: a proof without signature, with another type or by a symmetric key is refused', async () => {
  const person = await holder(world);
  const claims = {
    htm: 'POST',
    htu: `${world.publicUrl}/v1/sign-in`,
    iat: Math.floor(world.now() / 1_000),
    jti: randomUUID(),
  };
  const good = await person.device.prove(claims);
  const [header = '', payload = ''] = good.split('.');
  const edited = (change: Record<string, unknown>) =>
    Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(header, 'base64url').toString()), ...change }),
    ).toString('base64url');
  const bad = [
    `${header}.${payload}.`,
    `${edited({ alg: 'none' })}.${payload}.`,
    `${edited({ alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } })}.${payload}.AAAA`,
    await person.device.prove(claims, { typ: 'JWT' }),
    `${good.slice(0, -8)}AAAAAAAA`,
  ];
  for (const proof of bad) expect((await person.startSignIn({ proof })).code).toBe('DEVICE_PROOF_INVALID');
});

test('a session ends after an hour without use, and after a day with it', async () => {
  const person = await holder(world);
  world.passTime(3_590_000);
  expect((await person.check()).status).toBe(200);
  world.passTime(3_601_000);
  expect((await person.check()).code).toBe('UNAUTHENTICATED');
  await person.signIn();
  for (let hour = 0; hour < 25; hour += 1) {
    world.passTime(57 * 60_000);
    await person.check();
  }
  world.passTime(20 * 60_000);
  expect((await person.check()).code).toBe('UNAUTHENTICATED');
});

test('attack 31: a stolen token that is used without its key does not keep its session alive', async () => {
  const person = await holder(world);
  const thief = await world.device('Thief');
  world.passTime(40 * 60_000);
  for (const port of world.ports) {
    expect((await person.check({ device: thief, port })).code).toBe('UNAUTHENTICATED');
  }
  world.passTime(21 * 60_000);
  expect((await person.check()).code).toBe('UNAUTHENTICATED');
});

test('many checks of one session at once, over all instances, keep it alive', async () => {
  const person = await holder(world);
  world.passTime(40 * 60_000);
  const ports = Array.from({ length: 20 }, () => world.ports).flat();
  const answers = await Promise.all(ports.map((port) => person.check({ port })));
  expect(answers.map(({ status }) => status)).toEqual(ports.map(() => 200));
  world.passTime(40 * 60_000);
  expect((await person.check()).status).toBe(200);
});
