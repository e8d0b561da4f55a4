/** Attacks 68 to 70 on the sync pass of a trusted computer: what it opens, who can use it, and what ends it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { accountServiceContract, syncPassSchema } from '../../src/contract/account-service.ts';
import { accountLimits } from '../../src/contract/account-service/limits.ts';
import { proposeRemove } from '../../src/core/sync/client/members.ts';
import { requestLimits } from '../../src/account-service/http/api-guide.ts';
import { holder, type Person } from './support/person.ts';
import { another, atComputer, founder, SyncComputer } from './support/sync-computer.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const day = 86_400_000;
const over = { code: 'UNAUTHENTICATED', body: { data: { reason: 'session' } } };

/** Takes a pass within the session; null: the computer is not trusted. */
async function passOf({ person }: SyncComputer) {
  const answer = await person.call('POST', '/v1/sync/pass');
  expect(answer.status, answer.text).toBe(200);
  const { pass } = z.object({ pass: syncPassSchema.nullable() }).parse(answer.body);
  if (pass !== null) world.canary(pass.token);
  return pass;
}

/** A computer that is in, trusted, and has a pass. */
async function withPass(name: string) {
  const person = await holder(world, name);
  await person.signIn(true);
  const computer = await founder(person);
  return { person, computer, ...(await tokenOf(computer)) };
}

async function tokenOf(computer: SyncComputer) {
  const pass = await passOf(computer);
  if (pass === null) throw new Error('it is not trusted');
  return pass;
}

const pulls = (computer: SyncComputer, token: string, more: Parameters<SyncComputer['question']>[1] = {}) =>
  computer.question({ log: 0, manifests: 0, items: 0, member: computer.known.self }, { token, ...more });

const listed = z.object({
  devices: z.array(
    z.object({ id: z.string(), syncs: z.boolean(), lastSeenAt: z.string(), trustedUntil: z.string() }),
  ),
});

/** All calls of the contract: who may make each, and how. */
const calls = Object.entries(accountServiceContract).flatMap(([group, all]) =>
  Object.entries(all).map(([name, call]) => {
    const { meta, route } = call['~orpc'];
    const path = (route.path ?? '').replaceAll(/\{\w+\}/g, randomUUID());
    return { name: `${group}.${name}`, caller: meta.caller, method: route.method ?? '', path };
  }),
);

test('68 a pass is good for the calls that name it, and every other one of a session refuses it', async () => {
  const { computer, person, token } = await withPass('scope');
  const trail = async () =>
    (await world.db.query('select count(*) from audit_event where account_id = $1', [computer.account])).rows;
  const before = await trail();
  const ofSessions = calls.filter(({ caller }) => caller === 'session');
  expect(ofSessions.length).toBeGreaterThan(25);
  for (const { name, method, path } of ofSessions) {
    const answer = await person.call(method, path, method === 'GET' ? undefined : {}, { token });
    expect(answer, name).toMatchObject(over);
  }
  // A body that is looked at only after the caller.
  const large = { entry: 'A'.repeat(requestLimits.body), seals: [], chain: null };
  expect(await person.call('POST', '/v1/sync/log', large, { token })).toMatchObject(over);
  expect(await trail()).toEqual(before);
  expect((await person.check()).status).toBe(200);
  expect(calls.flatMap(({ caller, name }) => (caller === 'sessionOrPass' ? [name] : []))).toEqual([
    'sync.pull',
    'sync.push',
    'sync.members',
    'sync.events',
    'sync.endPass',
  ]);
  // Those do what they are for, with nobody signed in.
  await world.db.query('delete from session where account_id = $1', [computer.account]);
  computer.add('By the pass');
  await computer.sync({ token });
  expect((await person.call('GET', '/v1/sync/members', undefined, { token })).status).toBe(200);
  expect(
    (await world.db.query('select sequence from sync where account_id = $1', [computer.account])).rows,
  ).toEqual([{ sequence: 1 }]);
});

test('68 who syncs with a pass changes nobody’s membership, and sync stays as it is', async () => {
  const { computer, token } = await withPass('members');
  await computer.person.stepUp();
  const lap = await another(computer, 'Laptop');
  await computer.pull({ token });
  const removal = (
    await proposeRemove(computer.context, computer.known, { member: lap.known.self, at: computer.now() })
  ).proposal;
  if (removal === null) throw new Error('nothing is proposed');
  expect(await computer.propose(removal, { token })).toMatchObject(over);
  expect(await computer.call('POST', '/v1/sync/off', undefined, { token })).toMatchObject(over);
  expect(await computer.call('POST', '/v1/sync/pass', undefined, { token })).toMatchObject(over);
  await lap.pull();
  expect(lap.known.log.entries).toHaveLength(2);
});

test('69 a pass is of no use without its computer’s key, and no proof is good twice', async () => {
  const { computer, person, token } = await withPass('stolen');
  const thief = await world.device('Thief');
  expect(await pulls(computer, token, { proof: false })).toMatchObject({ code: 'UNAUTHENTICATED' });
  const stolen = await atComputer(person, thief).call(
    'POST',
    '/v1/sync/pull',
    { log: 0, manifests: 0, items: 0, member: computer.known.self },
    { token },
  );
  expect(stolen).toMatchObject({ code: 'UNAUTHENTICATED', body: { data: { reason: 'proof' } } });
  // Without the token’s hash, and with that of the session.
  expect(await pulls(computer, token, { proof: { ath: 'x' } })).toMatchObject({ code: 'UNAUTHENTICATED' });
  // On either instance.
  const jti = randomUUID();
  expect((await pulls(computer, token, { proof: { jti } })).status).toBe(200);
  for (const port of world.ports)
    expect(await pulls(computer, token, { proof: { jti }, port })).toMatchObject({
      body: { data: { reason: 'proof' } },
    });
  // What looks like one is none, and that of another account opens nothing here.
  const other = await withPass('other');
  expect(await pulls(computer, person.token)).toMatchObject({ status: 200 });
  expect(await pulls(computer, `${person.token}.sync`)).toMatchObject(over);
  expect(await pulls(computer, token.replace(/\.sync$/, ''))).toMatchObject(over);
  expect(await pulls(computer, other.token)).toMatchObject({ body: { data: { reason: 'proof' } } });
  expect((await pulls(computer, token)).status).toBe(200);
});

test('69 a push with a pass is signed by a member, like any other', async () => {
  const { computer, token } = await withPass('signed');
  await computer.person.stepUp();
  const lap = await another(computer, 'Laptop');
  lap.add();
  const push = lap.prepare();
  if (push === null) throw new Error('nothing to send');
  // The other computer’s own push, by the pass of this one.
  expect(await computer.send(push, { token })).toMatchObject({ code: 'SYNC_NOT_MEMBER' });
});

test('70 only a computer that is in and trusted gets a pass, and a newer one takes its place', async () => {
  const person = await holder(world, 'getting');
  const untrusted = await founder(person);
  expect(await passOf(untrusted)).toBeNull();
  const other = await holder(world, 'outside');
  await other.signIn(true);
  expect((await other.call('POST', '/v1/sync/pass')).code).toBe('SYNC_OFF');
  await person.signIn(true);
  const first = await tokenOf(untrusted);
  const { token } = await tokenOf(untrusted);
  expect(await pulls(untrusted, first.token)).toMatchObject(over);
  expect((await pulls(untrusted, token)).status).toBe(200);
  // A trusted computer that is not in.
  const lap = atComputer(person, await world.device('Laptop'));
  await lap.signIn(true);
  expect((await lap.call('POST', '/v1/sync/pass')).code).toBe('SYNC_NOT_MEMBER');
});

test('70 a pass holds until the trust is over, ends then, and does not slide', async () => {
  const { computer, person, token, until } = await withPass('week');
  for (let passed = 1; passed < accountLimits.trustDays; passed += 1) {
    world.passTime(day);
    computer.add();
    await computer.sync({ token });
  }
  person.take(await person.startSignIn());
  const [device] = listed.parse((await person.call('GET', '/v1/devices')).body).devices;
  expect(device).toMatchObject({ syncs: true, trustedUntil: until });
  // Another sign-in, and another pass, move nothing.
  const { token: second, until: still } = await tokenOf(computer);
  expect(still).toBe(until);
  // The last minute is the machine's, which may be slow.
  world.passTime(Date.parse(until) - 60_000 - world.now());
  expect((await pulls(computer, second)).status).toBe(200);
  world.passTime(Date.parse(until) + 1_000 - world.now());
  expect(await pulls(computer, second)).toMatchObject(over);
  // Trusted anew, the computer has to take a new one.
  await person.signIn(true);
  expect(await pulls(computer, second)).toMatchObject(over);
});

test('70 the computer’s last use is seen, also while nobody is signed in', async () => {
  const { computer, person, token } = await withPass('seen');
  world.passTime(2 * day);
  const now = world.now();
  expect((await pulls(computer, token)).status).toBe(200);
  const desk = atComputer(person, await world.device('Desk'));
  await desk.signIn();
  const { devices } = listed.parse((await desk.call('GET', '/v1/devices')).body);
  expect(devices).toMatchObject([{ syncs: true }]);
  expect(Date.parse(devices[0]?.lastSeenAt ?? '')).toBeGreaterThanOrEqual(now);
  const { rows } = await world.db.query<{ event: string }>(
    "select event from audit_event where account_id = $1 and event like 'sync-pass%'",
    [computer.account],
  );
  expect(rows).toEqual([{ event: 'sync-pass-taken' }]);
});

/** Each way in which a pass ends before its time. */
const ends: Record<string, (person: Person, computer: SyncComputer) => Promise<unknown>> = {
  'a sign-out': (person) => person.call('POST', '/v1/session/sign-out'),
  'the end of the trust in this computer': async (person) => {
    const { devices } = listed.parse((await person.call('GET', '/v1/devices')).body);
    await person.call('DELETE', `/v1/devices/${devices[0]?.id}`);
  },
  'the end of all trust': (person) => person.call('POST', '/v1/devices/revoke-all'),
  'a change of the password': async (person) => {
    const next = 'violet umbrella 83 canyon';
    await person.call('POST', '/v1/password', { current: person.password, next });
  },
  'a reset of the password': async (person) => {
    const before = world.inbox.mails.length;
    await person.call('POST', '/v1/password-reset/request', { email: person.email });
    const [, token] = await world.inbox.waitForMail(person.email, /reset\?token=([\w.-]+)/, before);
    await person.call('POST', '/v1/password-reset/confirm', { token, password: person.password });
  },
  'a new method': (person) => person.addEmail(`pass.${person.email}`),
  'a raised epoch alone': ({ email }) =>
    world.db.query('update account set security_epoch = security_epoch + 1 where address = $1', [email]),
  'the end of sync everywhere': (person) => person.call('POST', '/v1/sync/off'),
  'its own end': (person) => person.call('DELETE', '/v1/sync/pass'),
  'the end of the account': (person) =>
    person.call('POST', '/v1/account/delete', { password: person.password }),
};

for (const [name, end] of Object.entries(ends)) {
  test(`70 ${name} ends the pass`, async () => {
    const { computer, person, token } = await withPass('ended');
    await person.stepUp();
    expect((await pulls(computer, token)).status).toBe(200);
    await end(person, computer);
    for (const port of world.ports) expect(await pulls(computer, token, { port })).toMatchObject(over);
    computer.add();
    const push = computer.prepare();
    if (push === null) throw new Error('nothing to send');
    expect(await computer.send(push, { token })).toMatchObject(over);
  });
}

test('70 a pass that sync’s end took does not come back when sync is turned on again', async () => {
  const { computer, person, token } = await withPass('again');
  await person.stepUp();
  await person.call('POST', '/v1/sync/off');
  const anew = await founder(person);
  expect(await pulls(anew, token)).toMatchObject(over);
  expect(computer.account).toBe(anew.account);
});

test('70 another computer ends it: by its removal, by ending its session, by ending all other sessions', async () => {
  const { computer, person, token } = await withPass('elsewhere');
  const desk = atComputer(person, await world.device('Desk'));
  await desk.signIn(true);
  const inside = await SyncComputer.of(desk);
  await person.stepUp();
  await inside.join(computer);
  // All others, while this one keeps its own.
  const own = await tokenOf(inside);
  await desk.call('POST', '/v1/sessions/end-others');
  expect(await pulls(computer, token)).toMatchObject(over);
  expect((await pulls(inside, own.token)).status).toBe(200);
  // Signed in again, it is trusted as before and takes another one; ending that session ends it.
  person.take(await person.startSignIn());
  const second = await tokenOf(computer);
  const { sessions } = z
    .object({ sessions: z.array(z.object({ id: z.string(), current: z.boolean() })) })
    .parse((await desk.call('GET', '/v1/sessions')).body);
  const its = sessions.find(({ current }) => !current);
  expect((await desk.call('DELETE', `/v1/sessions/${its?.id}`)).status).toBe(200);
  expect(await pulls(computer, second.token)).toMatchObject(over);
  expect((await pulls(inside, own.token)).status).toBe(200);
  // Taken out of sync, in one transaction with its trust.
  person.take(await person.startSignIn());
  const third = await tokenOf(computer);
  expect((await pulls(computer, third.token)).status).toBe(200);
  await desk.stepUp();
  await inside.proposes((state) =>
    proposeRemove(inside.context, state, { member: computer.known.self, at: inside.now() }),
  );
  expect(await pulls(computer, third.token)).toMatchObject(over);
  expect((await pulls(inside, own.token)).status).toBe(200);
});

test('70 a write that waited for the end of its pass comes too late', async () => {
  const { computer, token } = await withPass('late');
  computer.add();
  const push = computer.prepare();
  if (push === null) throw new Error('nothing to send');
  const client = await world.db.connect();
  try {
    await client.query('begin');
    await client.query('select from account where id = $1 for update', [computer.account]);
    const sent = computer.send(push, { token });
    await expect
      .poll(async () => {
        const waiting = await world.db.query(
          "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        );
        return waiting.rowCount;
      })
      .toBeGreaterThan(0);
    await client.query('delete from trusted_device where account_id = $1', [computer.account]);
    await client.query('commit');
    expect(await sent).toMatchObject(over);
  } finally {
    client.release();
  }
  expect(
    (await world.db.query('select from sync_manifest where account_id = $1', [computer.account])).rowCount,
  ).toBe(0);
});
