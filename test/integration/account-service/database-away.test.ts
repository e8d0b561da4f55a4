/** The database goes away under the service: what is repeated, what is answered, and that nobody restarts anything. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { connect, type Databases } from '../../../src/account-service/database/connect.ts';
import { DatabaseAway } from '../../../src/account-service/database/outage.ts';
import { run } from '../../../src/account-service/database/statement.ts';
import { transact } from '../../../src/account-service/database/transaction.ts';
import { landing as fr } from '../../../src/account-service/words/fr/landing.ts';
import { send } from '../../account/support/device.ts';
import { holder, stranger } from '../../account/support/person.ts';
import { startCable, type Cable } from '../../rig/account-service/cable.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';
import { startWorld, type World } from '../../rig/account-service/world.ts';

/** For the database as a transaction sees it: a table, connections of the service's own, and a cable to pull. */
let cable: Cable;
let databases: Databases;
let watch: pg.Pool;
/** For the service as a client sees it. */
let serviceCable: Cable;
let world: World;

beforeAll(async () => {
  const url = await emptyDatabase(inject('postgres'));
  watch = new pg.Pool({ connectionString: url, max: 2 });
  await watch.query('create table note (text text)');
  cable = await startCable(url);
  databases = connect(cable.url, 4, () => {});
  serviceCable = await startCable(inject('postgres'));
  world = await startWorld(serviceCable.url);
});
afterAll(async () => {
  await world.stop();
  await databases.close();
  await serviceCable.stop();
  await cable.stop();
  await watch.end();
});

const insert = 'insert into note (text) values ($1)';
const notes = async (text: string) =>
  (await watch.query('select from note where text = $1', [text])).rowCount;
const backend = 'select pg_backend_pid() as pid';

test('a transaction whose connection is ended before its commit runs again, and is there once', async () => {
  let tries = 0;
  const done = await transact(databases.main, async (tx) => {
    tries += 1;
    await run(tx, insert, ['ended']);
    const [{ pid } = { pid: 0 }] = await run<{ pid: number }>(tx, backend, []);
    if (tries === 1) await watch.query('select pg_terminate_backend($1)', [pid]);
    await run(tx, 'select 1', []);
    return 'done';
  });
  expect([done, tries]).toEqual(['done', 2]);
  expect(await notes('ended')).toBe(1);
});

test('a transaction whose connection breaks without a word runs again, and is there once', async () => {
  let tries = 0;
  await transact(databases.main, async (tx) => {
    tries += 1;
    await run(tx, insert, ['broken']);
    if (tries === 1) {
      cable.setCut(true);
      cable.setCut(false);
    }
    await run(tx, 'select 1', []);
    return null;
  });
  expect(await notes('broken')).toBe(1);
});

test('a commit whose answer is lost may be done: it is not repeated, and the caller hears that nobody knows', async () => {
  const lost = transact(databases.main, async (tx) => {
    await run(tx, insert, ['lost']);
    cable.loseAnswerTo('commit');
    return null;
  });
  await expect(lost).rejects.toMatchObject({ name: 'DatabaseAway', outcome: 'unknown' });
  await expect.poll(() => notes('lost')).toBe(1);
});

test('a server that was made to take no writes is left for one that does', async () => {
  let tries = 0;
  await transact(databases.main, async (tx) => {
    tries += 1;
    if (tries === 1) await run(tx, 'set transaction read only', []);
    await run(tx, insert, ['read only']);
    return null;
  });
  expect(tries).toBe(2);
  expect(await notes('read only')).toBe(1);
});

test('a fault of the statement itself is none of the database, and is not repeated', async () => {
  let tries = 0;
  const failed = transact(databases.main, (tx) => {
    tries += 1;
    return run(tx, 'select 1 / 0', []);
  });
  await expect(failed).rejects.toSatisfy((error) => !(error instanceof DatabaseAway));
  expect(tries).toBe(1);
});

test('a database that has gone silent is given up on, and its connection with it', async () => {
  onTestFinished(() => cable.setSilent(false));
  await run(databases.main, 'select 1', []);
  cable.setSilent(true);
  const asked = run(databases.main, insert, ['silent']);
  await expect(asked).rejects.toMatchObject({ name: 'DatabaseAway', outcome: 'unknown' });
  // The wire carries again, but what went into it stays lost: only another connection gets an answer.
  cable.setSilent(false);
  await run(databases.main, insert, ['after silence']);
  expect(await notes('after silence')).toBe(1);
});

test('while the database is away each call is answered 503 and when to come back, and then all goes on', async () => {
  onTestFinished(() => serviceCable.setCut(false));
  const person = await holder(world);
  const waiting = await stranger(world);
  serviceCable.setCut(true);
  const answers = await Promise.all([
    person.check(),
    person.startSignIn(),
    person.call('GET', '/v1/mfa/methods'),
    waiting.call('POST', '/v1/sign-up', {
      name: 'Noor',
      email: waiting.email,
      password: waiting.password,
      language: 'en',
    }),
  ]);
  for (const answer of answers) {
    expect(answer).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/ECONN|terminated|postgres/i);
  }
  serviceCable.setCut(false);
  // The same instances, the same session, the same request: nobody restarted anything.
  await expect.poll(async () => (await person.check()).status).toBe(200);
  await waiting.signUp();
  await waiting.activate();
  expect((await person.startSignIn()).status).toBe(200);
});

test('while the database is away a mailed link opens a page that says so in the language of the browser, and then works', async () => {
  onTestFinished(() => serviceCable.setCut(false));
  const person = await stranger(world);
  await person.signUp();
  const token = await person.activationToken();
  const wished = { 'accept-language': 'fr-CH, en;q=0.5' };
  const ask = (method: 'GET' | 'POST', path: string, body?: string) =>
    send(method, path, world.ports[0], undefined, body, {
      ...wished,
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    });
  const reset = `${'A'.repeat(22)}.${'B'.repeat(43)}`;
  serviceCable.setCut(true);
  const answers = {
    [`/activate?token=${token}`]: [
      await ask('GET', `/activate?token=${token}`),
      await ask('POST', '/activate', new URLSearchParams({ token, password: person.password }).toString()),
    ],
    [`/reset?token=${reset}`]: [
      await ask('GET', `/reset?token=${reset}`),
      await ask(
        'POST',
        '/reset',
        new URLSearchParams({ token: reset, password: person.password }).toString(),
      ),
    ],
  };
  for (const [link, pages] of Object.entries(answers)) {
    for (const { status, headers, text } of pages) {
      expect(status).toBe(503);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(text).toContain('<html lang="fr">');
      expect(text).toContain(fr.awayTitle);
      expect(text).toContain(`<a class="button" href="${link}">${fr.awayAgain}</a>`);
      expect(text).not.toMatch(/ECONN|terminated|postgres/i);
    }
  }
  serviceCable.setCut(false);
  await expect.poll(async () => (await ask('GET', `/activate?token=${token}`)).status).toBe(200);
  await person.activate();
});

test('calls that run while all connections are ended are answered as done or as away, and none as a fault', async () => {
  const people = await Promise.all([holder(world), holder(world), holder(world)]);
  let isOver = false;
  const seen = new Set<number>();
  const work = people.map(async (person) => {
    while (!isOver) {
      seen.add((await person.check()).status);
      seen.add((await person.call('POST', '/v1/mfa/methods', { kind: 'totp', destination: 'App' })).status);
    }
  });
  const own =
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'latchkey-%'";
  for (let round = 0; round < 20; round += 1) {
    await world.db.query(`${own} and datname = current_database()`);
    for (const person of people) await person.check();
  }
  isOver = true;
  await Promise.all(work);
  expect([...seen].filter((status) => ![200, 201, 409, 429, 503].includes(status))).toEqual([]);
  await expect.poll(async () => (await people[0]?.check())?.status).toBe(200);
});

test('on a database that takes no writes it says so, and serves nobody from data that may be old', async () => {
  const name = new URL(world.databaseUrl).pathname.slice(1);
  const setReadOnly = async (state: 'on' | 'off') => {
    const admin = new pg.Client(inject('postgres'));
    await admin.connect();
    await admin.query(`alter database ${name} set default_transaction_read_only = ${state}`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    await admin.end();
  };
  const ready = () => send('GET', '/readyz', world.ports[0], undefined, undefined, {});
  const person = await holder(world);
  onTestFinished(() => setReadOnly('off'));
  await setReadOnly('on');
  await expect.poll(ready).toMatchObject({ status: 503, body: { status: 'readOnly' } });
  // A call that only reads: a replica could answer it, with what was true a while ago.
  expect(await person.call('GET', '/v1/mfa/methods')).toMatchObject({ status: 503 });
  await setReadOnly('off');
  await expect.poll(ready).toMatchObject({ status: 200, body: { status: 'ready' } });
  await expect.poll(async () => (await person.check()).status).toBe(200);
});
