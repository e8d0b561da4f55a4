/** The database goes away while mails are handed in: each arrives, and none twice. */
import pg from 'pg';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { send } from '../../account/support/device.ts';
import { startCable } from '../../rig/account-service/cable.ts';
import { completeEnvironment, secretKey } from '../../rig/account-service/environment.ts';
import { emptyDatabase } from '../../rig/account-service/postgres.ts';
import { startInstance } from '../../rig/account-service/program.ts';
import { startSlowSmtp } from '../../rig/account-service/slow-smtp.ts';

test('a mail that was accepted while the database was away is not sent again, though its lease has run out', async () => {
  const databaseUrl = await emptyDatabase(inject('postgres'));
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-outbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const clock = join(folder, 'clock');
  writeFileSync(clock, '0');
  const smtp = await startSlowSmtp();
  const SECRET_KEYS = secretKey(1);
  const start = async () => {
    const cable = await startCable(databaseUrl);
    const env = {
      ...completeEnvironment(cable.url, smtp.url),
      NODE_ENV: 'test',
      TEST_CLOCK: clock,
      SECRET_KEYS,
    };
    const instance = await startInstance(env);
    onTestFinished(async () => {
      await instance.kill('SIGKILL');
      await cable.stop();
    });
    return { cable, instance };
  };
  const holder = await start();
  const body = JSON.stringify({
    name: 'Noor',
    email: 'noor@example.org',
    password: 'a quiet harbour full of tulips 7',
    language: 'en',
  });
  const headers = { 'content-type': 'application/json' };
  const { port } = holder.instance;
  expect((await send('POST', '/v1/sign-up', port, undefined, body, headers)).status).toBe(202);
  await expect.poll(() => smtp.handedIn).toHaveLength(1);
  const other = await start();

  // Accepted while the database is away from both, and for longer than the lease lasts.
  holder.cable.setCut(true);
  other.cable.setCut(true);
  smtp.release();
  await holder.instance.waitFor(/the outbox cannot be read or written/);
  writeFileSync(clock, '61000');
  // It comes back to the other one first, which takes what there is to take: a message that nobody can read.
  const db = new pg.Client(databaseUrl);
  await db.connect();
  onTestFinished(() => db.end());
  await db.query(
    `insert into outbox (id, channel, template, sealed, created_at, next_try_at)
     values (gen_random_uuid(), 'none', 'unreadable', '', now(), now())`,
  );
  other.cable.setCut(false);
  const taken = "select from outbox where template = 'unreadable' and attempts > 0";
  await expect.poll(async () => (await db.query(taken)).rowCount).toBe(1);
  await db.query("delete from outbox where template = 'unreadable'");
  holder.cable.setCut(false);
  await expect.poll(async () => (await db.query('select from outbox')).rowCount).toBe(0);
  // What the other one had begun to send, it finishes.
  await other.instance.kill('SIGTERM');
  expect(smtp.handedIn).toHaveLength(1);
});
