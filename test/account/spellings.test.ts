/** One text in several spellings, over HTTP: passwords, codes, addresses, numbers. */
import { hashSync } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { argon2Parameters } from '../../src/account-service/passwords/argon2.ts';
import { holder, Person, stranger } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

/** Composed, decomposed, with wide letters and another space: one password. */
const spellings = {
  composed: 'café crème \u212Bngström 83',
  decomposed: 'cafe\u0301 cre\u0300me A\u030Angstro\u0308m 83',
  wide: 'ｃafé\u3000crème\u00a0Ångström ８３',
};

async function hashOf(person: Person): Promise<string> {
  const { rows } = await world.db.query<{ password_hash: string }>(
    'select c.password_hash from credential c join account a on a.id = c.account_id where a.address = $1',
    [person.email],
  );
  return rows[0]?.password_hash ?? '';
}

/** Puts a hash into place that an earlier version made, of the password as it was typed. */
async function keepAsBefore(person: Person, typed: string): Promise<void> {
  await world.db.query(
    'update credential set password_hash = $2 where account_id = (select id from account where address = $1)',
    [person.email, hashSync(typed, argon2Parameters)],
  );
}

test('a password that was chosen in one spelling signs in in all, activates and confirms a change', async () => {
  const person = await stranger(world);
  const signUp = { name: 'Noor', email: person.email, password: spellings.composed, language: 'en' };
  expect((await person.call('POST', '/v1/sign-up', signUp)).status).toBe(202);
  const token = await person.activationToken();
  const elsewhere = await world.device('Another computer');
  const activated = await person.call(
    'POST',
    '/v1/activation/confirm',
    { token, password: spellings.decomposed, device: person.description() },
    { device: elsewhere },
  );
  expect(activated.status, activated.text).toBe(200);
  for (const password of Object.values(spellings)) {
    expect((await person.startSignIn({ password })).status, password).toBe(200);
  }
  person.take(await person.startSignIn({ password: spellings.wide }));
  await person.addTotp();
  await person.stepUp();
  const next = 'naïve violet umbrella 83';
  const changed = await person.call('POST', '/v1/password', {
    current: spellings.decomposed,
    next: next.normalize('NFD'),
  });
  person.take(changed);
  expect((await person.startSignIn({ password: next })).status).toBe(200);
  await person.stepUp();
  const gone = await person.call('POST', '/v1/account/delete', { password: next });
  expect(gone.status, gone.text).toBe(200);
});

test('a hash from before, of a password as it was typed, is good and made anew', async () => {
  const person = await holder(world);
  await keepAsBefore(person, spellings.decomposed);
  const before = await hashOf(person);
  expect((await person.startSignIn({ password: spellings.decomposed })).status).toBe(200);
  expect(await hashOf(person)).not.toBe(before);
  expect((await person.startSignIn({ password: spellings.composed })).status).toBe(200);
  expect((await person.startSignIn({ password: spellings.wide })).status).toBe(200);
});

test('a hash from before confirms what asks for the password', async () => {
  const person = await holder(world);
  await keepAsBefore(person, spellings.wide);
  await person.stepUp();
  const deleted = await person.call('POST', '/v1/account/delete', { password: spellings.wide });
  expect(deleted.status, deleted.text).toBe(200);
});

test('a wrong password counts once, in whatever spelling', async () => {
  const person = await holder(world);
  for (let guess = 0; guess < 4; guess += 1) {
    const wrong = await person.startSignIn({ password: `${spellings.decomposed} ${guess}` });
    expect(wrong.code).toBe('CREDENTIALS_INVALID');
  }
  expect((await person.startSignIn()).status).toBe(200);
});

test('length counts in the one form: 128 letters are good however they are composed, 129 are refused', async () => {
  const person = await stranger(world);
  const phrase = 'hé wat een stille haven, elf gele tulpen en één brug over de gracht. ';
  const signUp = (length: number) =>
    person.call('POST', '/v1/sign-up', {
      name: 'Noor',
      email: person.email,
      password: Array.from(phrase.repeat(3)).slice(0, length).join('').normalize('NFD'),
      language: 'en',
    });
  expect((await signUp(128)).status).toBe(202);
  expect((await signUp(129)).body).toMatchObject({ code: 'PASSWORD_REFUSED', data: { flaws: ['tooLong'] } });
});

test('codes are taken in digits of any script, and recovery codes in any spelling', async () => {
  const person = await holder(world);
  const inScript = (code: string, zero: number) =>
    Array.from(code, (digit) => String.fromCodePoint(zero + Number(digit))).join('');
  for (const zero of [0xff10, 0x0660, 0x0966]) {
    person.nextStep();
    const { flow } = await person.flow();
    const code = `${inScript(person.totp(), zero).slice(0, 3)}\u00a0${inScript(person.totp(), zero).slice(3)}\u200b`;
    expect((await person.verify(flow, { code })).status).toBe(200);
  }
  const [kept = ''] = person.recoveryCodes;
  const { flow } = await person.flow();
  const code = `${kept.toLowerCase().replaceAll('-', '\u2011')} `;
  expect((await person.call('POST', '/v1/sign-in/recover', { flow, code })).status).toBe(200);
});

test('one mailbox is one account, however its address is spelled, and mail arrives', async () => {
  const name = `ann&co.${Date.now().toString(36)}`;
  const first = new Person(world, `${name}@münchen.example`, await world.device());
  await first.signUp();
  await first.activate();
  await first.addTotp();
  const typed = [
    `${name}@XN--mnchen-3ya.example`,
    `${name}@MÜNCHEN.example`,
    ` <${name}@mu\u0308nchen.example>`,
    `mailto:${name}@münchen。example`,
  ];
  for (const email of typed) {
    first.nextStep();
    expect((await first.startSignIn({ email })).status, email).toBe(200);
  }
  const before = world.inbox.mails.length;
  const again = { name: 'Ann', email: typed[0], password: first.password, language: 'en' };
  expect((await first.call('POST', '/v1/sign-up', again)).status).toBe(202);
  await world.inbox.waitForMail(first.email, /has one already/, before);
});

test.each(['jörg', 'ann=x', 'ann/x', 'ann#x'])('mail reaches %s@…', async (name) => {
  const email = `${name}@example.org`;
  const person = new Person(world, email, await world.device());
  await person.signUp();
  await person.activate();
  expect((await person.check()).body).toMatchObject({ kind: 'enrolment' });
});
