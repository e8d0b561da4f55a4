/** Attacks 9 to 12, 14 to 17, 28, 29 and 34: second factors, how they are used and how they are changed. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holder, stranger } from './support/person.ts';
import { startWorld, type World } from './support/world.ts';

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
  person.take({ ...trusted, body: Object(trusted.body).grant });
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

test('attack 28: every token that works once works once', async () => {
  const person = await stranger(world);
  await person.signUp();
  const link = await person.activationToken();
  await person.activate();
  const again = await person.call('POST', '/v1/activation/confirm', {
    token: link,
    device: person.description(),
  });
  expect(again.code).toBe('LINK_INVALID');
  await person.addTotp();

  await person.call('POST', '/v1/password-reset/request', { email: person.email });
  const [, token] = await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/);
  const reset = () => person.call('POST', '/v1/password-reset/confirm', { token, password: person.password });
  const resets = await Promise.all([reset(), reset()]);
  expect(resets.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);

  const old = person.token;
  await person.signIn();
  const stale = person.token;
  await person.stepUp();
  expect((await person.check({ token: stale })).code).toBe('UNAUTHENTICATED');
  expect((await person.check({ token: old })).code).toBe('UNAUTHENTICATED');
});

test('attack 28: a sent code works once', async () => {
  const person = await holder(world);
  const other = `once.${person.email}`;
  const methodId = await person.addEmail(other);
  const before = world.inbox.mails.length;
  await person.call('POST', '/v1/step-up/send', { methodId });
  const [code] = await world.inbox.waitForMail(other, /\b\d{6}\b/, before);
  person.take(await person.call('POST', '/v1/step-up/verify', { methodId, code }));
  expect((await person.call('POST', '/v1/step-up/verify', { methodId, code })).code).toBe('CODE_EXPIRED');
});

test('attack 28: a code is replaced by a newer one and over after ten minutes', async () => {
  const person = await holder(world);
  const other = `newer.${person.email}`;
  const methodId = await person.addEmail(other);
  const codeAfter = async () => {
    const before = world.inbox.mails.length;
    await person.call('POST', '/v1/step-up/send', { methodId });
    return (await world.inbox.waitForMail(other, /\b\d{6}\b/, before))[0];
  };
  const first = await codeAfter();
  const second = await codeAfter();
  const verify = (code: string) => person.call('POST', '/v1/step-up/verify', { methodId, code });
  if (first !== second) expect((await verify(first)).code).toBe('CODE_WRONG');
  world.passTime(601_000);
  expect((await verify(second)).code).toBe('CODE_EXPIRED');
});

test('attack 29: a code for one purpose is no good for another', async () => {
  const person = await holder(world);
  const other = `purpose.${person.email}`;
  const methodId = await person.addEmail(other);
  const before = world.inbox.mails.length;
  const { flow } = await person.flow();
  await person.call('POST', '/v1/sign-in/send', { flow, methodId });
  const [code] = await world.inbox.waitForMail(other, /\b\d{6}\b/, before);
  expect((await person.call('POST', '/v1/step-up/verify', { methodId, code })).code).toBe('CODE_EXPIRED');
  const elsewhere = await person.flow();
  expect((await person.verify(elsewhere.flow, { methodId, code })).code).toBe('CODE_EXPIRED');
  expect((await person.call('POST', '/v1/email/confirm', { code })).code).toBe('CODE_EXPIRED');
  expect((await person.verify(flow, { methodId, code })).status).toBe(200);
});

function operator(...args: string[]) {
  const command = new URL('../../src/account-service/operator.ts', import.meta.url).pathname;
  return spawnSync(process.execPath, [command, ...args], {
    env: { ...world.env, LOG_LEVEL: 'silent' },
    encoding: 'utf8',
  });
}

test('attack 34: an operator resets MFA only with a request, a name and a proof, and every address is told', async () => {
  const person = await holder(world);
  const other = `told.${person.email}`;
  await person.addEmail(other);
  const contact = `contact.${person.email}`;
  const asked = await person.call('POST', '/v1/support/requests', {
    email: person.email,
    reason: 'My phone is gone',
    contact,
    language: 'en',
  });
  const { reference } = Object(asked.body);
  expect(operator('mfa', 'reset', '--request', reference, '--operator', 'op').status).not.toBe(0);
  expect(
    operator('mfa', 'reset', '--request', reference, '--operator', 'op', '--proof', ' ').status,
  ).not.toBe(0);
  expect(operator('mfa', 'reset', '--operator', 'op', '--proof', 'passport seen').status).not.toBe(0);
  expect((await person.check()).status).toBe(200);
  // Someone uses up every cap for mails to this address first: the notices go out all the same.
  for (let round = 0; round < 12; round += 1) {
    await person.call(
      'POST',
      '/v1/password-reset/request',
      { email: person.email },
      { from: world.network() },
    );
  }
  const done = operator(
    'mfa',
    'reset',
    '--request',
    reference,
    '--operator',
    'op',
    '--proof',
    'passport seen on video',
  );
  expect(done.status, done.stderr).toBe(0);
  for (const address of [person.email, other, contact])
    await world.inbox.waitForMail(address, /operator removed every second step/);
  expect((await person.check()).code).toBe('UNAUTHENTICATED');
  const { rows } = await world.db.query("select actor, details from audit_event where event = 'mfa-reset'");
  expect(rows).toEqual([
    { actor: 'operator', details: { operator: 'op', proof: 'passport seen on video', request: reference } },
  ]);
  expect((await person.startSignIn()).body).toMatchObject({ step: 'enrol' });
  expect(
    operator('mfa', 'reset', '--request', reference, '--operator', 'op', '--proof', 'again').status,
  ).not.toBe(0);
});
