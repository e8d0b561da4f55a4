/**
 * Sync between real applications through two instances of the real service, on one machine: 1,000 entries to a new computer,
 * one change to another computer, and what a push, and a look that brings nothing, cost the service with 10,000, 100,000 and
 * 1,000,000 accounts that sync. Those figures are arrays in that order; they are the service's own (`/metrics`).
 * `npm run bench -- sync 100000` leaves out the sizes beyond that.
 */
import { randomBytes } from 'node:crypto';
import { encodeBase32 } from '../../src/core/otp/base32.ts';
import { fillCrowd, newSecretKeys, withoutChecks } from '../account/support/crowd.ts';
import { createComputer, startService, type Computer, type Latchkey } from '../integration/account/rig.ts';
import { addEntry, signIn, signUp, turnOn } from '../integration/sync/person.ts';
import { startPostgres } from '../rig/account-service/postgres.ts';
import { applyImport, readImport } from '../rig/importing.ts';
import { machine, median, percentile, timed } from './parts/harness.ts';

const entries = 1_000;
const joins = 3;
const changes = 40;
const largest = Number(process.argv[2] ?? 1_000_000);
const sizes = [10_000, 100_000, 1_000_000].filter((size) => size <= largest);
/** Items that each account of the crowd has. */
const crowdItems = 3;

const secretKeys = newSecretKeys();
const postgres = await startPostgres();
const service = await startService({ SECRET_KEYS: secretKeys }, postgres.url);
const computers: Computer[] = [];
try {
  const desk = await aComputer();
  const known = await signUp(service, desk);
  const list = Array.from({ length: entries }, (_, at) => addressOf(`Site ${at}`)).join('\n');
  const bytes = new Blob([list]);
  const { importId } = await readImport(desk.client, [{ from: 'file', name: 'list.txt', bytes }]);
  await applyImport(desk.client, importId);
  let kit = '';
  const turningOn = await timed(async () => {
    kit = await turnOn(desk);
  });

  const joining: number[] = [];
  let lap = desk;
  for (let round = 0; round < joins; round += 1) {
    lap = await aComputer();
    await signIn(service, lap, known);
    joining.push(
      await timed(async () => {
        await lap.client.sync.joinByKit({ code: { from: 'text', text: kit } });
        await until(lap, (count) => count >= entries);
      }),
    );
  }

  const arriving: number[] = [];
  for (let round = 0; round < changes; round += 1) {
    const issuer = `Change ${round}`;
    const arrived = until(lap, (_, issuers) => issuers.includes(issuer));
    arriving.push(
      await timed(async () => {
        await addEntry(desk, issuer);
        await arrived;
      }),
    );
  }

  const costs: { push: number; look: number }[] = [];
  let filled = 0;
  for (const size of sizes) {
    await fill(filled, size);
    filled = size;
    // The first ones read pages that no request has read since they were written.
    await serviceTimes(desk, `Warm ${size}`);
    costs.push(await serviceTimes(desk, `Sized ${size}`));
  }
  const rounded = (value: number) => Number(value.toFixed(2));
  console.log(
    JSON.stringify({
      bench: 'sync',
      machine: machine(),
      node: process.versions.node,
      figures: {
        turn_on_1k_ms: rounded(turningOn),
        join_1k_ms: rounded(median(joining)),
        change_p50_ms: rounded(percentile(arriving, 50)),
        change_p95_ms: rounded(percentile(arriving, 95)),
        push_service_ms: costs.map(({ push }) => rounded(push)),
        idle_pull_service_ms: costs.map(({ look }) => rounded(look)),
      },
    }),
  );
} finally {
  for (const computer of computers) await computer.stop();
  await service.stop();
  await postgres.stop();
}

function addressOf(issuer: string): string {
  const secret = encodeBase32(randomBytes(20));
  return `otpauth://totp/${encodeURIComponent(issuer)}:me?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

async function aComputer(): Promise<Latchkey> {
  const computer = await createComputer(service);
  computers.push(computer);
  return computer.start();
}

/** Follows a computer's list, as its window does, until it is so. */
async function until(
  { client }: Latchkey,
  isSo: (count: number, issuers: readonly string[]) => boolean,
): Promise<void> {
  let issuers: string[] = [];
  for await (const { entries: part, isPart } of await client.entries.watch()) {
    issuers.push(...part.map(({ issuer }) => issuer));
    if (isPart) continue;
    if (isSo(issuers.length, issuers)) return;
    issuers = [];
  }
}

/** Accounts from `first` up to `last` that sync: their rows are copies of one computer's, with three items each. */
async function fill(first: number, last: number): Promise<void> {
  const { db, databaseUrl } = service.world;
  await fillCrowd(databaseUrl, secretKeys, 'bench-device-key', first, last);
  const others = `(select id from account where not exists (select from sync where account_id = id)) other`;
  // All that the tables of sync hold for the one account, but only the newest manifest and a few items.
  const copies = [
    ['sync', ''],
    ['sync_log_entry', ''],
    ['sync_member', ''],
    ['sync_seal', ''],
    ['sync_manifest', 'order by sequence desc limit 1'],
    ['sync_item', `order by item_id limit ${crowdItems}`],
  ];
  const connection = await db.connect();
  try {
    await connection.query(withoutChecks);
    // In the order of the keys, so that each index grows at its end.
    await connection.query(`create temporary table crowd as select id from ${others} order by id`);
    const { rows: own } = await connection.query<{ account_id: string }>(
      'select account_id from sync limit 1',
    );
    for (const [table = '', part = ''] of copies) {
      const { rows } = await connection.query<{ name: string }>(
        `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [table],
      );
      const names = rows.map(({ name }) => name).filter((name) => name !== 'account_id');
      await connection.query(
        `insert into ${table} (account_id, ${names.join()}) select crowd.id, ${names.join()} from crowd,
         (select ${names.join()} from ${table} where account_id = $1 ${part}) one`,
        [own[0]?.account_id],
      );
    }
    await connection.query('drop table crowd');
    await connection.query('vacuum analyze');
    await connection.query('checkpoint');
  } finally {
    // Not back into the pool: it checks nothing any more.
    connection.release(true);
  }
}

/** What a push of one change, and a look that brings nothing, take in the service; means in ms. */
async function serviceTimes(latchkey: Latchkey, name: string): Promise<{ push: number; look: number }> {
  const before = await serviceSeconds();
  for (let round = 0; round < changes; round += 1) {
    await addEntry(latchkey, `${name} ${round}`);
    await latchkey.client.sync.look();
  }
  const between = await serviceSeconds();
  for (let round = 0; round < changes; round += 1) await latchkey.client.sync.look();
  const after = await serviceSeconds();
  return { push: mean(before, between, 'sync.push'), look: mean(between, after, 'sync.pull') };
}

type Seconds = Map<string, { sum: number; count: number }>;

function mean(before: Seconds, after: Seconds, procedure: string): number {
  const [was, is] = [before.get(procedure), after.get(procedure)];
  if (is === undefined) throw new Error(`nobody called ${procedure}`);
  return (1_000 * (is.sum - (was?.sum ?? 0))) / (is.count - (was?.count ?? 0));
}

/** By procedure, how long both instances have worked for it, and how often, where it succeeded. */
async function serviceSeconds(): Promise<Seconds> {
  const seconds: Seconds = new Map();
  for (const port of service.world.ports) {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const lines = /^latchkey_request_seconds_(sum|count)\{procedure="([^"]+)",status="200"\} (\S+)$/gmu;
    for (const [, kind, procedure = '', value] of text.matchAll(lines)) {
      const one = seconds.get(procedure) ?? { sum: 0, count: 0 };
      seconds.set(procedure, one);
      if (kind === 'sum') one.sum += Number(value);
      else one.count += Number(value);
    }
  }
  return seconds;
}
