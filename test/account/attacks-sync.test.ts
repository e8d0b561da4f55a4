/** Attacks 56 to 62 on sync: items, pushes and the limits of both. Its log: `attacks-sync-log.test.ts`. */
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { proposeRemove } from '../../src/core/sync/client/members.ts';
import { sealItem } from '../../src/core/sync/protocol/item.ts';
import { syncLimits } from '../../src/core/sync/protocol/limits.ts';
import { headOf } from '../../src/core/sync/protocol/log.ts';
import { writeManifest } from '../../src/core/sync/protocol/manifest.ts';
import { NO_HASH } from '../../src/core/sync/protocol/bytes.ts';
import { accountLimits } from '../../src/contract/account-service.ts';
import { holder } from './support/person.ts';
import {
  another,
  base64,
  founder,
  newComputer,
  otherSuite,
  outcomesOf,
  refusedFor,
  type SyncComputer,
} from './support/sync-computer.ts';
import { startWorld, type World } from '../rig/account-service/world.ts';

let world: World;
const allowance = 300;
beforeAll(async () => {
  world = await startWorld(inject('postgres'), { LIMIT_SYNC_PER_ACCOUNT_HOUR: String(allowance) });
});
afterAll(() => world.stop());

const random = (count: number) => new Uint8Array(randomBytes(count));

/** An item as a client with other rules would write it. */
function itemOf(
  by: SyncComputer,
  {
    epoch = 1,
    id = randomUUID(),
    account = by.account,
    size = 100,
  }: { epoch?: number; id?: string; account?: string; size?: number } = {},
) {
  const head = { account, id, revision: 1, previous: NO_HASH, epoch, writer: by.known.self };
  return sealItem(head, random(size), { key: random(32), keys: by.context.keys, random }).bytes;
}

/** The manifest that would come next, whatever the items are. */
function nextManifest({ account, known, context }: SyncComputer, log = known.log): Uint8Array {
  const { position, self } = known;
  const number = log.entries.length - 1;
  const next = { account, sequence: position.sequence + 1, previous: position.hash, root: NO_HASH };
  return writeManifest({ ...next, log: { number, head: headOf(log) }, writer: self }, context.keys);
}

const rowsOf = async ({ account }: SyncComputer, table: string) =>
  Number(
    (await world.db.query(`select count(*)::integer as n from ${table} where account_id = $1`, [account]))
      .rows[0].n,
  );

test('56 nobody reads or writes the items of another account', async () => {
  const owner = await founder(await holder(world, 'owner'));
  owner.add('Mine');
  const thief = await founder(await holder(world, 'thief'));
  const push = owner.prepare();
  if (push === null) throw new Error('nothing to send');
  expect(await refusedFor(thief.send(push))).toBe('OTHER_ACCOUNT');
  const [item] = push.items;
  expect(await refusedFor(thief.send({ manifest: nextManifest(thief), items: item ? [item] : [] }))).toBe(
    'OTHER_ACCOUNT',
  );
  expect((await owner.push())?.status).toBe(200);
  const asked = { log: 0, manifests: 0, items: 0, member: owner.known.self };
  expect((await thief.question(asked)).code).toBe('SYNC_NOT_MEMBER');
  // Under the name that a thief has in its own account, it gets its own.
  expect((await thief.question({ ...asked, member: thief.known.self })).body).toMatchObject({ items: [] });
  expect((await thief.call('GET', '/v1/sync')).text).not.toContain(
    base64(owner.known.log.entries[0]?.signed ?? random(9)),
  );
});

test('57 a write that comes again does nothing, at once and later', async () => {
  const desk = await founder(await holder(world, 'replay'));
  desk.add('One');
  const push = desk.prepare();
  if (push === null) throw new Error('nothing to send');
  const all = await Promise.all(Array.from({ length: 8 }, () => desk.send(push)));
  expect(outcomesOf(all)).toEqual([200, ...Array.from({ length: 7 }, () => 'SYNC_STALE')]);
  await desk.sync();
  desk.add('Two');
  await desk.sync();
  expect((await desk.send(push)).code).toBe('SYNC_STALE');
  expect(await rowsOf(desk, 'sync_item')).toBe(2);
  expect(await rowsOf(desk, 'sync_manifest')).toBe(2);
});

test('58 a computer that was taken out writes nothing more, whatever it has prepared', async () => {
  const desk = await founder(await holder(world, 'removed'));
  const laptop = await another(desk, 'Laptop');
  laptop.add('Too late');
  const push = laptop.prepare();
  if (push === null) throw new Error('nothing to send');
  await desk.proposes((state) =>
    proposeRemove(desk.context, state, { member: laptop.known.self, at: desk.now() }),
  );
  expect((await laptop.send(push)).code).toBe('UNAUTHENTICATED');
  await laptop.person.signIn();
  expect((await laptop.send(push)).code).toBe('SYNC_NOT_MEMBER');
  // Also one that knows of the removal.
  const late = nextManifest(laptop, desk.known.log);
  expect((await laptop.send({ manifest: late, items: [itemOf(laptop, { epoch: 2 })] })).code).toBe(
    'SYNC_NOT_MEMBER',
  );
  // And under the name of one that is in.
  const name = { ...laptop.known, self: desk.known.self };
  laptop.state = name;
  const forged = { manifest: nextManifest(laptop, desk.known.log), items: [itemOf(laptop, { epoch: 2 })] };
  expect((await laptop.send(forged)).code).toBe('SYNC_NOT_MEMBER');
  expect(await refusedFor(desk.send(forged))).toBe('BAD_SIGNATURE');
  expect(await rowsOf(desk, 'sync_item')).toBe(0);
});

test('58 of a removal and a write at the same moment, the later one is refused', async () => {
  const desk = await founder(await holder(world, 'race'));
  for (let round = 0; round < 4; round += 1) {
    const laptop = await another(desk, `Laptop ${round}`);
    const { proposal } = await proposeRemove(desk.context, desk.known, {
      member: laptop.known.self,
      at: desk.now(),
    });
    laptop.add();
    const push = laptop.prepare();
    if (proposal === null || push === null) throw new Error('nothing to send');
    const [removed, written] = await Promise.all([desk.propose(proposal), laptop.send(push)]);
    const outcomes = [removed.code ?? removed.status, written.code ?? written.status];
    expect([
      [200, 'UNAUTHENTICATED'],
      [200, 'SYNC_NOT_MEMBER'],
      ['SYNC_STALE', 200],
    ]).toContainEqual(outcomes);
    await desk.pull();
  }
});

test('59 nothing is written in an epoch that is over', async () => {
  const desk = await founder(await holder(world, 'epoch'));
  const laptop = await another(desk, 'Laptop');
  await desk.proposes((state) =>
    proposeRemove(desk.context, state, { member: laptop.known.self, at: desk.now() }),
  );
  const manifest = nextManifest(desk);
  for (const epoch of [1, 3])
    expect(await refusedFor(desk.send({ manifest, items: [itemOf(desk, { epoch })] }))).toBe('EPOCH');
  expect((await desk.send({ manifest, items: [itemOf(desk, { epoch: 2 })] })).status).toBe(200);
});

test('60 of writes that race for one number on two instances, one is taken', async () => {
  const desk = await founder(await holder(world, 'numbers'));
  const laptop = await another(desk, 'Laptop');
  const writers = [desk, laptop];
  for (let round = 0; round < 3; round += 1) {
    const sent = writers.flatMap((writer) => [0, 1, 2].map(() => ({ writer, item: itemOf(writer) })));
    const answers = await Promise.all(
      sent.map(({ writer, item }, at) =>
        writer.send({ manifest: nextManifest(writer), items: [item] }, { port: world.ports[at % 2] ?? 0 }),
      ),
    );
    expect(outcomesOf(answers)).toEqual([200, ...Array.from({ length: 5 }, () => 'SYNC_STALE')]);
    const { rows } = await world.db.query(
      'select sequence, hash from sync_manifest where account_id = $1 order by sequence',
      [desk.account],
    );
    expect(rows.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: round + 1 }, (_, at) => at + 1),
    );
    expect(await rowsOf(desk, 'sync_item')).toBe(round + 1);
    const position = { sequence: round + 1, hash: rows.at(-1)?.hash.toString('hex'), logNumber: 1 };
    for (const writer of writers) writer.state = { ...writer.known, position };
  }
});

test('60 an item follows the revision that it replaces, and is signed by who sends it', async () => {
  const desk = await founder(await holder(world, 'order'));
  const laptop = await another(desk, 'Laptop');
  const id = randomUUID();
  desk.add();
  await desk.sync();
  const manifest = nextManifest(desk);
  const head = {
    account: desk.account,
    id,
    revision: 2,
    previous: NO_HASH,
    epoch: 1,
    writer: desk.known.self,
  };
  const using = { key: random(32), keys: desk.context.keys, random };
  const skipping = sealItem(head, random(9), using).bytes;
  const branching = sealItem({ ...head, revision: 1, previous: 'ab'.repeat(32) }, random(9), using).bytes;
  const known = desk.vault.entries[0]?.id ?? '';
  for (const item of [skipping, branching, itemOf(desk, { id: known })])
    expect(await refusedFor(desk.send({ manifest, items: [item] }))).toBe('ORDER');
  expect(await refusedFor(desk.send({ manifest, items: [itemOf(desk, { id }), itemOf(desk, { id })] }))).toBe(
    'MALFORMED',
  );
  expect(await refusedFor(desk.send({ manifest, items: [itemOf(laptop)] }))).toBe('WRITER');
  const changed = Buffer.from(itemOf(desk));
  changed.writeUInt8(changed.readUInt8(200) ^ 1, 200);
  expect(await refusedFor(desk.send({ manifest, items: [changed] }))).toBe('BAD_SIGNATURE');
  expect(await rowsOf(desk, 'sync_item')).toBe(1);
});

test('61 nothing is larger than it may be: an item, a push, a body, an account', async () => {
  const desk = await founder(await holder(world, 'large'));
  const manifest = nextManifest(desk);
  const tooLong = Buffer.alloc(syncLimits.record + 513);
  expect((await desk.send({ manifest, items: [tooLong] })).status).toBe(400);
  const many = Array.from({ length: syncLimits.pushItems + 1 }, () => Buffer.alloc(9));
  expect((await desk.send({ manifest, items: many })).status).toBe(400);
  const large = () => itemOf(desk, { size: 140_000 });
  expect(await refusedFor(desk.send({ manifest, items: Array.from({ length: 8 }, large) }))).toBe(
    'MALFORMED',
  );
  expect((await desk.send({ manifest, items: Array.from({ length: 9 }, large) })).status).toBe(413);
  // Who has no session is refused before anything of a large body is read: here nothing of it ever comes.
  const headers = { 'content-type': 'application/json', 'content-length': '2000000' };
  const bodiless = request({
    host: '127.0.0.1',
    port: world.ports[0],
    path: '/v1/sync/push',
    method: 'POST',
    headers,
  });
  bodiless.flushHeaders();
  const [answer] = z.tuple([z.object({ statusCode: z.number() })]).parse(await once(bodiless, 'response'));
  bodiless.destroy();
  expect(answer.statusCode).toBe(401);
  const long = { manifest: 'A'.repeat(20_000), items: [] };
  expect((await desk.call('POST', '/v1/session/sign-out', long)).status).toBe(413);
  const fill = (column: string, value: number) =>
    world.db.query(`update sync set ${column} = $1 where account_id = $2`, [value, desk.account]);
  await fill('items', syncLimits.items);
  expect((await desk.send({ manifest, items: [itemOf(desk)] })).body).toMatchObject({
    code: 'SYNC_FULL',
    data: { limit: 'items' },
  });
  await fill('items', 0);
  await fill('bytes', accountLimits.syncBytes);
  expect((await desk.send({ manifest, items: [itemOf(desk)] })).body).toMatchObject({
    code: 'SYNC_FULL',
    data: { limit: 'bytes' },
  });
  expect(await rowsOf(desk, 'sync_item')).toBe(0);
});

test('62 a structure of another suite is refused, wherever it stands', async () => {
  const desk = await founder(await holder(world, 'suite'));
  const item = itemOf(desk);
  const manifest = nextManifest(desk);
  for (const suite of [0, 2]) {
    expect(await refusedFor(desk.send({ manifest: otherSuite(manifest, suite), items: [item] }))).toBe(
      'UNKNOWN_SUITE',
    );
    expect(await refusedFor(desk.send({ manifest, items: [otherSuite(item, suite)] }))).toBe('UNKNOWN_SUITE');
  }
  expect((await desk.send({ manifest, items: [item] })).status).toBe(200);
});

test('63 a flood of one account is held back, and no other account notices', async () => {
  const desk = await founder(await holder(world, 'flood'));
  const other = await founder(await holder(world, 'calm'));
  const asked = { log: 0, manifests: 0, items: 0, member: desk.known.self };
  const answers = await Promise.all(
    Array.from({ length: allowance + 50 }, () => desk.question(asked).catch(() => null)),
  );
  const answered = answers.filter((answer) => answer?.status === 200);
  const held = answers.filter((answer) => answer?.code === 'RATE_LIMITED');
  expect(answered.length).toBeLessThan(allowance);
  expect(held.length).toBeGreaterThanOrEqual(50);
  expect(Number(held[0]?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await other.question({ ...asked, member: other.known.self })).status).toBe(200);
  // The rest of the account works.
  expect((await desk.person.check()).status).toBe(200);
});

test('63 an account has a few requests to join at most', async () => {
  const desk = await founder(await holder(world, 'asking'));
  const waiting: SyncComputer[] = [];
  for (let index = 0; index <= accountLimits.syncRequests; index += 1)
    waiting.push(await newComputer(desk.person, `Computer ${index}`));
  const answers = [];
  for (const computer of waiting) answers.push((await computer.ask()).answer);
  expect(outcomesOf(answers)).toEqual([...answers.slice(1).map(() => 200), 'SYNC_FULL']);
  // Who asks again takes the place of its own request.
  expect((await waiting[0]?.ask())?.answer.status).toBe(200);
  world.passTime(accountLimits.syncRequestMinutes * 60_000);
  const late = waiting.at(-1);
  await late?.person.signIn();
  expect((await late?.ask())?.answer.status).toBe(200);
});
