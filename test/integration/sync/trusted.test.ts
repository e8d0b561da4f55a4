/** Sync of a computer that the person trusts, while nobody is signed in there: real applications, the real service. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createComputer, patience, startService, type Computer, type Latchkey } from '../account/rig.ts';
import { codeOf } from '../account/person.ts';
import type { RunningService } from '../account/rig.ts';
import { addEntry, letIn, namesOf, signIn, signUp, turnOn, viewOf, type Known } from './person.ts';

let service: RunningService;
let computers: Computer[];
let desk: Latchkey;
let lapComputer: Computer;
let known: Known;

const day = 86_400_000;

beforeAll(async () => {
  service = await startService();
}, patience);
afterAll(() => service.stop());
beforeEach(async () => {
  computers = [];
  desk = await (await aComputer()).start();
  known = await signUp(service, desk);
  await addEntry(desk, 'Before');
  await turnOn(desk);
  lapComputer = await aComputer();
});
afterEach(async () => {
  for (const computer of computers) await computer.stop();
});

async function aComputer(): Promise<Computer> {
  const computer = await createComputer(service);
  computers.push(computer);
  return computer;
}

/** The other computer: signed in with trust, let in, closed and started again. */
async function startedAgain(): Promise<Latchkey> {
  const lap = await lapComputer.start();
  await signIn(service, lap, known);
  await letIn(desk, lap);
  expect(await viewOf(lap)).toMatchObject({ trouble: null, aloneUntil: expect.any(Number) });
  await lap.stop();
  const again = await lapComputer.start();
  await again.at('signedOut');
  return again;
}

/** How many passes the service knows. */
async function passes(): Promise<number> {
  const { rows } = await service.world.db.query<{ n: number }>(
    `select count(*)::integer as n from trusted_device t join account a on a.id = t.account_id
     where a.address = $1 and t.sync_pass_hash is not null`,
    [known.email],
  );
  return rows[0]?.n ?? 0;
}

test('a code comes to a trusted computer by itself after a start, with no sign-in, and goes from there', async () => {
  const lap = await startedAgain();
  const lists = await lap.client.entries.watch();
  await addEntry(desk, 'While nobody is signed in');
  await desk.client.sync.look();
  for await (const { entries } of lists)
    if (entries.some(({ issuer }) => issuer === 'While nobody is signed in')) break;
  await addEntry(lap, 'From there');
  await lap.client.sync.look();
  await desk.client.sync.look();
  const all = ['Before', 'From there', 'While nobody is signed in'];
  expect([await namesOf(desk), await namesOf(lap)]).toEqual([all, all]);
  // It opens nothing else.
  await lap.at('signedOut');
  expect(await codeOf(lap.account.devices.list())).toBe('OTHER_STEP');
  expect(await codeOf(lap.client.sync.turnOffEverywhere())).toBe('OTHER_STEP');
  // The person sees it on the other one, and no secret of it anywhere.
  const { devices } = await desk.account.devices.list();
  expect(devices).toMatchObject([{ syncs: true }]);
  const shown = lap.shown() + JSON.stringify(await viewOf(lap)) + lapComputer.log.lines.join('\n');
  expect(shown).not.toContain('.sync');
  expect(service.world.logs()).not.toMatch(/\.[\w-]{43}\.sync/);
});

test('when the trust is over it stops, and says so; signed in with trust, it goes on', async () => {
  const lap = await startedAgain();
  const until = await viewOf(lap);
  service.clock.move(7 * day);
  expect(await codeOf(lap.client.sync.look())).toBe('OTHER_STEP');
  expect(await viewOf(lap)).toMatchObject({
    trouble: { code: 'trustEnded', next: 'signIn' },
    aloneUntil: null,
  });
  expect(until).toMatchObject({ aloneUntil: expect.any(Number) });
  await signIn(service, lap, known);
  await lap.client.sync.look();
  expect(await viewOf(lap)).toMatchObject({ trouble: null, aloneUntil: expect.any(Number) });
  expect(await passes()).toBe(1);
});

test('the end of the trust on another computer ends it', async () => {
  const lap = await startedAgain();
  const { devices } = await desk.account.devices.list();
  await desk.account.devices.revoke({ deviceId: devices[0]?.id ?? '' });
  await addEntry(desk, 'After that');
  await desk.client.sync.look();
  // Or it has looked by itself meanwhile.
  expect(await codeOf(lap.client.sync.look())).toBe('OTHER_STEP');
  expect(await viewOf(lap)).toMatchObject({
    trouble: { code: 'signedOut', next: 'signIn' },
    aloneUntil: null,
  });
  expect(await namesOf(lap)).toEqual(['Before']);
});

test('a sign-out with nobody signed in ends it at the service too', async () => {
  const lap = await startedAgain();
  expect(await passes()).toBe(1);
  await lap.account.signOut();
  expect(await passes()).toBe(0);
  expect(await codeOf(lap.client.sync.look())).toBe('OTHER_STEP');
  expect((await viewOf(lap)).stage).toBe('on');
});

test('turning sync off here ends it', async () => {
  const lap = await startedAgain();
  await lap.client.sync.turnOff();
  expect(await passes()).toBe(0);
  expect(await viewOf(lap)).toEqual({ stage: 'off' });
});

test('a computer that is not trusted waits for a sign-in, and what syncs by itself keeps no session alive', async () => {
  expect(await viewOf(desk)).toMatchObject({ trouble: null, aloneUntil: null });
  const lap = await lapComputer.start();
  await signIn(service, lap, known);
  await letIn(desk, lap);
  for (let asked = 0; asked < 2; asked += 1) {
    service.clock.move(40 * 60_000);
    await lap.client.sync.look();
  }
  expect(await codeOf(lap.account.devices.list())).toBe('UNAUTHENTICATED');
  await lap.client.sync.look();
  expect(await viewOf(lap)).toMatchObject({ trouble: null });
});
