/** The pages behind the links in mails: each says what happened, and mends a link that was damaged on its way. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { send } from './support/device.ts';
import { holder, stranger } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const open = (path: string, headers: Record<string, string> = {}) =>
  send('GET', path, world.ports[0], world.network(), undefined, headers);
const post = (path: string, fields: Record<string, string>) =>
  send('POST', path, world.ports[1], world.network(), new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });

async function newToken() {
  const person = await stranger(world);
  await person.signUp();
  return { person, token: await person.activationToken() };
}

test('a link that was damaged on its way opens the page of the whole one', async () => {
  const { token } = await newToken();
  for (const query of [
    `token=${token}.`,
    `token=3D${token}`,
    `token=${token}%22%3E`,
    `token=${token})`,
    `token=${token.slice(0, 20)}=%0A${token.slice(20)}`,
    `token=%20${token}`,
    `token%3D${token}`,
    `amp;token=${token}`,
    `token=${token}&utm_source=mail&fbclid=x`,
  ]) {
    const page = await open(`/activate?${query}`);
    expect(page.text, query).toContain('Activate your Latchkey account');
    expect(page.text, query).toContain(`name="token" value="${token}"`);
  }
  for (const path of [`/activate/?token=${token}`, `/activate%3Ftoken%3D${token}`, `/reset?token=${token}`]) {
    const page = await open(path);
    expect(page.headers['location'], path).toBe(`/activate?token=${token}`);
  }
});

test('a link with a piece missing says so, and not that it was used or replaced', async () => {
  const { token } = await newToken();
  for (const path of [
    '/activate',
    '/activate?token=',
    `/activate?token=${token.slice(0, -4)}`,
    '/reset?token=x.y',
  ]) {
    const page = await open(path);
    expect(page.text, path).toContain('A piece of this link is missing');
    expect(page.text).not.toMatch(/used already|newer/);
  }
  for (const wished of ['nl-NL', 'NL', 'ja, en;q=0.4, nl-BE;q=0.8']) {
    const dutch = await open('/activate?token=abc', { 'accept-language': wished });
    expect(dutch.text, wished).toContain('Er ontbreekt een stuk van deze link');
  }
});

test('used, replaced and unknown links each say what they are', async () => {
  const { person, token } = await newToken();
  const before = world.inbox.mails.length;
  await person.call('POST', '/v1/activation/resend', { email: person.email });
  const [, newer = ''] = await world.inbox.waitForMail(person.email, /activate\?token=([\w-]+)/, before);
  expect((await open(`/activate?token=${token}`)).text).toContain('There is a newer link');
  expect((await post('/activate', { token: newer, password: person.password })).text).toContain(
    'Your account is active',
  );
  const again = await post('/activate', { token: newer, password: person.password });
  expect(again.status).toBe(410);
  expect(again.text).toContain('This link has already been used');
  expect((await open(`/activate?token=${'A'.repeat(43)}`)).text).toContain('This link is not known here');
});

test('links to choose a password say the same of themselves', async () => {
  const person = await holder(world);
  const ask = async () => {
    const before = world.inbox.mails.length;
    await person.call('POST', '/v1/password-reset/request', { email: person.email });
    return (await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/, before))[1] ?? '';
  };
  const [first, second] = [await ask(), await ask()];
  expect((await open(`/reset?token=${first}`)).text).toContain('There is a newer link');
  const weak = await post('/reset', { token: second, password: 'short' });
  expect(weak.text).toContain('That password is too short: use at least 15 characters.');
  expect((await post('/reset', { token: second, password: '' })).text).toContain(
    'Fill in the password first',
  );
  const emoji = (count: number) =>
    Array.from({ length: count }, (_, at) => String.fromCodePoint(0x1f300 + at * 5)).join('');
  const long = await post('/reset', { token: second, password: emoji(129) });
  expect(long.text).toContain('That password is too long: use at most 128 characters.');
  expect((await post('/reset', { token: second, password: emoji(128) })).text).toContain(
    'Your password was changed',
  );
  expect((await open(`/reset?token=${second}`)).text).toContain('This link has already been used');
});

test('an empty password is said to be empty, and the link stays good', async () => {
  const { person, token } = await newToken();
  const empty = await post('/activate', { token, password: '' });
  expect(empty.text).toContain('Fill in the password first');
  expect(empty.text).not.toMatch(/used|newer/);
  expect((await post('/activate', { token, password: person.password })).status).toBe(200);
});

test('a password of 67 emoji that was good at sign-up activates the account here: nothing cuts it', async () => {
  const person = await stranger(world);
  const password = Array.from({ length: 67 }, (_, at) => String.fromCodePoint(0x1f300 + at * 7)).join('');
  await person.call('POST', '/v1/sign-up', { name: 'Noor', email: person.email, password, language: 'en' });
  const token = await person.activationToken();
  expect((await open(`/activate?token=${token}`)).text).not.toContain('maxlength');
  expect((await post('/activate', { token, password })).text).toContain('Your account is active');
});
