/** What a link tells whoever holds it, before it is used and after. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { holder, stranger, type Person } from './support/person.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const hour = 3_600_000;

async function look(person: Person, token: string, more = {}) {
  return (await person.call('POST', '/v1/activation/inspect', { token }, more)).body;
}

test('an open link says whose it is, until when, and whether this computer signed up', async () => {
  const person = await stranger(world);
  await person.signUp();
  const token = await person.activationToken();
  expect(await look(person, token)).toMatchObject({
    state: 'open',
    address: expect.stringMatching(/^p•+@example\.org$/),
    isOwnDevice: true,
  });
  const elsewhere = await look(person, token, { device: await world.device('Other') });
  expect(elsewhere).toMatchObject({ state: 'open', isOwnDevice: false });
  expect(await look(person, token, { proof: false })).toMatchObject({ isOwnDevice: false });
});

test('a link that did its work says so for thirty days, and says nothing about whose it was', async () => {
  const person = await stranger(world);
  await person.signUp();
  const token = await person.activationToken();
  await person.activate();
  person.token = '';
  const gone = { state: 'used', address: null, expiresAt: null, isOwnDevice: false };
  expect(await look(person, token)).toEqual(gone);
  const { rows } = await world.db.query('select * from past_link where outcome = $1', ['used']);
  expect(Object.keys(Object(rows[0])).toSorted()).toEqual(['at', 'outcome', 'token_hash']);
});

test('a link that a newer one replaced says so, and the newer one works', async () => {
  const person = await stranger(world);
  await person.signUp();
  const first = await person.activationToken();
  const before = world.inbox.mails.length;
  await person.call('POST', '/v1/activation/resend', { email: person.email });
  const [, second = ''] = await world.inbox.waitForMail(person.email, /activate\?token=([\w-]+)/, before);
  expect(await look(person, first)).toMatchObject({ state: 'replaced' });
  expect(await look(person, second)).toMatchObject({ state: 'open' });
});

test('a link that nobody made is invalid', async () => {
  const person = await stranger(world);
  expect(await look(person, 'A'.repeat(43))).toMatchObject({ state: 'invalid', address: null });
});

test('a link to choose a new password says whose it is, and that it is over after an hour', async () => {
  const person = await holder(world);
  await person.call('POST', '/v1/password-reset/request', { email: person.email });
  const [, token = ''] = await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/);
  const lookAtReset = async () =>
    (await person.call('POST', '/v1/password-reset/inspect', { token }, { token: null })).body;
  expect(await lookAtReset()).toMatchObject({ state: 'open', address: expect.stringContaining('•') });
  world.passTime(hour + 1_000);
  expect(await lookAtReset()).toMatchObject({ state: 'expired' });
});

test('a link that chose a new password says that it was used', async () => {
  const person = await holder(world);
  await person.call('POST', '/v1/password-reset/request', { email: person.email });
  const [, token = ''] = await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/);
  const next = { token, password: 'violet umbrella 83 canyon' };
  expect((await person.call('POST', '/v1/password-reset/confirm', next, { token: null })).status).toBe(200);
  const { body } = await person.call('POST', '/v1/password-reset/inspect', { token }, { token: null });
  expect(body).toEqual({ state: 'used', address: null, expiresAt: null });
});

test('the date of an answer is of the clock that judges proofs', async () => {
  const person = await stranger(world);
  world.passTime(72 * hour);
  const before = world.now();
  const { headers } = await person.call('GET', '/.well-known/latchkey', undefined, { proof: false });
  const date = Date.parse(String(headers['date']));
  // In whole seconds.
  expect(date).toBeGreaterThan(before - 1_000);
  expect(date).toBeLessThanOrEqual(world.now());
});
