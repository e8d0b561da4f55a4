/** Attacks 28, 29 and 34: what works once, in one place, or only with a proof. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holder, stranger } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

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
    await world.inbox.waitForMail(address, /Support removed every second factor/);
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
