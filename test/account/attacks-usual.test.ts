/**
 * Attacks 2 to 13, 17 and 31 with a *right* code: the usual sign-in is opened by a statement of its own
 * (`sign-in/verify-usual.ts`), and everything that makes one unusual has to be seen there too.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { decodeBase32 } from '../../src/core/otp/base32.ts';
import { totpCodeOfStep } from '../../src/account-service/mfa/totp/code.ts';
import { holder, type Person } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

/** Someone whose computer is known and whose next code was not used yet, with a sign-in attempt that waits for it. */
async function waiting(): Promise<{ person: Person; flow: string }> {
  const person = await holder(world);
  person.nextStep();
  const { flow } = await person.flow();
  return { person, flow };
}

/** How many computers this person was told of as new. */
async function announced({ email }: Person): Promise<number> {
  await world.allSent();
  return world.inbox.mailsTo(email).filter(({ text }) => text.includes('for the first time')).length;
}

test('the usual sign-in is told in the trail, marks its method and opens a full session', async () => {
  const { person, flow } = await waiting();
  const grant = person.take(await person.verify(flow));
  expect(grant.session).toMatchObject({ kind: 'full', trustedUntil: null });
  expect((await person.check()).body).toMatchObject({ kind: 'full', mfaAt: grant.session.mfaAt });
  const { body: trail } = await person.call('GET', '/v1/account/audit');
  expect(Object(trail).events[0]).toMatchObject({ event: 'sign-in', deviceName: person.device.name });
  const { body: list } = await person.call('GET', '/v1/mfa/methods');
  expect(Object(list).methods[0].lastUsedAt).toBe(grant.session.mfaAt);
  expect(await announced(person)).toBe(0);
});

test('attack 3: a wait for wrong codes of one method holds back the right code of another', async () => {
  const { person } = await waiting();
  await person.stepUp();
  const mail = await person.addEmail(`other.${person.email}`);
  for (let guess = 0; guess < 5; guess += 1) {
    const { flow } = await person.flow({ from: world.network() });
    await person.call('POST', '/v1/sign-in/send', { flow, methodId: mail });
    await person.verify(flow, { methodId: mail, code: '000000' });
  }
  const { flow } = await person.flow({ from: world.network() });
  // A code that is right and was not used yet.
  expect((await person.verify(flow, { code: person.totp(-1) })).code).toBe('TOO_MANY_ATTEMPTS');
});

test('attack 5: a method waits for its own wrong codes, whatever another method was right about', async () => {
  const { person, flow } = await waiting();
  // What five wrong codes leave behind when a right one of another method has cleared the account's own count.
  await world.db.query('update mfa_method set fails = 5, blocked_until = $2 where id = $1', [
    person.totpId,
    new Date(world.now() + 30_000),
  ]);
  expect((await person.verify(flow)).code).toBe('TOO_MANY_ATTEMPTS');
});

test('attack 2: an attempt that was guessed at five times is over, also for a right code', async () => {
  const { person, flow } = await waiting();
  await world.db.query(
    'update sign_in_flow set tries = 5 where account_id = (select id from account where address = $1)',
    [person.email],
  );
  expect((await person.verify(flow)).code).toBe('FLOW_INVALID');
});

test('attack 12: an attempt from before the password was changed is over', async () => {
  const { person, flow } = await waiting();
  await person.stepUp();
  const next = 'violet umbrella 83 canyon';
  const changed = await person.call('POST', '/v1/password', { current: person.password, next });
  expect(changed.status, changed.text).toBe(200);
  person.nextStep();
  expect((await person.verify(flow)).code).toBe('FLOW_INVALID');
});

test('attack 12: an attempt is over ten minutes after the password', async () => {
  const { person, flow } = await waiting();
  world.passTime(601_000);
  expect((await person.verify(flow)).code).toBe('FLOW_INVALID');
});

test('attack 13: an attempt is of one computer, also among those the account knows', async () => {
  const { person } = await waiting();
  const other = await world.device('Second computer');
  await person.signIn(false, other);
  person.nextStep();
  const { flow } = await person.flow();
  expect((await person.verify(flow, { device: other })).code).toBe('FLOW_INVALID');
});

test('attack 17: the right code of an authenticator that was never confirmed opens nothing', async () => {
  const { person } = await waiting();
  await person.stepUp();
  const added = await person.call('POST', '/v1/mfa/methods', { kind: 'totp', destination: 'Phone' });
  const { methodId, secret } = Object(added.body);
  person.nextStep();
  const { flow } = await person.flow();
  const code = totpCodeOfStep(decodeBase32(secret), Math.floor(world.now() / 30_000));
  expect((await person.verify(flow, { methodId, code })).code).toBe('METHOD_NOT_FOUND');
});

test('attack 31: a proof for the second step works once, and not where the first was wrong', async () => {
  const { person, flow } = await waiting();
  const proof = { jti: randomUUID(), iat: Math.floor(world.now() / 1_000) };
  const verify = (code: string) =>
    person.call(
      'POST',
      '/v1/sign-in/verify',
      { flow, methodId: person.totpId, code, trust: false },
      { proof },
    );
  expect((await verify('000000')).code).toBe('CODE_WRONG');
  expect((await verify(person.totp())).code).toBe('DEVICE_PROOF_INVALID');
  expect((await person.verify(flow)).status).toBe(200);
});

test('a computer that the account does not know is announced, and known from then on', async () => {
  const { person } = await waiting();
  const other = await world.device('Second computer');
  await person.signIn(false, other);
  await person.signIn(false, other);
  expect(await announced(person)).toBe(1);
});

test('attack 3: what changes between the look and the answer is seen: the answer waits for its turn', async () => {
  const { person, flow } = await waiting();
  const change = await world.db.connect();
  try {
    await change.query('begin');
    await change.query('select 1 from account where address = $1 for update', [person.email]);
    await change.query('update mfa_method set fails = 5, blocked_until = $2 where id = $1', [
      person.totpId,
      new Date(world.now() + 30_000),
    ]);
    const answer = person.verify(flow);
    await expect
      .poll(async () => {
        const { rows } = await world.db.query(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        return rows.length;
      })
      .toBe(1);
    await change.query('commit');
    expect((await answer).code).toBe('TOO_MANY_ATTEMPTS');
  } finally {
    change.release();
  }
});
