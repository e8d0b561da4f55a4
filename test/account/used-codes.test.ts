/**
 * A code that did its work already is a harmless slip: it opens nothing, says so and counts nothing, on every route
 * that takes codes. Only the very code that was used, of the same method, after the right password.
 */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { totpCodeOfStep } from '../../src/account-service/mfa/totp/code.ts';
import type { Answer } from './support/device.ts';
import { holder, type Person } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

/** More often than wrong codes are free, and more often than an attempt or a sent code has tries. */
const often = 6;

/** What a code is answered with, given again and again. */
async function answersTo(give: () => Promise<Answer>): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let time = 0; time < often; time += 1) {
    const { code, body } = await give();
    answers.push({ code, isUsed: Object(body).data?.isUsed });
  }
  return answers;
}
const asUsed = Array.from({ length: often }, () => ({ code: 'CODE_WRONG', isUsed: true }));

/** The code of the authenticator that was used last. */
async function usedCode(person: Person): Promise<string> {
  const { rows } = await world.db.query<{ step: string }>(
    'select max(step) as step from totp_use where method_id = $1',
    [person.totpId],
  );
  return totpCodeOfStep(person.totpSecret, Number(rows[0]?.step));
}

async function newCode(address: string, ask: () => Promise<Answer>): Promise<string> {
  const before = world.inbox.mails.length;
  expect((await ask()).status).toBe(200);
  const [code] = await world.inbox.waitForMail(address, /\b\d{6}\b/, before);
  world.canary(code);
  return code;
}

test('the code of an authenticator, given again to confirm a change', async () => {
  const person = await holder(world);
  const verify = (code: string) =>
    person.call('POST', '/v1/step-up/verify', { methodId: person.totpId, code });
  person.nextStep();
  const code = person.totp();
  person.take(await verify(code));
  expect(await answersTo(() => verify(code))).toEqual(asUsed);
  person.nextStep();
  // Its step is over by now, and it is still known.
  person.nextStep();
  person.nextStep();
  expect(await answersTo(() => verify(code))).toEqual(asUsed);
  person.take(await verify(person.totp()));
});

test('the code of an authenticator, given again to sign in', async () => {
  const person = await holder(world);
  await person.signIn();
  const code = await usedCode(person);
  const { flow } = await person.flow();
  expect(await answersTo(() => person.verify(flow, { code }))).toEqual(asUsed);
  person.nextStep();
  expect((await person.verify(flow)).status).toBe(200);
});

test('the first code of an authenticator, given again to sign in on another computer', async () => {
  const person = await holder(world);
  const device = await world.device('Second computer');
  const { flow } = await person.flow({ device });
  const code = await usedCode(person);
  expect(await answersTo(() => person.verify(flow, { device, code }))).toEqual(asUsed);
  person.nextStep();
  expect((await person.verify(flow, { device })).status).toBe(200);
});

test('a code out of a mail, given again where a newer one was sent', async () => {
  const person = await holder(world);
  const address = `mailed.${person.email}`;
  const methodId = await person.addEmail(address);
  const send = () => newCode(address, () => person.call('POST', '/v1/step-up/send', { methodId }));
  const verify = (code: string) => person.call('POST', '/v1/step-up/verify', { methodId, code });
  const first = await send();
  person.take(await verify(first));
  const second = await send();
  expect(await answersTo(() => verify(first))).toEqual(asUsed);
  person.take(await verify(second));

  const { flow } = await person.flow();
  const ask = () => person.call('POST', '/v1/sign-in/send', { flow, methodId });
  const third = await newCode(address, ask);
  expect(await answersTo(() => person.verify(flow, { methodId, code: second }))).toEqual(asUsed);
  expect((await person.verify(flow, { methodId, code: third })).status).toBe(200);
});

test('a code out of an SMS, given again where a newer one was sent', async () => {
  const person = await holder(world);
  const number = '+31612345671';
  const smsCode = async (ask: () => Promise<Answer>) => {
    const before = world.inbox.sms.length;
    const asked = await ask();
    expect(asked.status, asked.text).toBeLessThan(300);
    const [code] = await world.inbox.waitForSms(number, /\b\d{6}\b/, before);
    world.canary(code);
    return { code, methodId: String(Object(asked.body).methodId) };
  };
  const { code: first, methodId } = await smsCode(() =>
    person.call('POST', '/v1/mfa/methods', { kind: 'sms', destination: number }),
  );
  person.take(await person.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code: first }));
  const verify = (code: string) => person.call('POST', '/v1/step-up/verify', { methodId, code });
  const { code: second } = await smsCode(() => person.call('POST', '/v1/step-up/send', { methodId }));
  expect(await answersTo(() => verify(first))).toEqual(asUsed);
  person.take(await verify(second));

  const { flow } = await person.flow();
  const { code: third } = await smsCode(() => person.call('POST', '/v1/sign-in/send', { flow, methodId }));
  expect(await answersTo(() => person.verify(flow, { methodId, code: second }))).toEqual(asUsed);
  expect((await person.verify(flow, { methodId, code: third })).status).toBe(200);
});

test('a code for a new address, given again for the next one', async () => {
  const person = await holder(world);
  await person.stepUp();
  const change = async (email: string) => {
    const before = world.inbox.mails.length;
    expect((await person.call('POST', '/v1/email', { email })).status).toBe(202);
    return (await world.inbox.waitForMail(email, /\b\d{6}\b/, before))[0];
  };
  const confirm = (code: string) => person.call('POST', '/v1/email/confirm', { code });
  const first = await change(`first.${person.email}`);
  expect((await confirm(first)).status).toBe(200);
  const second = await change(`second.${person.email}`);
  expect(await answersTo(() => confirm(first))).toEqual(asUsed);
  expect((await confirm(second)).status).toBe(200);
});

test('a recovery code, given again to sign in and to confirm a change', async () => {
  const person = await holder(world);
  const [used = '', second = '', third = ''] = person.recoveryCodes;
  const signIn = async () => {
    const { flow } = await person.flow();
    return (code: string) => person.call('POST', '/v1/sign-in/recover', { flow, code });
  };
  person.take(await (await signIn())(used));
  const recover = await signIn();
  expect(await answersTo(() => recover(used.toLowerCase()))).toEqual(asUsed);
  person.take(await recover(second));
  const stepUp = (code: string) => person.call('POST', '/v1/step-up/recover', { code });
  expect(await answersTo(() => stepUp(used))).toEqual(asUsed);
  person.take(await stepUp(third));
});

test('a used code takes back no wrong one, and those still count', async () => {
  const person = await holder(world);
  const verify = (code: string) =>
    person.call('POST', '/v1/step-up/verify', { methodId: person.totpId, code });
  await person.stepUp();
  const used = await usedCode(person);
  const wrong = ['000000', '000001', '000002', '000003', '000004', '000005'].filter(
    (code) => ![-1, 0, 1].some((step) => person.totp(step) === code),
  );
  for (const code of wrong.slice(0, 5)) {
    expect((await verify(code)).body).toMatchObject({ code: 'CODE_WRONG', data: { isUsed: false } });
    if (code !== wrong[4]) expect(await answersTo(() => verify(used))).toEqual(asUsed);
  }
  // Held back now, for any code.
  expect((await verify(used)).code).toBe('TOO_MANY_ATTEMPTS');
});

test('a code that was used by one method is a guess at another, and at another account', async () => {
  const [one, other] = [await holder(world), await holder(world)];
  const used = await usedCode(one);
  const guess = await other.call('POST', '/v1/step-up/verify', { methodId: other.totpId, code: used });
  expect(guess.body).toMatchObject({ code: 'CODE_WRONG', data: { isUsed: false } });
});
