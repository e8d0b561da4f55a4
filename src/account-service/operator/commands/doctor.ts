import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import { missingMigrations } from '../../database/migrate.ts';
import type { Service } from '../../service.ts';
import { command } from '../command.ts';

/** Checks what the service needs, from where it is run. It must work without the database, and so without a trail. */
export const doctor = command({
  name: 'doctor',
  arguments: {},
  says: 'checks configuration, database, keys, clocks, mail and outbox',
  isNoted: false,
  run: findings,
  isFine: (report) => report.every(({ ok }) => ok),
});

interface Finding {
  check: string;
  ok: boolean;
  detail: string;
}

/** The configuration has been read by this point. */
async function findings(service: Service): Promise<Finding[]> {
  return [
    { check: 'configuration', ok: true, detail: service.config.PUBLIC_URL },
    await examine('database', async () => {
      const { rows } = await service.databases.pool.query<{ server_version: string }>('show server_version');
      return `PostgreSQL ${rows[0]?.server_version}`;
    }),
    await examine('schema', async () => {
      const missing = await missingMigrations(service.databases.pool);
      if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
      return 'up to date';
    }),
    await examine('keys', () => keysInUse(service)),
    await examine('clock', async () => {
      const { rows } = await service.databases.pool.query<{ now: Date }>('select now()');
      const apart = Math.abs((rows[0]?.now.getTime() ?? 0) - Date.now());
      if (apart > 2_000) throw new Error(`${apart} ms apart from the database's`);
      return `${apart} ms apart from the database's`;
    }),
    await examine('mail', async () => {
      const transport = createTransport({ url: service.config.SMTP_URL, connectionTimeout: 5_000 });
      await transport.verify().finally(() => transport.close());
      return 'the SMTP server answers';
    }),
    await examine('outbox', async () => {
      const oldest = await service.db
        .selectFrom('outbox')
        .select(({ fn }) => [fn.countAll<string>().as('count'), fn.min('created_at').as('oldest')])
        .executeTakeFirstOrThrow();
      const ageMs =
        oldest.oldest === null ? 0 : service.clock.now().getTime() - new Date(oldest.oldest).getTime();
      if (ageMs > 600_000)
        throw new Error(`${oldest.count} waiting, the oldest for ${Math.round(ageMs / 60_000)} min`);
      return `${oldest.count} waiting`;
    }),
  ];
}

/** Whether every key in use is in `SECRET_KEYS`. Reads all sealed data: minutes on a large database. */
async function keysInUse({ db, keys }: Service): Promise<string> {
  const { rows } = await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = '10min'`.execute(tx);
    return sql<{ id: number; secrets: number; messages: number }>`
      select id, sum(secrets)::integer as secrets, sum(messages)::integer as messages from (
        select get_byte(sealed_secret, 0) as id, 1 as secrets, 0 as messages
        from mfa_method where sealed_secret is not null
        union all select get_byte(sealed, 0), 0, 1 from outbox
      ) as used group by id order by id`.execute(tx);
  });
  const lost = rows.filter(({ id }) => !keys.ids.includes(id));
  if (lost.length > 0) {
    const what = lost.map(
      ({ id, secrets, messages }) =>
        `key ${id}, which holds ${secrets} authenticator secrets and ${messages} waiting messages`,
    );
    throw new Error(`SECRET_KEYS lacks ${what.join('; ')}`);
  }
  const older = rows.filter(({ id, secrets }) => id !== keys.ids[0] && secrets > 0);
  return older.length === 0
    ? `everything is under key ${keys.ids[0]}`
    : `key ${older.map(({ id }) => id).join(', ')} still holds authenticator secrets (keys reseal)`;
}

async function examine(check: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { check, ok: true, detail: await look() };
  } catch (error) {
    return { check, ok: false, detail: error instanceof Error ? error.message : 'failed' };
  }
}
