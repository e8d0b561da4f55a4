import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holder, stranger } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

test('a person gets from sign-up over activation and set-up to a trusted computer', async () => {
  const person = await stranger(world);
  await person.signUp();
  await person.activate();
  expect((await person.call('GET', '/v1/sessions')).code).toBe('ENROLMENT_REQUIRED');
  await person.addTotp();
  expect(person.recoveryCodes).toHaveLength(10);
  await person.addEmail(`other.${person.email}`);
  const grant = await person.signIn(true);
  expect(grant.session.trustedUntil).not.toBeNull();
  const trusted = await person.startSignIn();
  expect(trusted.body).toMatchObject({ step: 'signedIn', grant: { session: { mfaAt: null } } });
  const { body } = await person.call('GET', '/v1/session');
  expect(body).toMatchObject({ account: { confirmedMethods: 2, secondMethodAdvised: false } });
});

test('codes by SMS work as a second factor', async () => {
  const person = await holder(world);
  const number = '+31612345678';
  const added = await person.call('POST', '/v1/mfa/methods', { kind: 'sms', destination: '+31 6 1234 5678' });
  expect(added.body).toMatchObject({ kind: 'sms', hint: '+31•••78' });
  const [code] = await world.inbox.waitForSms(number, /\b\d{6}\b/);
  const id = String(Object(added.body).methodId);
  person.take(await person.call('POST', `/v1/mfa/methods/${id}/confirm`, { code }));
  const { flow } = await person.flow();
  const before = world.inbox.sms.length;
  expect((await person.call('POST', '/v1/sign-in/send', { flow, methodId: id })).status).toBe(200);
  const [next] = await world.inbox.waitForSms(number, /\b\d{6}\b/, before);
  person.take(await person.verify(flow, { methodId: id, code: next }));
  expect((await person.check()).status).toBe(200);
});

test('the password can be changed, reset by mail, and the second factor is still asked for', async () => {
  const person = await holder(world);
  const next = 'violet umbrella 83 canyon';
  person.take(await person.call('POST', '/v1/password', { current: person.password, next }));
  expect((await person.startSignIn()).code).toBe('CREDENTIALS_INVALID');
  await person.call('POST', '/v1/password-reset/request', { email: person.email });
  const [, token] = await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/);
  const reset = await person.call('POST', '/v1/password-reset/confirm', { token, password: person.password });
  expect(reset.body).toEqual({ changed: true });
  expect((await person.startSignIn()).body).toMatchObject({ step: 'secondFactor' });
  await world.inbox.waitForMail(person.email, /password of your account was changed/);
});

test('the address changes when a code from the new one comes back, and the old one is told', async () => {
  const person = await holder(world);
  const next = `new.${person.email}`;
  expect((await person.call('POST', '/v1/email', { email: next })).status).toBe(202);
  const [code] = await world.inbox.waitForMail(next, /\b\d{6}\b/);
  expect((await person.call('POST', '/v1/email/confirm', { code })).body).toEqual({ address: next });
  await world.inbox.waitForMail(person.email, /no longer belongs/);
  expect((await person.startSignIn()).code).toBe('CREDENTIALS_INVALID');
  expect((await person.startSignIn({ email: next })).status).toBe(200);
});

test('a recovery code stands in for a method once, and its use is announced', async () => {
  const person = await holder(world);
  const [code = ''] = person.recoveryCodes;
  const { flow } = await person.flow();
  person.take(await person.call('POST', '/v1/sign-in/recover', { flow, code: code.toLowerCase() }));
  await world.inbox.waitForMail(person.email, /recovery codes was used. You have 9 left/);
  const again = await person.flow();
  expect((await person.call('POST', '/v1/sign-in/recover', { flow: again.flow, code })).code).toBe(
    'CODE_WRONG',
  );
});

test('sessions and trusted computers can be listed and ended', async () => {
  const person = await holder(world);
  const other = await world.device('Other computer');
  const first = person.token;
  await person.signIn(true, other);
  const otherToken = person.token;
  person.token = first;
  const { body: devices } = await person.call('GET', '/v1/devices');
  expect(devices).toMatchObject({ devices: [{ current: false }] });
  const { body: sessions } = await person.call('GET', '/v1/sessions');
  expect(Object(sessions).sessions).toHaveLength(2);
  const deviceId = String(Object(devices).devices[0].id);
  expect((await person.call('DELETE', `/v1/devices/${deviceId}`)).status).toBe(200);
  person.token = otherToken;
  expect((await person.check({ device: other })).code).toBe('UNAUTHENTICATED');
});

test('the holder can read the audit trail, export everything and delete the account', async () => {
  const person = await holder(world);
  const audit = await person.call('GET', '/v1/account/audit');
  expect(Object(audit.body).events.map(({ event }: { event: string }) => event)).toEqual([
    'method-added',
    'activated',
  ]);
  const exported = await person.call('GET', '/v1/account/export');
  expect(exported.body).toMatchObject({ account: { address: person.email }, methods: [{ kind: 'totp' }] });
  expect(exported.text).not.toContain('secret');
  expect((await person.call('POST', '/v1/account/delete', { password: person.password })).status).toBe(200);
  expect((await person.check()).code).toBe('UNAUTHENTICATED');
  expect((await person.startSignIn()).code).toBe('CREDENTIALS_INVALID');
  const { rows } = await world.db.query('select 1 from audit_event where event <> $1 and account_id = $2', [
    'deleted',
    Object(exported.body).account.id,
  ]);
  expect(rows).toHaveLength(0);
});

test('mails are in the person’s language', async () => {
  const person = await stranger(world);
  await person.call('POST', '/v1/sign-up', {
    name: 'Noor',
    email: person.email,
    password: person.password,
    language: 'nl',
  });
  const mail = await world.inbox.waitForMail(person.email, /De link is 2 dagen geldig/);
  expect(mail).toBeDefined();
});

test('the ids of one account’s things are nothing in another account', async () => {
  const [person, other] = [await holder(world), await holder(world)];
  await other.signIn(true);
  const { body: sessions } = await other.call('GET', '/v1/sessions');
  const { body: devices } = await other.call('GET', '/v1/devices');
  const sessionId = String(Object(sessions).sessions[0].id);
  const deviceId = String(Object(devices).devices[0].id);
  for (const [method, path, body, code] of [
    ['DELETE', `/v1/sessions/${sessionId}`, undefined, 'SESSION_NOT_FOUND'],
    ['DELETE', `/v1/devices/${deviceId}`, undefined, 'DEVICE_NOT_FOUND'],
    ['DELETE', `/v1/mfa/methods/${other.totpId}`, undefined, 'METHOD_NOT_FOUND'],
    ['POST', `/v1/mfa/methods/${other.totpId}/confirm`, { code: other.totp() }, 'METHOD_NOT_FOUND'],
    ['POST', '/v1/step-up/verify', { methodId: other.totpId, code: other.totp() }, 'METHOD_NOT_FOUND'],
    ['POST', '/v1/step-up/send', { methodId: other.totpId }, 'METHOD_NOT_FOUND'],
  ] as const) {
    expect((await person.call(method, path, body)).code, `${method} ${path}`).toBe(code);
  }
  const { flow } = await person.flow();
  expect((await person.verify(flow, { methodId: other.totpId, code: other.totp() })).code).toBe(
    'METHOD_NOT_FOUND',
  );
  expect((await other.check()).status).toBe(200);
  expect(Object((await other.call('GET', '/v1/devices')).body).devices).toHaveLength(1);
});
