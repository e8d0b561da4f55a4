/** Migrations: once, whole or not at all, and never onto a database that is ahead. */
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrations } from '../../../src/account-service/database/migrate.ts';
import { challengePurposes, channels, linkOutcomes } from '../../../src/account-service/vocabulary.ts';
import { actors, sessionKinds } from '../../../src/contract/vocabulary.ts';
import { send } from '../../account/support/device.ts';
import { completeEnvironment } from '../../rig/account-service/environment.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';
import { launch } from '../../rig/account-service/program.ts';

async function startEmpty() {
  const url = await emptyDatabase(inject('postgres'));
  const db = new pg.Client(url);
  await db.connect();
  onTestFinished(() => db.end());
  return { db, env: completeEnvironment(url, 'smtp://127.0.0.1:1') };
}
const start = (env: Record<string, string>) => {
  const instance = launch('account-service/main.ts', [], env);
  onTestFinished(() => void instance.process.kill('SIGKILL'));
  return instance;
};
const tablesOf = async (db: pg.Client): Promise<string[]> => {
  const { rows } = await db.query<{ name: string }>(
    "select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace",
  );
  return rows.map(({ name }) => name);
};
const applied = async (db: pg.Client): Promise<string[]> => {
  const { rows } = await db.query<{ name: string }>('select name from schema_migration order by name');
  return rows.map(({ name }) => name);
};
const names = migrations.map(({ name }) => name);

test('instances that start together on an empty database migrate it once, and all come up', async () => {
  const { db, env } = await startEmpty();
  const instances = [start(env), start(env), start(env)];
  for (const instance of instances) {
    const [, port] = await instance.waitFor(/"port":(\d+)/);
    expect((await send('GET', '/readyz', Number(port), undefined, undefined, {})).status).toBe(200);
  }
  expect(await applied(db)).toEqual(names);
  const migrated = instances.filter((instance) => instance.output().includes('schema brought up to date'));
  expect(migrated).toHaveLength(1);
});

test('a migration that fails leaves nothing behind, and works when its obstacle is gone', async () => {
  const { db, env } = await startEmpty();
  // The last thing of the first migration but one: by then, most of it is made.
  await db.query('create function keep_audit() returns integer language sql as $$ select 1 $$');
  const failing = start(env);
  expect(await failing.ended).toBe(1);
  expect(failing.output()).toContain('keep_audit');
  expect(failing.output()).not.toContain('is listening');
  expect(await tablesOf(db)).toEqual(['schema_migration']);
  expect(await applied(db)).toEqual([]);
  await db.query('drop function keep_audit()');
  await start(env).waitFor(/is listening/);
  expect(await applied(db)).toEqual(names);
});

test('an instance that is killed in the middle of migrating leaves nothing behind', async () => {
  const { db, env } = await startEmpty();
  // Someone else is making a table of that name: the migration waits for them, in the middle.
  await db.query('begin');
  await db.query('create table quota (nothing integer)');
  const killed = start(env);
  const { db: other } = await startEmpty();
  const waiting = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = $1";
  const name = new URL(env['DATABASE_URL'] ?? '').pathname.slice(1);
  await expect.poll(async () => (await other.query(waiting, [name])).rowCount).toBe(1);
  killed.process.kill('SIGKILL');
  await killed.ended;
  await db.query('rollback');
  await start(env).waitFor(/is listening/);
  expect(await applied(db)).toEqual(names);
});

test('a database that is ahead of the program is refused by the service and by the operator, and left alone', async () => {
  const { db, env } = await startEmpty();
  const migrate = () => launch('account-service/operator.ts', ['migrate'], env);
  expect(await migrate().ended).toBe(0);
  await db.query("insert into schema_migration (name) values ('9999-of-the-future')");
  const tables = await tablesOf(db);
  const service = start(env);
  expect(await service.ended).toBe(1);
  expect(service.output()).toContain(
    'The database has migrations this version does not know: 9999-of-the-future',
  );
  expect(service.output()).not.toContain('is listening');
  const operator = migrate();
  expect(await operator.ended).toBe(1);
  expect(operator.output()).toContain('9999-of-the-future');
  expect(await tablesOf(db)).toEqual(tables);
});

test('the database takes the kinds of the vocabulary and no others', async () => {
  const { db, env } = await startEmpty();
  await start(env).waitFor(/"port":(\d+)/);
  const { rows } = await db.query<{ column: string; definition: string }>(
    `select conrelid::regclass || '.' || attname as column, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_attribute a on attrelid = conrelid and attnum = any (conkey)
     where contype = 'c' and pg_get_constraintdef(c.oid) like '%ANY (ARRAY[%' order by 1`,
  );
  const lists = rows.map(({ column, definition }) => [
    column,
    [...definition.matchAll(/'([^']*)'::text/g)].map(([, kind]) => kind),
  ]);
  expect(Object.fromEntries(lists)).toEqual({
    'audit_event.actor': actors,
    'challenge.purpose': challengePurposes,
    'outbox.channel': channels,
    'past_link.outcome': linkOutcomes,
    'session.kind': sessionKinds,
  });
});
