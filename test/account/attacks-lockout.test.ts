/** Attacks 44 and 45: locks used against the owner, and what guessing from everywhere gets in a day. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import {
  passwordPerAddress,
  passwordPerNetwork,
  type AttemptRule,
} from '../../src/account-service/limits/attempts.ts';
import { holder, stranger, type Person } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.db.query('delete from attempt_guard');
});

const wrong = 'this is not the password';
const minute = 60_000;
const day = 86_400;
const codeInMail = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;

/** Wrong passwords for an address, each from another network and computer. */
async function guess(email: string, times: number): Promise<void> {
  const attacker = await stranger(world, 'attacker');
  for (let round = 0; round < times; round += 1) {
    const device = await world.device();
    await attacker.startSignIn({ email, password: wrong, device, from: world.network() });
  }
}

function signIn(person: Person, more: Parameters<Person['startSignIn']>[0], confirmation?: string) {
  const { email = person.email, password = person.password, ...rest } = more ?? {};
  const body = { email, password, device: person.description(), ...(confirmation && { confirmation }) };
  return person.call('POST', '/v1/sign-in', body, rest);
}

test('attack 44: whoever guesses, password and factor get in on a new computer within a minute', async () => {
  const person = await holder(world);
  await guess(person.email, 12);
  // However long it went on.
  await world.db.query('update attempt_guard set fails = 5000');
  world.passTime(2 * day * 1_000);
  const before = world.inbox.mails.length;
  await guess(person.email, 6);
  // The clock is moved only for the authenticator's next code; what this machine takes is no wait of the person's.
  const moved = () => world.now() - Date.now();
  const unmoved = moved();
  const device = await world.device('New computer');
  const held = await signIn(person, { device });
  expect(held.body).toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    data: { disabled: false, confirmByMail: true },
  });
  const [confirmation] = await world.inbox.waitForMail(person.email, codeInMail, before);
  const answer = await signIn(person, { device }, confirmation.toLowerCase());
  expect(answer.status, answer.text).toBe(200);
  person.nextStep();
  person.take(await person.verify(Object(answer.body).flow, { device }));
  expect(moved() - unmoved).toBeLessThan(minute);
});

test('attack 44: a computer that has signed in before gets in at once, trusted or not', async () => {
  const person = await holder(world);
  await guess(person.email, 12);
  const answer = await person.startSignIn();
  expect(answer.body).toMatchObject({ step: 'secondFactor' });
});

test('attack 44: a stranger in the same network keeps nobody in it out', async () => {
  const person = await holder(world);
  const neighbour = await stranger(world, 'neighbour');
  await world.db.query(
    "insert into attempt_guard (scope, key, fails, blocked_until, updated_at) values ('password:network', $1, 500, $2, $2)",
    [Buffer.from(`${person.from.split('.').slice(0, 3).join('.')}.0/24`), new Date(world.now() + 3_600_000)],
  );
  const refused = await neighbour.startSignIn({ email: 'x@example.org', from: person.from });
  expect(refused.code).toBe('TOO_MANY_ATTEMPTS');
  expect((await person.startSignIn()).status).toBe(200);
  const device = await world.device('New computer');
  expect((await signIn(person, { device })).code).toBe('TOO_MANY_ATTEMPTS');
  const [confirmation] = await world.inbox.waitForMail(person.email, codeInMail);
  expect((await signIn(person, { device }, confirmation)).status).toBe(200);
});

test('attack 44: the mail comes once an hour, and is good for whoever reads it until the next', async () => {
  const person = await holder(world);
  await guess(person.email, 12);
  const [first] = await world.inbox.waitForMail(person.email, codeInMail);
  world.passTime(50 * minute);
  const device = await world.device('New computer');
  expect((await signIn(person, { device }, first)).status).toBe(200);
  await guess(person.email, 3);
  await world.allSent();
  expect(world.inbox.mailsTo(person.email).filter(({ text }) => codeInMail.test(text))).toHaveLength(1);
  world.passTime(11 * minute);
  await world.db.query("update attempt_guard set blocked_until = 'infinity'");
  const before = world.inbox.mails.length;
  expect((await signIn(person, { device }, first)).code).toBe('TOO_MANY_ATTEMPTS');
  const [second] = await world.inbox.waitForMail(person.email, codeInMail, before);
  expect(second).not.toBe(first);
  expect((await signIn(person, { device }, second)).status).toBe(200);
});

test('attack 44: a confirmation is of one address, opens nothing by itself, and has a count of its own', async () => {
  const person = await holder(world);
  const other = await holder(world, 'other');
  await guess(person.email, 6);
  await guess(other.email, 6);
  const [confirmation] = await world.inbox.waitForMail(person.email, codeInMail);
  const device = await world.device('New computer');
  const elsewhere = await signIn(other, { device }, confirmation);
  expect(elsewhere.code).toBe('TOO_MANY_ATTEMPTS');
  const codes: (string | null)[] = [];
  for (let round = 0; round < 6; round += 1) {
    codes.push((await signIn(person, { device, password: wrong }, confirmation)).code);
  }
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'CREDENTIALS_INVALID'), 'TOO_MANY_ATTEMPTS']);
  world.passTime(31_000);
  expect((await signIn(person, { device }, confirmation)).status).toBe(200);
});

test('attack 44: an address that nobody has is closed with the same words, and mailed nothing', async () => {
  const person = await holder(world);
  const nobody = `nobody.${person.email}`;
  await guess(person.email, 6);
  await guess(nobody, 6);
  await world.inbox.waitForMail(person.email, codeInMail);
  const device = await world.device();
  const [known, unknown] = await Promise.all(
    [person.email, nobody].map((email) => signIn(person, { email, password: wrong, device })),
  );
  const words = (text = '') => text.replace(/"retryAfterSeconds":\d+/, '');
  expect(words(unknown?.text)).toBe(words(known?.text));
  await world.allSent();
  expect(world.inbox.mailsTo(nobody)).toEqual([]);
});

test('attack 44: a right password takes back its own count and no stranger’s', async () => {
  const person = await holder(world);
  await guess(person.email, 4);
  const device = await world.device('New computer');
  expect((await signIn(person, { device })).status).toBe(200);
  expect((await person.startSignIn({ password: wrong, device })).code).toBe('CREDENTIALS_INVALID');
  expect((await person.startSignIn({ password: wrong, device })).code).toBe('TOO_MANY_ATTEMPTS');
});

test('attack 44: a new password opens a computer that its owner’s wrong ones had closed', async () => {
  const person = await holder(world);
  for (let round = 0; round < 6; round += 1) await person.startSignIn({ password: wrong });
  expect((await person.startSignIn()).code).toBe('TOO_MANY_ATTEMPTS');
  await person.call('POST', '/v1/password-reset/request', { email: person.email }, { token: null });
  const [, token] = await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/);
  const password = 'violet umbrella 83 canyon';
  await person.call('POST', '/v1/password-reset/confirm', { token, password }, { token: null });
  expect((await person.startSignIn({ password })).status).toBe(200);
});

/**
 * How many attempts a rule looks at within a time, when each comes the moment it may: from the rule's own numbers and
 * the database's own waits.
 */
async function looksWithin({ free, disableAt }: AttemptRule, seconds: number): Promise<number> {
  let at = 0;
  let looks = 0;
  while (at < seconds) {
    looks += 1;
    const { rows } = await world.db.query(
      "select coalesce(extract(epoch from attempt_block(timestamptz 'epoch', $1, $2, $3)), 0)::float8 as wait",
      [looks, free, disableAt],
    );
    at += rows[0].wait;
  }
  return looks;
}

const documented = (what: string) => {
  const doc = readFileSync(new URL('../../docs/security-account.md', import.meta.url), 'utf8');
  return Number(new RegExp(`\\*\\*([\\d,]+)\\*\\* ${what}`).exec(doc)?.[1]?.replaceAll(',', ''));
};

test('attack 45: a day of guessing at one account, from as many networks as one likes, stays under the sum', async () => {
  const person = await holder(world);
  const attacker = await stranger(world, 'attacker');
  const end = world.now() + day * 1_000;
  let looked = 0;
  while (world.now() < end) {
    const { code, body } = await attacker.startSignIn({
      email: person.email,
      password: wrong,
      from: world.network(),
    });
    if (code === 'CREDENTIALS_INVALID') looked += 1;
    else world.passTime(Object(body).data.retryAfterSeconds * 1_000);
  }
  const sum = await looksWithin(passwordPerAddress, day);
  expect(looked).toBeLessThanOrEqual(sum);
  expect(looked).toBeGreaterThan(sum - 3);
  expect(documented('guesses at one account a day')).toBe(sum);
});

test('attack 45: the sum of one network, and of ten thousand, is the documented one', async () => {
  // It forgets after an hour of silence: no hour holds more than one that begins anew.
  expect(passwordPerNetwork.forgetAfterSeconds).toBe(3_600);
  const aDay = 24 * (await looksWithin(passwordPerNetwork, 3_600));
  expect(documented('guesses a day by one network')).toBe(aDay);
  expect(documented('guesses a day by ten thousand')).toBe(10_000 * aDay);
});
