/** Attacks 1 to 8, 13 and 35: guessing passwords and codes, and using the locks against their owner. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Answer } from './support/device.ts';
import { holder, type Person } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const wrong = 'this is not the password';
const count = (answers: Answer[], code: string | null) =>
  answers.filter((answer) => answer.code === code).length;

/** A code that is not the authenticator's now. */
function wrongCode(person: Person): string {
  const taken = new Set([-2, -1, 0, 1].map((step) => person.totp(step)));
  return ['000000', '111111', '222222', '333333', '444444'].find((code) => !taken.has(code)) ?? '555555';
}

test('attack 1: of fifty wrong passwords at once no more than five are looked at', async () => {
  const person = await holder(world);
  const attempts = Array.from({ length: 50 }, () =>
    person.startSignIn({ password: wrong, from: world.network() }),
  );
  const answers = await Promise.all(attempts);
  const looked = count(answers, 'CREDENTIALS_INVALID');
  expect(looked).toBeLessThanOrEqual(5);
  // A service whose queue of passwords is full looks at none and counts none.
  const unseen = answers.filter(({ code }) => code === 'TOO_MANY_ATTEMPTS' || code === 'BUSY');
  expect(unseen).toHaveLength(50 - looked);
  expect((await person.startSignIn()).code).toBe('TOO_MANY_ATTEMPTS');
});

test('attack 2: guesses at the same moment on one sent code get five tries in all', async () => {
  const person = await holder(world);
  const other = `mail.${person.email}`;
  const methodId = await person.addEmail(other);
  const { flow } = await person.flow();
  const before = world.inbox.mails.length;
  await person.call('POST', '/v1/sign-in/send', { flow, methodId });
  const [code] = await world.inbox.waitForMail(other, /\b\d{6}\b/, before);
  const guesses = Array.from({ length: 30 }, (_, index) =>
    String(Number(code) + index + 1)
      .padStart(6, '0')
      .slice(-6),
  );
  const answers = await Promise.all(guesses.map((guess) => person.verify(flow, { methodId, code: guess })));
  expect(count(answers, 'CODE_WRONG')).toBe(5);
  expect((await person.verify(flow, { methodId, code })).status).not.toBe(200);
});

test('attack 3: a fresh challenge every few guesses does not start the count anew', async () => {
  const person = await holder(world);
  const codes: (string | null)[] = [];
  for (let round = 0; round < 4; round += 1) {
    const { flow } = await person.flow({ from: world.network() });
    for (let guess = 0; guess < 2; guess += 1)
      codes.push((await person.verify(flow, { code: wrongCode(person) })).code);
  }
  expect(codes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'CODE_WRONG'));
  expect(codes.slice(5)).toEqual(Array.from({ length: 3 }, () => 'TOO_MANY_ATTEMPTS'));
});

test('attack 3: nobody gets at another’s address by having codes sent to it again and again', async () => {
  const person = await holder(world);
  const victim = `victim.${person.email}`;
  const codes: (string | null)[] = [];
  for (let round = 0; round < 3; round += 1) {
    const before = world.inbox.mails.length;
    await person.call('POST', '/v1/email', { email: victim });
    const [right] = await world.inbox.waitForMail(victim, /\b\d{6}\b/, before);
    const wrongOne = right === '000000' ? '111111' : '000000';
    for (let guess = 0; guess < 2; guess += 1)
      codes.push((await person.call('POST', '/v1/email/confirm', { code: wrongOne })).code);
  }
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'CODE_WRONG'), 'TOO_MANY_ATTEMPTS']);
});

test('attack 3: after fifty wrong codes waiting alone no longer helps', async () => {
  const person = await holder(world);
  await world.db.query('update mfa_method set fails = 48 where id = $1', [person.totpId]);
  await world.db.query('update account set mfa_fails = 48 where address = $1', [person.email]);
  const { flow } = await person.flow();
  expect((await person.verify(flow, { code: wrongCode(person) })).code).toBe('CODE_WRONG');
  world.passTime(3_700_000);
  const last = await person.flow();
  expect((await person.verify(last.flow, { code: wrongCode(person) })).code).toBe('CODE_WRONG');
  world.passTime(30 * 86_400_000);
  const late = await person.flow();
  expect((await person.verify(late.flow)).code).toBe('METHOD_DISABLED');
});

test('attack 4: guesses spread over methods and recovery codes share one count', async () => {
  const person = await holder(world);
  const other = `spread.${person.email}`;
  const methodId = await person.addEmail(other);
  const { flow } = await person.flow();
  await person.call('POST', '/v1/sign-in/send', { flow, methodId });
  for (let guess = 0; guess < 2; guess += 1) await person.verify(flow, { code: wrongCode(person) });
  for (let guess = 0; guess < 2; guess += 1) await person.verify(flow, { methodId, code: wrongCode(person) });
  const next = await person.flow();
  expect((await person.verify(next.flow, { code: wrongCode(person) })).code).toBe('CODE_WRONG');
  await person.call('POST', '/v1/sign-in/send', { flow: next.flow, methodId });
  expect((await person.verify(next.flow, { methodId, code: wrongCode(person) })).code).toBe(
    'TOO_MANY_ATTEMPTS',
  );
  expect((await person.verify(next.flow)).code).toBe('TOO_MANY_ATTEMPTS');
});

test('attack 4: recovery codes are held back like any other', async () => {
  const person = await holder(world);
  const codes: (string | null)[] = [];
  for (let guess = 0; guess < 7; guess += 1) {
    const { flow } = await person.flow({ from: world.network() });
    codes.push(
      (await person.call('POST', '/v1/sign-in/recover', { flow, code: 'AAAA-BBBB-CCCC-DDDD' })).code,
    );
  }
  expect(codes.slice(5)).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
});

test('attack 5: a correct password does not reset the count of wrong codes', async () => {
  const person = await holder(world);
  for (let guess = 0; guess < 5; guess += 1) {
    const { flow } = await person.flow({ from: world.network() });
    await person.verify(flow, { code: wrongCode(person) });
  }
  const { flow } = await person.flow({ from: world.network() });
  // A code that is right and was not used yet.
  expect((await person.verify(flow, { code: person.totp(-1) })).code).toBe('TOO_MANY_ATTEMPTS');
});

test('attack 6: spellings and case of an address share one counter', async () => {
  const person = await holder(world);
  const [local = '', domain = ''] = person.email.split('@');
  const spellings = [
    person.email.toUpperCase(),
    `${local.toUpperCase()}@${domain}`,
    `${local}@${domain.toUpperCase()}`,
    person.email,
    `${local.slice(0, 1).toUpperCase()}${local.slice(1)}@${domain}`,
    person.email.toUpperCase(),
  ];
  const answers: Answer[] = [];
  for (const email of spellings)
    answers.push(await person.startSignIn({ email, password: wrong, from: world.network() }));
  expect(answers.map(({ code }) => code)).toEqual([
    ...Array.from({ length: 5 }, () => 'CREDENTIALS_INVALID'),
    'TOO_MANY_ATTEMPTS',
  ]);
});

test('attack 7: a lock holds on every route that takes codes', async () => {
  const person = await holder(world);
  for (let guess = 0; guess < 5; guess += 1) {
    await person.call('POST', '/v1/step-up/verify', { methodId: person.totpId, code: wrongCode(person) });
  }
  const code = person.totp(-1);
  const stepUp = await person.call('POST', '/v1/step-up/verify', { methodId: person.totpId, code });
  expect(stepUp.code).toBe('TOO_MANY_ATTEMPTS');
  const { flow } = await person.flow();
  expect((await person.verify(flow, { code })).code).toBe('TOO_MANY_ATTEMPTS');
});

test('attack 8: moving about inside one /64 or inventing forwarding headers counts as one network', async () => {
  const person = await holder(world);
  const proxied = (address: string) => ({ from: '127.9.9.1', headers: { 'x-forwarded-for': address } });
  const rotating: Answer[] = [];
  for (let index = 1; index <= 34; index += 1) {
    const email = `nobody${index}@example.org`;
    rotating.push(
      await person.startSignIn({ email, password: wrong, ...proxied(`2001:db8:7:1::${index.toString(16)}`) }),
    );
  }
  expect(rotating.at(-1)?.code).toBe('TOO_MANY_ATTEMPTS');
  const elsewhere = await person.startSignIn({
    email: 'x@example.org',
    password: wrong,
    ...proxied('2001:db8:7:2::1'),
  });
  expect(elsewhere.code).toBe('CREDENTIALS_INVALID');

  const from = world.network();
  const spoofing: Answer[] = [];
  for (let index = 1; index <= 34; index += 1) {
    const headers = {
      'x-forwarded-for': `198.51.${index}.7`,
      forwarded: `for=198.51.${index}.7`,
      'x-real-ip': `198.51.${index}.7`,
    };
    spoofing.push(
      await person.startSignIn({ email: `noone${index}@example.org`, password: wrong, from, headers }),
    );
  }
  expect(spoofing.at(-1)?.code).toBe('TOO_MANY_ATTEMPTS');
  // Left of the proxy's own entry a client may write what it likes.
  const lied = await person.startSignIn({
    email: 'y@example.org',
    password: wrong,
    ...proxied('203.0.113.9, 2001:db8:7:1::99'),
  });
  expect(lied.code).toBe('TOO_MANY_ATTEMPTS');
});

test('attack 13: a code without the password opens nothing', async () => {
  const person = await holder(world);
  person.nextStep();
  const failed = await person.startSignIn({ password: wrong });
  expect(Object(failed.body).flow).toBeUndefined();
  const madeUp = `${person.token.split('.')[0]}.${'A'.repeat(43)}`;
  expect((await person.verify(madeUp)).code).toBe('FLOW_INVALID');
  expect((await person.verify(person.token)).code).toBe('FLOW_INVALID');
});

test('attack 35: a lock-out by a stranger does not keep a trusted computer out', async () => {
  const person = await holder(world);
  await person.signIn(true);
  const stranger = await world.device('Stranger');
  for (let guess = 0; guess < 8; guess += 1) {
    await person.startSignIn({ password: wrong, device: stranger, from: world.network() });
  }
  expect((await person.startSignIn({ device: stranger, from: world.network() })).code).toBe(
    'TOO_MANY_ATTEMPTS',
  );
  expect((await person.startSignIn()).body).toMatchObject({ step: 'signedIn' });
});
