/** What the janitor sweeps up, and what it must leave. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { readConfig } from '../../../src/account-service/config.ts';
import { migrate } from '../../../src/account-service/database/migrate.ts';
import { replaySlots } from '../../../src/account-service/http/device-proof.ts';
import { sweep } from '../../../src/account-service/operations/janitor.ts';
import { createService, type Service } from '../../../src/account-service/service.ts';
import { completeEnvironment } from '../../rig/account-service/environment.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';

let service: Service;
const folder = mkdtempSync(join(tmpdir(), 'latchkey-janitor-'));
const clock = join(folder, 'clock');

beforeAll(async () => {
  const env = completeEnvironment(await emptyDatabase(inject('postgres')), 'smtp://127.0.0.1:1');
  service = await createService(readConfig({ ...env, TEST_CLOCK: clock, LOG_LEVEL: 'silent' }));
  await migrate(service.databases.pool);
});
beforeEach(() => writeFileSync(clock, '0'));
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const query = (text: string, values: unknown[] = []) => service.databases.pool.query(text, values);
const countOf = async (table: string) =>
  Number((await query(`select count(*)::integer as n from ${table}`)).rows[0].n);

/** Sets the clock to a time (seconds). */
function setTime(seconds: number): void {
  writeFileSync(clock, String(Math.round(seconds * 1_000 - Date.now())));
}

test('a proof from just ahead of the present is remembered for as long as it lives', async () => {
  const { count, seconds } = replaySlots;
  const turn = Math.ceil(Date.now() / 1_000 / seconds) * seconds;
  // A client whose clock is four seconds ahead: its proof belongs to the slot that begins in a second.
  const slot = (turn / seconds) % count;
  await query('insert into device_proof (slot, hash) values ($1, $2)', [slot, Buffer.from('a')]);
  for (let at = turn - 1; at < turn + 64; at += 5) {
    setTime(at);
    await sweep(service);
    expect(await countOf('device_proof'), `at ${at - turn} s`).toBe(1);
  }
});

test('the memory of proofs is emptied before its slot is used again', async () => {
  const { count, seconds } = replaySlots;
  const turn = Math.ceil(Date.now() / 1_000 / seconds) * seconds + 10 * seconds * count;
  for (let slot = 0; slot < count; slot += 1) {
    await query('insert into device_proof (slot, hash) values ($1, $2) on conflict do nothing', [
      slot,
      Buffer.from('old'),
    ]);
  }
  for (let at = turn; at < turn + seconds; at += 60) {
    setTime(at);
    await sweep(service);
  }
  expect(await countOf(`device_proof_${(turn / seconds + 1) % count}`)).toBe(0);
  expect(await countOf(`device_proof_${(turn / seconds) % count}`)).toBeGreaterThan(0);
});

test('a counter is forgotten a month after its last attempt, unless it has closed for good', async () => {
  const guard = 'insert into attempt_guard (scope, key, fails, blocked_until, updated_at) values ';
  await query(`${guard} ('password:address', 'waited', 9, now() + interval '1 hour', now()),
    ('password:address', 'closed', 50, 'infinity', now())`);
  writeFileSync(clock, String(29 * 86_400_000));
  await sweep(service);
  expect(await countOf('attempt_guard')).toBe(2);
  writeFileSync(clock, String(31 * 86_400_000));
  await sweep(service);
  const { rows } = await query("select convert_from(key, 'utf8') as key from attempt_guard");
  expect(rows).toEqual([{ key: 'closed' }]);
});

test('the audit trail and requests for help are kept for AUDIT_DAYS and no longer', async () => {
  const id = '11111111-1111-4111-8111-111111111111';
  await query(
    "insert into audit_event (account_id, at, event, actor) values ($1, now(), 'activated', 'person')",
    [id],
  );
  await query(`insert into support_request
    (reference, address, reason, contact, language, password_proven, network, created_at)
    values ('LK-OLD', 'a@example.org', 'help', 'b@example.org', 'en', false, '192.0.2.0/24', now())`);
  writeFileSync(clock, String(399 * 86_400_000));
  await sweep(service);
  expect([await countOf('audit_event'), await countOf('support_request')]).toEqual([1, 1]);
  writeFileSync(clock, String(401 * 86_400_000));
  await sweep(service);
  expect([await countOf('audit_event'), await countOf('support_request')]).toEqual([0, 0]);
});

test('a revision of an item that was written over stays for 90 days, a request to join for an hour', async () => {
  const account = '00000000-0000-4000-8000-0000000000aa';
  await query(
    `insert into account (id, name, address, language, created_at) values ($1, 'A', 'a@b.c', 'en', now())`,
    [account],
  );
  await query(`insert into sync (account_id, founded_at, head_number, head_hash, epoch, manifest_hash)
    values ('${account}', now(), 0, '', 1, '')`);
  await query(`insert into sync_past_item (account_id, item_id, revision, bytes, replaced_at)
    values ('${account}', '${account}', 1, '', now())`);
  await query(`insert into sync_request (account_id, device_key, request, tag, network, asked_at, expires_at)
    values ('${account}', 'key', '', '', '', now(), now() + interval '1 hour')`);
  const left = async (ms: number) => {
    writeFileSync(clock, String(ms));
    await sweep(service);
    return [await countOf('sync_request'), await countOf('sync_past_item')];
  };
  const [minute, day] = [60_000, 86_400_000];
  expect(await left(59 * minute)).toEqual([1, 1]);
  expect(await left(61 * minute)).toEqual([0, 1]);
  expect(await left(90 * day - minute)).toEqual([0, 1]);
  expect(await left(90 * day + minute)).toEqual([0, 0]);
});
