/** Attacks 39 to 43: what a stranger can cause, and what its owner needs all the same. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Answer } from './support/device.ts';
import { holder, stranger, type Person } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

/** More than any allowance for one destination has in an hour. */
const plenty = 12;

/** Asks for every kind of mail that needs no password, each time from another network and computer. */
async function bomb(address: string): Promise<void> {
  const password = 'violet umbrella 83 canyon';
  const requests = [
    ['/v1/password-reset/request', { email: address }],
    ['/v1/activation/resend', { email: address }],
    ['/v1/sign-up', { name: 'A', email: address, password, language: 'en' }],
    ['/v1/support/requests', { email: address, contact: address, reason: 'help', language: 'en' }],
  ] as const;
  const attacker = await stranger(world, 'attacker');
  for (let round = 0; round < plenty; round += 1) {
    const [path, body] = requests[round % requests.length] ?? requests[0];
    await attacker.call('POST', path, body, { from: world.network(), device: await world.device() });
  }
}

/** A first code to a number, asked for by someone else's account each time. */
async function addElsewhere(number: string, times: number): Promise<(string | null)[]> {
  const codes: (string | null)[] = [];
  for (let round = 0; round < times; round += 1) {
    const other = await holder(world, 'pump');
    const added = await other.call('POST', '/v1/mfa/methods', { kind: 'sms', destination: number });
    codes.push(added.code);
  }
  return codes;
}

async function addSms(person: Person, number: string): Promise<string> {
  const before = world.inbox.sms.length;
  const added = await person.call('POST', '/v1/mfa/methods', { kind: 'sms', destination: number });
  const { methodId } = Object(added.body);
  const [code] = await world.inbox.waitForSms(number, /\b\d{6}\b/, before);
  person.take(await person.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code }));
  return methodId;
}

test('attack 39: mails that strangers cause take no code from an address’s owner', async () => {
  const person = await holder(world);
  const mailbox = `mine.${person.email}`;
  const methodId = await person.addEmail(mailbox);
  await bomb(mailbox);
  await bomb(person.email);
  const device = await world.device('New computer');
  const { flow } = await person.flow({ device });
  let before = world.inbox.mails.length;
  const sent = await person.call('POST', '/v1/sign-in/send', { flow, methodId }, { device });
  expect(sent.status, sent.text).toBe(200);
  const [code] = await world.inbox.waitForMail(mailbox, /\b\d{6}\b/, before);
  person.take(await person.verify(flow, { methodId, code, device }));
  before = world.inbox.mails.length;
  const again = await person.call('POST', '/v1/step-up/send', { methodId }, { device });
  expect(again.status, again.text).toBe(200);
  await world.inbox.waitForMail(mailbox, /\b\d{6}\b/, before);
  await person.call('POST', '/v1/recovery-codes', undefined, { device });
  await world.inbox.waitForMail(person.email, /New recovery codes were made/);
});

test('attack 39: someone with the password alone takes no code from a computer that is known', async () => {
  const person = await holder(world);
  const mailbox = `mine.${person.email}`;
  const methodId = await person.addEmail(mailbox);
  const thief = await world.device('Thief');
  const stolen = await person.flow({ device: thief, from: world.network() });
  let last: string | null = null;
  for (let round = 0; round < 25 && last === null; round += 1) {
    const wanted = { flow: stolen.flow, methodId };
    last = (await person.call('POST', '/v1/sign-in/send', wanted, { device: thief })).code;
  }
  expect(last).toBe('RATE_LIMITED');
  const { flow } = await person.flow();
  const sent = await person.call('POST', '/v1/sign-in/send', { flow, methodId });
  expect(sent.status, sent.text).toBe(200);
});

test('attack 40: a number that strangers add elsewhere still gets its owner’s codes', async () => {
  const number = '+31612345601';
  const person = await holder(world);
  const methodId = await addSms(person, number);
  await addElsewhere(number, 7);
  // Its whole block as well.
  await world.db.query("update quota set used = 1000 where scope = 'sms:prefix:hour'");
  const device = await world.device('New computer');
  const { flow } = await person.flow({ device });
  const before = world.inbox.sms.length;
  const sent = await person.call('POST', '/v1/sign-in/send', { flow, methodId }, { device });
  expect(sent.status, sent.text).toBe(200);
  const [code] = await world.inbox.waitForSms(number, /\b\d{6}\b/, before);
  person.take(await person.verify(flow, { methodId, code, device }));
});

test('attack 41: help with a proven password is open whatever strangers asked for', async () => {
  const person = await holder(world);
  await bomb(person.email);
  // A stranger in the same network, who has used up what it may ask for.
  const neighbour = await stranger(world, 'neighbour');
  const asked = { reason: 'help', contact: 'c@example.org', language: 'en' };
  let last: string | null = null;
  for (let round = 0; round < 70 && last === null; round += 1) {
    const email = `nobody${round}@example.org`;
    last = (await neighbour.call('POST', '/v1/support/requests', { ...asked, email }, { from: person.from }))
      .code;
  }
  expect(last).toBe('RATE_LIMITED');
  const { flow } = await person.flow();
  const before = world.inbox.mails.length;
  const request = { email: person.email, reason: 'lost phone', contact: person.email, language: 'en', flow };
  const helped = await person.call('POST', '/v1/support/requests', request, { token: null });
  expect(helped.status, helped.text).toBe(202);
  const { reference } = Object(helped.body);
  await world.inbox.waitForMail(person.email, new RegExp(`asked support .* \\(${reference}\\)`), before);
  await world.inbox.waitForMail(person.email, new RegExp(`got your request ${reference}`), before);
  const { rows } = await world.db.query('select password_proven from support_request where reference = $1', [
    reference,
  ]);
  expect(rows).toEqual([{ password_proven: true }]);
});

test('attack 41: whoever holds a link uses it whatever a neighbour asked for', async () => {
  const person = await stranger(world);
  await person.signUp();
  const token = await person.activationToken();
  const neighbour = await stranger(world, 'neighbour');
  for (const path of ['/v1/activation/confirm', '/v1/activation/inspect', '/v1/password-reset/confirm']) {
    const guess = { token: 'A'.repeat(43), device: neighbour.description(), password: neighbour.password };
    const body = path.endsWith('inspect')
      ? { token: guess.token }
      : path.startsWith('/v1/activation')
        ? { token: guess.token, device: guess.device }
        : { token: guess.token, password: guess.password };
    let last: string | null = null;
    for (let round = 0; round < 70 && last !== 'RATE_LIMITED'; round += 1) {
      last = (await neighbour.call('POST', path, body, { from: person.from })).code;
    }
    expect(last, path).toBe('RATE_LIMITED');
  }
  const looked = await person.call('POST', '/v1/activation/inspect', { token });
  expect(looked.body).toMatchObject({ state: 'open' });
  const used = await person.call('POST', '/v1/activation/confirm', { token, device: person.description() });
  person.take(used);
  await person.addTotp();
  await person.call('POST', '/v1/password-reset/request', { email: person.email }, { from: world.network() });
  const [, reset] = await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/);
  const next = { token: reset, password: 'violet umbrella 83 canyon' };
  const changed = await person.call('POST', '/v1/password-reset/confirm', next, { token: null });
  expect(changed.status, changed.text).toBe(200);
});

test('attack 42: one network causes no more mails than its share, all kinds of them together', async () => {
  const attacker = await stranger(world, 'attacker');
  const from = world.network();
  let mails = 0;
  let status = 202;
  for (let round = 0; round < 70 && status === 202; round += 1) {
    const email = `share${round}@example.org`;
    const [path, cost, more] = [
      ['/v1/password-reset/request', 1, {}] as const,
      ['/v1/activation/resend', 1, {}] as const,
      ['/v1/support/requests', 2, { contact: email, reason: 'help', language: 'en' }] as const,
    ][round % 3] ?? ['', 0, {}];
    ({ status } = await attacker.call('POST', path, { email, ...more }, { from }));
    if (status === 202) mails += cost;
  }
  expect([mails, status]).toEqual([60, 429]);
  const password = 'violet umbrella 83 canyon';
  const signUp = { name: 'A', email: 'share@example.org', password, language: 'en' };
  expect((await attacker.call('POST', '/v1/sign-up', signUp, { from })).code).toBe('RATE_LIMITED');
});

test('attack 42: all strangers together have one allowance, and owners another', async () => {
  const person = await holder(world);
  const mailbox = `mine.${person.email}`;
  const methodId = await person.addEmail(mailbox);
  await world.db.query("update quota set used = 1000000 where scope like 'mail:%' and key = sha256('')");
  const nobody = await stranger(world);
  const asked = await nobody.call('POST', '/v1/password-reset/request', { email: nobody.email });
  expect(asked.code).toBe('RATE_LIMITED');
  const { flow } = await person.flow();
  const sent = await person.call('POST', '/v1/sign-in/send', { flow, methodId });
  expect(sent.status, sent.text).toBe(200);
  await world.db.query('delete from quota');
});

test('attack 43: what an address or a number got from others this hour shows in no answer', async () => {
  const used = await holder(world, 'used');
  const idle = await holder(world, 'idle');
  await bomb(used.email);
  const attacker = await holder(world, 'attacker');
  const password = 'violet umbrella 83 canyon';
  for (const [path, body] of [
    ['/v1/password-reset/request', {}],
    ['/v1/activation/resend', {}],
    ['/v1/sign-up', { name: 'A', password, language: 'en' }],
  ] as const) {
    const answers: Answer[] = [];
    for (const email of [used.email, idle.email, `nobody.${idle.email}`]) {
      answers.push(await attacker.call('POST', path, { ...body, email }, { from: world.network() }));
    }
    expect(answers.map(({ status, text }) => [status, text])).toEqual(
      answers.map(() => [202, answers[0]?.text]),
    );
  }
  await world.allSent();
  const before = world.inbox.mailsTo(used.email).length;
  for (const [kind, destination] of [
    ['email', used.email],
    ['email', idle.email],
  ] as const) {
    const added = await attacker.call('POST', '/v1/mfa/methods', { kind, destination });
    expect(added.status, added.text).toBe(201);
    const { methodId } = Object(added.body);
    const guess = await attacker.call('POST', `/v1/mfa/methods/${methodId}/confirm`, { code: '000000' });
    expect(guess.code).toBe('CODE_WRONG');
    const changed = await attacker.call('POST', '/v1/email', { email: destination });
    expect(changed.status, changed.text).toBe(202);
  }
  await world.inbox.waitForMail(idle.email, /\b\d{6}\b/);
  await world.allSent();
  expect(world.inbox.mailsTo(used.email).length).toBe(before);
  const number = '+31612345699';
  expect(await addElsewhere(number, 7)).toEqual(Array.from({ length: 7 }, () => null));
  await world.inbox.waitForSms(number, /\b\d{6}\b/);
  await world.allSent();
  expect(world.inbox.sms.filter(({ to }) => to === number).length).toBeLessThanOrEqual(5);
});

test('attack 43: a request that mails nothing leaves the owner’s links as they were', async () => {
  const person = await holder(world);
  await person.call('POST', '/v1/password-reset/request', { email: person.email });
  const [, token] = await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/);
  await world.db.query("update quota set used = 1000 where scope = 'mail:address:hour'");
  const attacker = await stranger(world, 'attacker');
  for (let round = 0; round < 3; round += 1) {
    await attacker.call(
      'POST',
      '/v1/password-reset/request',
      { email: person.email },
      { from: world.network() },
    );
  }
  const { body } = await person.call('POST', '/v1/password-reset/inspect', { token }, { token: null });
  expect(body).toMatchObject({ state: 'open' });
  await world.db.query('delete from quota');
});

test('attack 43: who alone uses up what an address may get is told', async () => {
  const person = await stranger(world);
  const codes: (string | null)[] = [];
  for (let round = 0; round < 10; round += 1) {
    codes.push((await person.call('POST', '/v1/password-reset/request', { email: person.email })).code);
  }
  expect(codes.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => null));
  expect(codes.slice(8)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
});
