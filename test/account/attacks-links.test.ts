/** Attacks 22 to 25: activation links, and what leads to them. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { send } from './support/device.ts';
import { stranger, type Person } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const confirm = (person: Person, token: string, more: object = {}) =>
  person.call('POST', '/v1/activation/confirm', { token, device: person.description(), ...more });
const accountsOf = async (email: string) =>
  (await world.db.query('select 1 from account_address where address_key = $1', [email])).rowCount;
const form = (path: string, fields: Record<string, string>, port = world.ports[0], from = world.network()) =>
  send('POST', path, port, from, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });

test('attack 22: a link used by many at the same moment makes one account and one session', async () => {
  const person = await stranger(world);
  await person.signUp();
  const token = await person.activationToken();
  const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(person, token)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ code }) => code === 'LINK_INVALID')).toHaveLength(7);
  expect(await accountsOf(person.email)).toBe(1);
});

test('attack 22: a resend kills the older link', async () => {
  const person = await stranger(world);
  await person.signUp();
  const old = await person.activationToken();
  const before = world.inbox.mails.length;
  await person.call('POST', '/v1/activation/resend', { email: person.email });
  const [, token = ''] = await world.inbox.waitForMail(person.email, /activate\?token=([\w-]+)/, before);
  expect((await confirm(person, old)).code).toBe('LINK_INVALID');
  expect((await confirm(person, token)).status).toBe(200);
});

test('attack 22: a link is good a second before 48 hours, over a second after, and can be asked for anew', async () => {
  const early = await stranger(world);
  await early.signUp();
  const earlyToken = await early.activationToken();
  const late = await stranger(world);
  await late.signUp();
  const lateToken = await late.activationToken();
  const { rows } = await world.db.query(
    'select min(created_at) as first, max(created_at) as last from activation',
  );
  world.passTime(rows[0].first.getTime() + 48 * 3_600_000 - 1_000 - world.now());
  expect((await confirm(early, earlyToken)).status).toBe(200);
  world.passTime(rows[0].last.getTime() + 48 * 3_600_000 + 1_000 - world.now());
  expect((await confirm(late, lateToken)).code).toBe('LINK_EXPIRED');
  const page = await send('GET', `/activate?token=${lateToken}`, world.ports[1], late.from, undefined, {});
  expect(page.text).toContain('This link has expired');
  expect(page.text).toContain('support@example.test');
  const before = world.inbox.mails.length;
  await form('/activate', { token: lateToken, action: 'resend' });
  const [, token = ''] = await world.inbox.waitForMail(late.email, /activate\?token=([\w-]+)/, before);
  expect((await confirm(late, token)).status).toBe(200);
});

test('attack 23: fetching the link, however often and by whatever, activates nothing', async () => {
  const person = await stranger(world);
  await person.signUp();
  const token = await person.activationToken();
  const path = `/activate?token=${token}`;
  for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS'])
    await send(method, path, world.ports[0], person.from, undefined, {});
  const page = await send('GET', path, world.ports[0], person.from, undefined, {});
  // A scanner may run the page's script: there is none, nothing loads, and the form needs the password.
  expect(page.text).not.toMatch(/<script|onload|http-equiv|<img|<iframe/i);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.text).toContain('href="latchkey://activate?');
  expect((await form('/activate', { token })).status).toBe(403);
  expect((await form('/activate', { token, password: 'not the password at all' })).status).toBe(403);
  expect(await accountsOf(person.email)).toBe(0);
  expect((await form('/activate', { token, password: person.password })).text).toContain(
    'Your account is active',
  );
  expect(await accountsOf(person.email)).toBe(1);
});

test('attack 23: another computer can’t confirm without the sign-up password', async () => {
  const person = await stranger(world);
  await person.signUp();
  const token = await person.activationToken();
  const other = await world.device();
  const body = { token, device: person.description() };
  expect((await person.call('POST', '/v1/activation/confirm', body, { device: other })).code).toBe(
    'PASSWORD_WRONG',
  );
  const guesses = [];
  for (let guess = 0; guess < 7; guess += 1) {
    guesses.push(
      await person.call(
        'POST',
        '/v1/activation/confirm',
        { ...body, password: 'wrong one' },
        { device: other },
      ),
    );
  }
  expect(guesses.at(-1)?.code).toBe('TOO_MANY_ATTEMPTS');
});

test('attack 24: signing up a victim’s address beforehand leaves nothing behind', async () => {
  const victim = await stranger(world);
  const attacker = await stranger(world);
  const attempt = { name: 'Mallory', email: victim.email, password: attacker.password, language: 'en' };
  expect((await attacker.call('POST', '/v1/sign-up', attempt)).status).toBe(202);
  expect((await attacker.startSignIn({ email: victim.email })).code).toBe('CREDENTIALS_INVALID');
  const [, attackersLink = ''] = await world.inbox.waitForMail(victim.email, /activate\?token=([\w-]+)/);
  const before = world.inbox.mails.length;
  await victim.signUp();
  const [, ownLink = ''] = await world.inbox.waitForMail(victim.email, /activate\?token=([\w-]+)/, before);
  // The victim opens the attacker's mail first, and is asked for a password that is not theirs.
  expect((await confirm(victim, attackersLink, { password: victim.password })).code).toBe('PASSWORD_WRONG');
  victim.take(await confirm(victim, ownLink));
  await victim.addTotp();
  expect((await attacker.startSignIn({ email: victim.email })).code).toBe('CREDENTIALS_INVALID');
  expect((await confirm(attacker, attackersLink)).code).toBe('LINK_INVALID');
  const { rows } = await world.db.query('select count(*)::int as n from sign_up where address = $1', [
    victim.email,
  ]);
  expect(rows[0].n).toBe(0);
  expect((await victim.call('GET', '/v1/sessions')).body).toMatchObject({ sessions: [{ current: true }] });
});

test('attack 25: links in mails come from the configuration, whatever a request says about hosts', async () => {
  const person = await stranger(world);
  const headers = {
    host: 'evil.test',
    'x-forwarded-host': 'evil.test',
    'x-forwarded-proto': 'http',
    'x-forwarded-prefix': '/evil',
    forwarded: 'host=evil.test',
    'x-original-url': 'https://evil.test/',
  };
  const body = { name: 'A', email: person.email, password: person.password, language: 'en' };
  await person.call('POST', '/v1/sign-up', body, { headers });
  await world.inbox.waitForMail(person.email, /https:\/\/account\.example\.test\/activate/);
  await person.activate();
  await person.call('POST', '/v1/password-reset/request', { email: person.email }, { headers });
  await world.inbox.waitForMail(person.email, /https:\/\/account\.example\.test\/reset/);
  expect(
    world.inbox
      .mailsTo(person.email)
      .map(({ raw }) => raw)
      .join(''),
  ).not.toContain('evil.test');
});
