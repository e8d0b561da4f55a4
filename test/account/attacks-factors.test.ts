/** Attacks 9 to 12 and 14 to 17: second factors, how they are used and how they are changed. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holder, stranger } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

test('attack 9: a time step is accepted once, one use after the other', async () => {
  const person = await holder(world);
  person.nextStep();
  const first = await person.flow();
  const second = await person.flow();
  expect((await person.verify(first.flow)).status).toBe(200);
  expect((await person.verify(second.flow)).code).toBe('CODE_WRONG');
});

test('attack 9: a time step is accepted once, of many uses at the same moment on two instances', async () => {
  const person = await holder(world);
  const flows = [];
  for (let index = 0; index < 6; index += 1) flows.push(await person.flow({ from: world.network() }));
  person.nextStep();
  const answers = await Promise.all(flows.map(({ flow }) => person.verify(flow)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('attack 9: the database itself refuses a step that was used', async () => {
  const person = await holder(world);
  await expect(
    world.db.query('insert into totp_use select * from totp_use where method_id = $1', [person.totpId]),
  ).rejects.toThrow(/totp_use_pkey/);
});

test('attack 10: this step and the one before are good, two before and the next are not', async () => {
  for (const [steps, status] of [
    [-2, 422],
    [-1, 200],
    [1, 422],
    [0, 200],
  ] as const) {
    const person = await holder(world);
    world.passTime(120_000);
    const { flow } = await person.flow();
    // In the middle of a step, so that none passes while the request is on its way.
    world.passTime(30_000 - (world.now() % 30_000) + 5_000);
    expect((await person.verify(flow, { code: person.totp(steps) })).status, `step ${steps}`).toBe(status);
  }
});

test('attack 11: one sign-in attempt answered twice at once gives one session', async () => {
  for (let round = 0; round < 4; round += 1) {
    const person = await holder(world);
    person.nextStep();
    const { flow } = await person.flow();
    const before = await world.db.query('select count(*)::int as n from session');
    const answers = await Promise.all(
      world.ports.flatMap((port) => [
        person.verify(flow, { port, code: person.totp() }),
        person.verify(flow, { port, code: person.totp(-1) }),
        person.call('POST', '/v1/sign-in/recover', { flow, code: person.recoveryCodes[0] }, { port }),
        person.call('POST', '/v1/sign-in/recover', { flow, code: person.recoveryCodes[1] }, { port }),
      ]),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const after = await world.db.query('select count(*)::int as n from session');
    expect(after.rows[0].n - before.rows[0].n).toBe(1);
  }
});

test('attack 12: what the password alone brings is no session', async () => {
  const person = await holder(world);
  const { flow, ...rest } = await person.flow();
  expect(JSON.stringify(rest)).not.toMatch(/token|grant/);
  expect((await person.check({ token: flow })).code).toBe('UNAUTHENTICATED');
  expect((await person.call('GET', '/v1/mfa/methods', undefined, { token: flow })).code).toBe(
    'UNAUTHENTICATED',
  );
});

test('attack 14: neither a trusted sign-in nor an old check can change a factor', async () => {
  const person = await holder(world);
  const sensitive = () =>
    Promise.all([
      person.call('POST', '/v1/mfa/methods', { kind: 'totp', destination: 'Mine' }),
      person.call('DELETE', `/v1/mfa/methods/${person.totpId}`),
      person.call('POST', '/v1/recovery-codes'),
      person.call('POST', '/v1/password', { current: person.password, next: 'violet umbrella 83 canyon' }),
      person.call('POST', '/v1/email', { email: 'mallory@example.org' }),
      person.call('GET', '/v1/account/export'),
      person.call('POST', '/v1/account/delete', { password: person.password }),
    ]);
  await person.signIn(true);
  const trusted = await person.startSignIn();
  person.take(trusted);
  expect((await sensitive()).map(({ code }) => code)).toEqual(
    Array.from({ length: 7 }, () => 'STEP_UP_REQUIRED'),
  );
  await person.stepUp();
  world.passTime(301_000);
  expect((await sensitive()).map(({ code }) => code)).toEqual(
    Array.from({ length: 7 }, () => 'STEP_UP_REQUIRED'),
  );
});

test('attack 14: a set-up session from before the first method can’t add another one after it', async () => {
  const person = await stranger(world);
  await person.signUp();
  await person.activate();
  const other = await world.device('Second computer');
  const early = await person.startSignIn({ device: other });
  await person.addTotp();
  const token = String(Object(early.body).grant.token);
  const late = await person.call(
    'POST',
    '/v1/mfa/methods',
    { kind: 'totp', destination: 'X' },
    { device: other, token },
  );
  expect(late.code).toBe('UNAUTHENTICATED');
});

test('attack 15: of two removals of the last two methods at once, one fails', async () => {
  for (let round = 0; round < 5; round += 1) {
    const person = await holder(world);
    const mail = await person.addEmail(`last.${person.email}`);
    const answers = await Promise.all([
      person.call('DELETE', `/v1/mfa/methods/${mail}`, undefined, { port: world.ports[0] }),
      person.call('DELETE', `/v1/mfa/methods/${person.totpId}`, undefined, { port: world.ports[1] }),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const { body } = await person.call('GET', '/v1/mfa/methods');
    expect(Object(body).methods).toHaveLength(1);
  }
});

test('attack 15: the database itself refuses to lose the last method', async () => {
  const person = await holder(world);
  await expect(world.db.query('delete from mfa_method where id = $1', [person.totpId])).rejects.toThrow(
    /last confirmed/,
  );
  await expect(
    world.db.query('update mfa_method set confirmed_at = null where id = $1', [person.totpId]),
  ).rejects.toThrow(/last confirmed/);
});

test('attack 16: a method is replaced by confirming another first, never by way of none', async () => {
  const person = await holder(world);
  expect((await person.call('DELETE', `/v1/mfa/methods/${person.totpId}`)).code).toBe('LAST_METHOD');
  await person.call('POST', '/v1/mfa/methods', { kind: 'email', destination: `never.${person.email}` });
  expect((await person.call('DELETE', `/v1/mfa/methods/${person.totpId}`)).code).toBe('LAST_METHOD');
  await person.addEmail(`r.${person.email}`);
  expect((await person.call('DELETE', `/v1/mfa/methods/${person.totpId}`)).body).toEqual({
    confirmedMethods: 1,
  });
});

test('attack 17: an unconfirmed secret opens nothing and leaves the confirmed one alone', async () => {
  const person = await holder(world);
  const added = await person.call('POST', '/v1/mfa/methods', { kind: 'totp', destination: 'Phone' });
  const pendingId = String(Object(added.body).methodId);
  person.nextStep();
  const { flow, methods } = await person.flow();
  expect(methods.map(({ id }) => id)).toEqual([person.totpId]);
  expect((await person.verify(flow, { methodId: pendingId })).code).toBe('METHOD_NOT_FOUND');
  expect((await person.verify(flow)).status).toBe(200);
});
