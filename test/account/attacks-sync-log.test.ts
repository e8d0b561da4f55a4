/** Attacks 62 and 64 to 67 on sync: who comes in and goes out, and what a session may do. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { proposeAdd, proposeKit, proposeRemove } from '../../src/core/sync/client/members.ts';
import type { Proposal, SyncState } from '../../src/core/sync/client/state.ts';
import { chainEpochKey, commitmentOf, sealEpochKey } from '../../src/core/sync/protocol/epoch.ts';
import { headOf } from '../../src/core/sync/protocol/log.ts';
import { writeAdd, writeRemove, type EntryFrame } from '../../src/core/sync/protocol/log-entry.ts';
import { fingerprintOf, kitKeys, newDeviceKeys } from '../../src/core/sync/protocol/member.ts';
import { hashOf } from '../../src/core/sync/protocol/primitives.ts';
import { accountLimits } from '../../src/contract/account-service.ts';
import { holder } from './support/person.ts';
import {
  another,
  founder,
  newComputer,
  otherSuite,
  refusedFor,
  SyncComputer,
} from './support/sync-computer.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const random = (count: number) => new Uint8Array(randomBytes(count));
const code = random(20);

/** The next entry of a log, as its author sees it. */
function frameOf(
  { known, now }: { known: SyncState; now: number },
  more: Partial<EntryFrame> = {},
): EntryFrame {
  const { account, self, log, position } = known;
  const anchor = { sequence: position.sequence, hash: position.hash };
  return {
    account,
    number: log.entries.length,
    previous: headOf(log),
    author: self,
    at: now,
    anchor,
    ...more,
  };
}

const lengthOf = async ({ account }: SyncComputer) =>
  Number(
    (
      await world.db.query('select count(*)::integer as n from sync_log_entry where account_id = $1', [
        account,
      ])
    ).rows[0].n,
  );

/** What the client itself would propose. */
async function proposalOf(made: Promise<SyncState>): Promise<Proposal> {
  const { proposal } = await made;
  if (proposal === null) throw new Error('nothing is proposed');
  return proposal;
}

/** An entry that lets a computer in, by any author and with any keys, and the epoch's key for it. */
async function letIn(
  by: SyncComputer,
  who: SyncComputer,
  {
    log,
    author,
    keys = by.context.keys,
    welcomed = true,
  }: {
    log: SyncState;
    author: string;
    keys?: ReturnType<typeof newDeviceKeys>;
    welcomed?: boolean;
  },
) {
  const { request } = who.request();
  const welcome = welcomed ? () => random(32) : null;
  const entry = writeAdd(frameOf({ known: log, now: by.now() }, { author }), request, welcome, keys);
  const [epoch] = log.log.epochs;
  if (epoch === undefined) throw new Error('no epoch');
  const to = fingerprintOf(who.member, who.account);
  const seal = await sealEpochKey(
    by.context.hpke,
    random(32),
    { account: who.account, epoch, to },
    who.member,
    random,
  );
  return { entry, seals: [seal], chain: null, request };
}

test('64 nobody comes in without a member’s word, or for whom nobody asked', async () => {
  const desk = await founder(await holder(world, 'joining'));
  const laptop = await newComputer(desk.person, 'Laptop');
  const { request } = await laptop.ask();
  const self = fingerprintOf(laptop.member, laptop.account);
  // It may not read or write before.
  expect((await laptop.question({ log: 0, manifests: 0, items: 0, member: self })).code).toBe(
    'SYNC_NOT_MEMBER',
  );
  expect((await laptop.question({ log: 0, manifests: 0, items: 0, member: desk.known.self })).code).toBe(
    'SYNC_NOT_MEMBER',
  );
  // It signs for itself; in the name of the one that is in; with a kit that it made up.
  await laptop.person.stepUp();
  const log = desk.known;
  expect(await refusedFor(laptop.propose(await letIn(laptop, laptop, { log, author: self })))).toBe(
    'LOG_RULE',
  );
  expect(await refusedFor(laptop.propose(await letIn(laptop, laptop, { log, author: log.self })))).toBe(
    'BAD_SIGNATURE',
  );
  await desk.person.stepUp();
  await desk.proposes((state) => proposeKit(desk.context, state, { code, at: desk.now() }));
  const kit = [...desk.known.log.members.values()].find(({ member }) => member.kind === 'kit');
  const made = kitKeys(random(20), desk.account);
  const byKit = { log: desk.known, author: kit?.fingerprint ?? '', keys: made, welcomed: false };
  expect(await refusedFor(laptop.propose(await letIn(laptop, laptop, byKit)))).toBe('BAD_SIGNATURE');
  // The real kit adds nobody's word: no welcome is there for words.
  const real = { ...byKit, keys: kitKeys(code, desk.account), welcomed: true };
  expect(await refusedFor(laptop.propose(await letIn(laptop, laptop, real)))).toBe('LOG_RULE');
  // A member's word for a computer that does not ask, also with an entry that another one prepared.
  const silent = await newComputer(desk.person, 'Silent');
  const unasked = await letIn(desk, silent, { log: desk.known, author: desk.known.self });
  expect(await refusedFor(desk.propose(unasked))).toBe('NOT_ASKED');
  const asked = { request: { request, tag: new Uint8Array(32) }, key: random(32), at: desk.now() };
  await expect(proposeAdd(desk.context, desk.known, asked)).rejects.toMatchObject({ code: 'NOT_WELCOMED' });
  world.passTime(accountLimits.syncRequestMinutes * 60_000 - 1);
  await desk.person.signIn();
  const late = await letIn(desk, laptop, { log: desk.known, author: desk.known.self });
  expect(await refusedFor(desk.propose(late))).toBe('NOT_ASKED');
  expect(await lengthOf(desk)).toBe(2);
});

test('65 an entry that is forged, or that its author may not make, is refused', async () => {
  const desk = await founder(await holder(world, 'forged'));
  const laptop = await another(desk, 'Laptop');
  await laptop.pull();
  const others = newDeviceKeys(random);
  const { account, known, context } = desk;
  const key = random(32);
  const commitment = commitmentOf(key, account, 2);
  const remove = (frame: EntryFrame, member: string, keys = context.keys) =>
    writeRemove(frame, member, commitment, keys);
  const frame = frameOf({ known, now: desk.now() });
  const chain = chainEpochKey(key, random(32), { account, epoch: 2, random });
  const sealFor = async (who: SyncComputer, entry: Uint8Array, epoch = 2) => {
    const at = { number: epoch, commitment, entry: frame.number, head: hashOf(entry) };
    const to = fingerprintOf(who.member, account);
    return sealEpochKey(context.hpke, key, { account, epoch: at, to }, who.member, random);
  };
  const right = remove(frame, laptop.known.self);
  const mine = await sealFor(desk, right);
  const send = (entry: Uint8Array, seals = [mine], link: Uint8Array | null = chain) =>
    refusedFor(desk.propose({ entry, seals, chain: link }));
  expect(await send(remove(frame, laptop.known.self, others))).toBe('BAD_SIGNATURE');
  expect(await send(remove({ ...frame, author: 'ab'.repeat(32) }, laptop.known.self))).toBe('LOG_RULE');
  expect(await send(remove(frame, known.self))).toBe('LOG_RULE');
  expect(await send(remove(frame, 'cd'.repeat(32)))).toBe('LOG_RULE');
  // A member's own entry, handed in by another computer.
  expect(await refusedFor(laptop.propose({ entry: right, seals: [mine], chain }))).toBe('SYNC_NOT_MEMBER');
  // The keys of the new epoch: all of them, for those who stay, and the link to the one before.
  await desk.person.stepUp();
  expect(await send(right, [])).toBe('SEALS');
  expect(await send(right, [mine, await sealFor(laptop, right)])).toBe('SEALS');
  expect(await send(right, [await sealFor(laptop, right)])).toBe('SEALS');
  expect(await send(right, [await sealFor(desk, right, 1)])).toBe('SEALS');
  expect(await send(right, [mine], null)).toBe('SEALS');
  expect(await send(right, [mine], chainEpochKey(key, key, { account, epoch: 3, random }))).toBe('SEALS');
  expect(await lengthOf(desk)).toBe(2);
  expect((await desk.propose({ entry: right, seals: [mine], chain })).status).toBe(200);
});

test('62 an entry, a key and a request of another suite are refused', async () => {
  const desk = await founder(await holder(world, 'suite'));
  const kit = await proposalOf(proposeKit(desk.context, desk.known, { code, at: desk.now() }));
  const [seal = random(9)] = kit.seals;
  for (const suite of [0, 2]) {
    expect(await refusedFor(desk.propose({ ...kit, entry: otherSuite(kit.entry, suite) }))).toBe(
      'UNKNOWN_SUITE',
    );
    expect(await refusedFor(desk.propose({ ...kit, seals: [otherSuite(seal, suite)] }))).toBe(
      'UNKNOWN_SUITE',
    );
    const request = otherSuite(desk.request().request, suite).toString('base64');
    const asked = { request, tag: Buffer.alloc(32).toString('base64') };
    expect(await refusedFor(desk.call('POST', '/v1/sync/requests', asked))).toBe('UNKNOWN_SUITE');
  }
  expect((await desk.propose(kit)).status).toBe(200);
});

test('66 the log only grows at its end, and never against what is written', async () => {
  const desk = await founder(await holder(world, 'rollback'));
  const old = desk.known;
  const laptop = await another(desk, 'Laptop');
  await laptop.pull();
  // Founded anew over what is there.
  const { account, person } = desk;
  expect(
    (await (await SyncComputer.of(person)).found().catch((error: unknown) => error)) instanceof Error,
  ).toBe(true);
  // From an older end, and with a gap.
  const older = await proposalOf(proposeKit(desk.context, old, { code, at: desk.now() }));
  expect((await desk.propose(older)).code).toBe('SYNC_STALE');
  const gap = frameOf({ known: desk.known, now: desk.now() }, { number: 3 });
  const remove = (frame: EntryFrame) =>
    writeRemove(frame, laptop.known.self, 'ef'.repeat(32), desk.context.keys);
  const bare = { seals: [], chain: null };
  expect((await desk.propose({ ...bare, entry: remove(gap) })).code).toBe('SYNC_STALE');
  // A removal that does not know the newest write, and one that speaks of a write that never was.
  const removal = await proposalOf(
    proposeRemove(desk.context, desk.known, { member: laptop.known.self, at: desk.now() }),
  );
  laptop.add();
  await laptop.sync();
  expect((await desk.propose(removal)).code).toBe('SYNC_STALE');
  const anchor = { sequence: 1, hash: 'ab'.repeat(32) };
  const invented = remove(frameOf({ known: desk.known, now: desk.now() }, { anchor }));
  expect((await desk.propose({ ...bare, entry: invented })).code).toBe('SYNC_STALE');
  // A push that knows an older log.
  desk.add();
  await desk.pull();
  desk.state = { ...desk.known, log: { ...desk.known.log, entries: desk.known.log.entries.slice(0, 1) } };
  const push = desk.prepare();
  if (push === null) throw new Error('nothing to send');
  expect((await desk.send(push)).code).toBe('SYNC_STALE');
  expect(await lengthOf(desk)).toBe(2);
  // And what the database itself forgets, a computer notices.
  await world.db.query('delete from sync_log_entry where account_id = $1 and number = 1', [account]);
  const head = Buffer.from(old.log.entries[0]?.hash ?? '', 'hex');
  await world.db.query('update sync set head_number = 0, head_hash = $1 where account_id = $2', [
    head,
    account,
  ]);
  await expect(laptop.pull()).rejects.toMatchObject({ code: 'WENT_BACK' });
});

test('67 a session without a fresh check turns nothing on or off, and lets nobody in or out', async () => {
  const person = await holder(world, 'trusted');
  const computer = await SyncComputer.of(person);
  await person.signIn(true);
  // On a computer that is trusted, the password is enough.
  const trusted = await person.startSignIn();
  expect(person.take(trusted).session.mfaAt).toBeNull();
  await expect(computer.found()).rejects.toThrow(/STEP_UP_REQUIRED/);
  expect((await computer.call('GET', '/v1/sync')).code).toBe('SYNC_OFF');
  await person.stepUp();
  await computer.found();
  await computer.pull();
  person.take(await person.startSignIn());
  const kit = await proposalOf(proposeKit(computer.context, computer.known, { code, at: computer.now() }));
  expect((await computer.propose(kit)).code).toBe('STEP_UP_REQUIRED');
  expect((await computer.call('POST', '/v1/sync/off')).code).toBe('STEP_UP_REQUIRED');
  // Everyday work needs none.
  computer.add();
  await computer.sync();
  await person.stepUp();
  world.passTime(accountLimits.stepUpSeconds * 1_000 + 1_000);
  expect((await computer.call('POST', '/v1/sync/off')).code).toBe('STEP_UP_REQUIRED');
  expect(await lengthOf(computer)).toBe(1);
});

test('67 a session that may only set up a method has no part in sync', async () => {
  const owner = await founder(await holder(world, 'enrolling'));
  await world.db.query("update session set kind = 'enrolment', mfa_at = null where account_id = $1", [
    owner.account,
  ]);
  const asked = { log: 0, manifests: 0, items: 0, member: owner.known.self };
  for (const answer of [
    await owner.call('GET', '/v1/sync'),
    await owner.call('GET', '/v1/sync/members'),
    await owner.question(asked),
    (await owner.ask()).answer,
    await owner.call('POST', '/v1/sync/off'),
  ])
    expect(answer.code).toBe('ENROLMENT_REQUIRED');
});
