/** News of sync, which every instance hears of. */
import { createHash, randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { syncPassSchema } from '../../../src/contract/account-service.ts';
import { proposeRemove } from '../../../src/core/sync/client/members.ts';
import { holder } from '../../account/support/person.ts';
import { another, founder, newComputer, type SyncComputer } from '../../account/support/sync-computer.ts';
import { startWorld, type World } from '../../rig/account-service/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld(inject('postgres'));
});
afterAll(() => world.stop());

/** A stream of events at an instance, as a computer reads it. */
async function watch({ person: { device, token: own } }: SyncComputer, port: number, token = own) {
  const path = '/v1/sync/events';
  const dpop = await device.prove({
    htm: 'GET',
    htu: `${world.publicUrl}${path}`,
    iat: Math.floor(world.now() / 1_000),
    jti: randomUUID(),
    ath: createHash('sha256').update(token).digest('base64url'),
  });
  let text = '';
  let isOver = false;
  let status = 0;
  const request = get({ host: '127.0.0.1', port, path, headers: { authorization: `DPoP ${token}`, dpop } });
  const begun = new Promise<void>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      status = response.statusCode ?? 0;
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', () => {});
      response.once('close', () => (isOver = true));
      resolve();
    });
  });
  await begun;
  return {
    status,
    places: (): unknown[] =>
      [...text.matchAll(/^data: (\{.*\})$/gmu)].map(([, data = '']): unknown => JSON.parse(data)),
    isOver: () => isOver,
    leave: () => request.destroy(),
  };
}

test('a write at one instance is told at the other, and so are an entry and a request', async () => {
  const desk = await founder(await holder(world, 'events'));
  const laptop = await another(desk, 'Laptop');
  const streams = await Promise.all(world.ports.map((port) => watch(desk, port)));
  const start = { sequence: 0, entries: 2, requests: 0 };
  for (const { places } of streams) await expect.poll(places).toEqual([start]);
  laptop.add();
  await laptop.push({ port: world.ports[1] });
  const written = { ...start, sequence: 1 };
  for (const { places } of streams) await expect.poll(places).toEqual([start, written]);
  const third = await newComputer(desk.person, 'Third');
  const other = await newComputer(desk.person, 'Other');
  const asked = [1, 2].map((requests) => ({ ...written, requests }));
  for (const [index, computer] of [third, other].entries()) {
    await computer.ask();
    for (const { places } of streams)
      await expect.poll(places).toEqual([start, written, ...asked.slice(0, index + 1)]);
  }
  // Each takes back its own.
  expect((await third.call('DELETE', '/v1/sync/requests')).status).toBe(200);
  for (const { places } of streams) await expect.poll(places).toEqual([start, written, ...asked, asked[0]]);
  const { body } = await desk.call('GET', '/v1/sync/members');
  expect(body).toMatchObject({
    requests: [{ request: Buffer.from(other.request().request).toString('base64') }],
  });
  for (const { leave } of streams) leave();
});

test('a stream ends with the session, with sync and with the instance; without sync there is none', async () => {
  const desk = await founder(await holder(world, 'events'));
  const laptop = await another(desk, 'Laptop');
  const [first, second] = world.ports;
  const gone = await watch(laptop, first);
  const stays = await watch(desk, second);
  await expect.poll(stays.places).toHaveLength(1);
  await desk.proposes((state) =>
    proposeRemove(desk.context, state, { member: laptop.known.self, at: desk.now() }),
  );
  await expect.poll(gone.isOver).toBe(true);
  await expect.poll(stays.places).toHaveLength(2);
  expect((await desk.call('POST', '/v1/sync/off')).status).toBe(200);
  await expect.poll(stays.isOver).toBe(true);
  expect((await watch(desk, first)).status).toBe(404);
  await desk.found();
  const last = await world.startInstance();
  const cut = await watch(desk, last.port);
  await expect.poll(cut.places).toHaveLength(1);
  await last.kill('SIGTERM');
  await expect.poll(cut.isOver).toBe(true);
  expect(await last.ended).toBe(0);
});

test('a stream by a sync pass hears of news, and ends with the pass', async () => {
  const person = await holder(world, 'events');
  await person.signIn(true);
  const desk = await founder(person);
  const { body } = await desk.call('POST', '/v1/sync/pass');
  const { pass } = z.object({ pass: syncPassSchema }).parse(body);
  const stream = await watch(desk, world.ports[0], pass.token);
  desk.add();
  await desk.push();
  await expect.poll(() => stream.places().at(-1)).toMatchObject({ sequence: 1 });
  expect((await desk.call('DELETE', '/v1/sync/pass')).status).toBe(200);
  desk.add();
  await desk.push();
  await expect.poll(stream.isOver).toBe(true);
  expect(stream.places().at(-1)).toMatchObject({ sequence: 1 });
});

test('a stream ends at the next news once its session or its pass is over', async () => {
  const day = 86_400_000;
  /** Two streams of a trusted computer, by its session and by its pass, after some news that follow. */
  const after = async (ends: (email: string) => unknown) => {
    const person = await holder(world, 'events');
    await person.signIn(true);
    const desk = await founder(person);
    const { body } = await desk.call('POST', '/v1/sync/pass');
    const { pass } = z.object({ pass: syncPassSchema }).parse(body);
    const bySession = await watch(desk, world.ports[0]);
    const byPass = await watch(desk, world.ports[0], pass.token);
    for (const { places } of [bySession, byPass]) await expect.poll(places).toHaveLength(1);
    await ends(person.email);
    await (await newComputer(person, 'Third')).ask();
    return { bySession, byPass };
  };
  const later = await after(() => world.passTime(2 * day));
  await expect.poll(later.bySession.isOver).toBe(true);
  await expect.poll(later.byPass.places).toHaveLength(2);
  later.byPass.leave();
  const lapsed = await after(() => world.passTime(8 * day));
  await expect.poll(lapsed.byPass.isOver).toBe(true);
  const ended = await after((email) =>
    world.db.query('update account set security_epoch = security_epoch + 1 where address = $1', [email]),
  );
  for (const { isOver } of [ended.bySession, ended.byPass]) await expect.poll(isOver).toBe(true);
});

test('news come again after the database ended the connection that hears them', async () => {
  const desk = await founder(await holder(world, 'events'));
  const stream = await watch(desk, world.ports[0]);
  await expect.poll(stream.places).toHaveLength(1);
  const listeners = "select pid from pg_stat_activity where application_name = 'latchkey-account-news'";
  const { rows: before } = await world.db.query<{ pid: number }>(listeners);
  await world.db.query('select pg_terminate_backend(pid) from unnest($1::integer[]) as pid', [
    before.map(({ pid }) => pid),
  ]);
  // Written while nobody listens, perhaps: it is seen once somebody does.
  desk.add();
  await desk.push({ port: world.ports[1] });
  await expect.poll(stream.places).toHaveLength(2);
  stream.leave();
});

test('an account has a number of streams at an instance, and one that was left makes room', async () => {
  const desk = await founder(await holder(world, 'events'));
  const [port] = world.ports;
  const streams = await Promise.all(Array.from({ length: 32 }, () => watch(desk, port)));
  expect(streams.map(({ status }) => status)).toEqual(streams.map(() => 200));
  expect((await watch(desk, port)).status).toBe(429);
  for (const { leave } of streams) leave();
  await expect.poll(async () => (await watch(desk, port)).status).toBe(200);
});
