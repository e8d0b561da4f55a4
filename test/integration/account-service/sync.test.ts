/** Sync over HTTP with the real client, against two instances. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { proposeKit, proposeRemove } from '../../../src/core/sync/client/members.ts';
import { holder } from '../../account/support/person.ts';
import { another, founder, newComputer } from '../../account/support/sync-computer.ts';
import { startWorld, type World } from '../../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

const code = Uint8Array.from({ length: 20 }, (_, at) => at + 1);

test('what one computer writes, the other has, and both can write', async () => {
  const desk = await founder(await holder(world, 'sync'));
  desk.add('One');
  await desk.sync();
  const laptop = await another(desk, 'Laptop');
  expect(laptop.issuers).toEqual(['One']);
  laptop.add('Two');
  desk.add('Three');
  await laptop.sync();
  await desk.sync();
  await laptop.sync();
  expect(desk.issuers).toEqual(['One', 'Three', 'Two']);
  expect(laptop.issuers).toEqual(desk.issuers);
});

test('the kit alone brings everything to a new computer', async () => {
  const desk = await founder(await holder(world, 'sync'));
  desk.add('Kept');
  await desk.sync();
  await desk.proposes((state) => proposeKit(desk.context, state, { code, at: desk.now() }));
  const spare = await newComputer(desk.person, 'Spare');
  const answer = await spare.joinByKit(code);
  expect(answer.status, answer.text).toBe(200);
  expect(spare.issuers).toEqual(['Kept']);
  spare.add('Later');
  await spare.sync();
  await desk.sync();
  expect(desk.issuers).toEqual(['Kept', 'Later']);
});

test('a computer that is taken out is signed out, reads nothing new and is told by the log', async () => {
  const desk = await founder(await holder(world, 'sync'));
  const laptop = await another(desk, 'Laptop');
  desk.add('Before');
  await desk.sync();
  await laptop.sync();
  await desk.person.stepUp();
  await desk.proposes((state) =>
    proposeRemove(desk.context, state, { member: laptop.known.self, at: desk.now() }),
  );
  desk.add('After');
  await desk.sync();
  expect((await laptop.person.check()).code).toBe('UNAUTHENTICATED');
  expect((await desk.person.check()).status).toBe(200);
  await laptop.person.signIn();
  await laptop.pull();
  expect(laptop.known.trouble).toBe('REMOVED');
  expect(laptop.issuers).toEqual(['Before']);
  // All of it is in the new epoch.
  expect(desk.known.items && [...desk.known.items.byId.values()].map(({ epoch }) => epoch)).toEqual([2, 2]);
});

test('a long answer comes in pages, and a short one in one', async () => {
  const desk = await founder(await holder(world, 'sync'));
  for (let index = 0; index < 40; index += 1) desk.add(`Issuer ${index}`, 'x'.repeat(4_000));
  await desk.sync();
  for (let index = 0; index < 300; index += 1) desk.add(`Later ${index}`, 'x'.repeat(9_000));
  await desk.sync();
  expect(desk.known.position.sequence).toBeGreaterThan(2);
  const laptop = await newComputer(desk.person, 'Laptop');
  await desk.person.stepUp();
  await laptop.join(desk);
  expect(laptop.issuers).toEqual(desk.issuers);
  expect(await laptop.pull()).toBe(1);
  laptop.state = { ...laptop.known, items: null };
  expect(await laptop.pull()).toBeGreaterThan(2);
});

test('turning off everywhere deletes all of it, and it can be turned on anew', async () => {
  const desk = await founder(await holder(world, 'sync'));
  desk.add('One');
  await desk.sync();
  expect((await desk.call('POST', '/v1/sync/off')).status).toBe(200);
  expect((await desk.call('GET', '/v1/sync')).code).toBe('SYNC_OFF');
  const again = await founder(desk.person);
  again.vault = desk.vault;
  await again.sync();
  expect(again.known.position.sequence).toBe(1);
});

test('the export of the account says what there is of sync, and its deletion takes all of it', async () => {
  const desk = await founder(await holder(world, 'sync'));
  const exported = async () => (await desk.call('GET', '/v1/account/export')).body;
  desk.add('One');
  await desk.sync();
  desk.edit({ ...desk.vault, entries: desk.vault.entries.map((entry) => ({ ...entry, note: 'changed' })) });
  await desk.sync();
  const one = { number: 1, bytes: expect.any(Number) };
  expect(await exported()).toMatchObject({
    sync: { log: [expect.any(String)], writes: 2, items: one, pastItems: one, members: [{ current: true }] },
  });
  const tables = ['', '_log_entry', '_member', '_manifest', '_item', '_past_item', '_seal'];
  const left = async () => {
    const counts = tables.map((table) =>
      world.db.query(`select from sync${table} where account_id = $1`, [desk.account]),
    );
    return (await Promise.all(counts)).map(({ rowCount }) => rowCount);
  };
  expect(await left()).toEqual(tables.map(() => 1).with(3, 2));
  const { password } = desk.person;
  expect((await desk.call('POST', '/v1/account/delete', { password })).status).toBe(200);
  expect(await left()).toEqual(tables.map(() => 0));
});
