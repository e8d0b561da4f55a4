import { createTransport } from 'nodemailer';
import { missingMigrations } from '../database/migrate.ts';
import type { Service } from '../service.ts';

export interface Finding {
  check: string;
  ok: boolean;
  detail: string;
}

/** Checks what the service needs, from where it is run: configuration was read to get here. */
export async function doctor(service: Service): Promise<Finding[]> {
  return [
    { check: 'configuration', ok: true, detail: service.config.PUBLIC_URL },
    await examine('database', async () => {
      const { rows } = await service.databases.pool.query<{ version: string }>('show server_version');
      return `PostgreSQL ${rows[0]?.version}`;
    }),
    await examine('schema', async () => {
      const missing = await missingMigrations(service.databases.pool);
      if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
      return 'up to date';
    }),
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

async function examine(check: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { check, ok: true, detail: await look() };
  } catch (error) {
    return { check, ok: false, detail: error instanceof Error ? error.message : 'failed' };
  }
}
