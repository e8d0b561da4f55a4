/** Real applications with folders of their own against two instances of the real service on a real database. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createComputer, patience, startService, type Computer, type Latchkey } from '../account/rig.ts';
import { codeOf } from '../account/person.ts';
import type { RunningService } from '../account/rig.ts';
import { addEntry, check, letIn, namesOf, signIn, signUp, turnOn, viewOf, type Known } from './person.ts';

let service: RunningService;
let computers: Computer[];
let desk: Latchkey;
let known: Known;

beforeAll(async () => {
  service = await startService();
}, patience);
afterAll(() => service.stop());
beforeEach(async () => {
  computers = [];
  desk = await aComputer();
  known = await signUp(service, desk);
});
afterEach(async () => {
  for (const computer of computers) await computer.stop();
});

async function aComputer(): Promise<Latchkey> {
  const computer = await createComputer(service);
  computers.push(computer);
  return computer.start();
}

/** Another computer that is signed in. */
async function another(): Promise<Latchkey> {
  const latchkey = await aComputer();
  await signIn(service, latchkey, known);
  return latchkey;
}

test('a code that is added on one computer is on the other, both ways, also after hours without a network', async () => {
  await addEntry(desk, 'Before');
  await turnOn(desk);
  const lap = await another();
  await letIn(desk, lap);
  expect(await namesOf(lap)).toEqual(['Before']);
  await addEntry(desk, 'Desk');
  await desk.client.sync.look();
  await lap.client.sync.look();
  expect(await namesOf(lap)).toEqual(['Before', 'Desk']);

  for (const computer of computers) computer.wire.cut();
  await addEntry(desk, 'Offline desk');
  await addEntry(lap, 'Offline lap');
  expect(await codeOf(lap.client.sync.look())).toBe('SERVER_UNREACHABLE');
  expect(await viewOf(lap)).toMatchObject({
    stage: 'on',
    trouble: { code: 'offline', next: 'wait' },
    pending: [expect.any(String)],
  });
  for (const computer of computers) computer.wire.mend();
  await desk.client.sync.look();
  await lap.client.sync.look();
  await desk.client.sync.look();
  const all = ['Before', 'Desk', 'Offline desk', 'Offline lap'];
  expect([await namesOf(desk), await namesOf(lap)]).toEqual([all, all]);
  const view = await viewOf(lap);
  expect(view).toMatchObject({ stage: 'on', trouble: null, pending: [], conflicts: [] });
  expect(view.stage === 'on' && view.members.map(({ kind, isSelf }) => [kind, isSelf])).toEqual([
    ['device', false],
    ['kit', false],
    ['device', true],
  ]);
});

test('a code that is added on one computer comes to the other by itself', async () => {
  const code = await turnOn(desk);
  const lap = await another();
  await lap.client.sync.joinByKit({ code: { from: 'text', text: code } });
  const lists = await lap.client.entries.watch();
  await addEntry(desk, 'By itself');
  for await (const { entries } of lists) if (entries.some(({ issuer }) => issuer === 'By itself')) break;
  expect(await namesOf(lap)).toEqual(['By itself']);
});

test('a removed computer reads nothing new, and its session is over', async () => {
  await addEntry(desk, 'Known');
  await turnOn(desk);
  const lap = await another();
  await letIn(desk, lap);
  const view = await viewOf(desk);
  const gone = view.stage === 'on' ? view.members.at(-1)?.id : undefined;
  await check(service, desk, known);
  await desk.client.sync.remove({ id: gone ?? '' });
  await addEntry(desk, 'New');
  await desk.client.sync.look();
  // Or it has looked by itself meanwhile, and nobody is signed in any more.
  expect(['UNAUTHENTICATED', 'OTHER_STEP']).toContain(await codeOf(lap.client.sync.look()));
  expect(await namesOf(lap)).toEqual(['Known']);
  // Signed in again, it is told why.
  await signIn(service, lap, known);
  await lap.client.sync.look();
  expect(await viewOf(lap)).toMatchObject({ trouble: { code: 'removed', next: 'joinAgain' } });
  expect(await namesOf(lap)).toEqual(['Known']);
  expect(await viewOf(desk)).toMatchObject({ renewals: [{ member: gone, entries: expect.any(Array) }] });
});

test('the kit alone brings everything back on a third computer', async () => {
  await addEntry(desk, 'One');
  const text = await turnOn(desk);
  await addEntry(desk, 'Two');
  await desk.client.sync.look();
  await desk.stop();
  const third = await another();
  await third.client.sync.joinByKit({ code: { from: 'text', text } });
  expect(await namesOf(third)).toEqual(['One', 'Two']);
});

test('turning it on needs a fresh check, and leaves nothing behind without one', async () => {
  service.clock.move(11 * 60_000);
  const { qrText: text } = await desk.client.recovery.make({});
  const code = { from: 'text', text } as const;
  expect(await codeOf(desk.client.sync.turnOn({ code }))).toBe('STEP_UP_REQUIRED');
  expect(await viewOf(desk)).toEqual({ stage: 'off' });
  await check(service, desk, known);
  await desk.client.sync.turnOn({ code });
  expect(await viewOf(desk)).toMatchObject({ stage: 'on', trouble: null });
  await desk.client.sync.turnOffEverywhere();
  expect(await viewOf(desk)).toEqual({ stage: 'off' });
  expect((await computers[0]?.files())?.has('sync.sealed')).toBe(false);
});

test('a start goes on where the last one ended', async () => {
  await turnOn(desk);
  await addEntry(desk, 'Sent by the first start');
  await desk.client.sync.look();
  await desk.stop();
  const again = await computers[0]?.start();
  if (again === undefined) throw new Error('no computer');
  await addEntry(again, 'Before anybody signed in');
  expect(await codeOf(again.client.sync.look())).toBe('OTHER_STEP');
  expect(await viewOf(again)).toMatchObject({ trouble: { code: 'signedOut', next: 'signIn' } });
  const views = await again.client.sync.watch();
  // Nothing else asks it to look.
  await signIn(service, again, known);
  for await (const view of views) if (view.stage === 'on' && view.agreedAt !== null) break;
  expect(await viewOf(again)).toMatchObject({ trouble: null, pending: [] });
  const lap = await another();
  await letIn(again, lap);
  expect(await namesOf(lap)).toEqual(['Before anybody signed in', 'Sent by the first start']);
});
