import { sql } from 'kysely';
import type { Service } from '../service.ts';
import type { LiveSession } from '../sessions/live-session.ts';
import { membersOf } from './requests.ts';
import { base64Of, findSync, logEntries } from './standing.ts';

/** What the account's export says of sync: all but the ciphertext. Null if it is off. */
export async function syncExport(service: Service, session: LiveSession) {
  const { accountId } = session;
  const sync = await findSync(service.db, accountId);
  if (sync === undefined) return null;
  const { rows } = await sql<{ number: number; bytes: number }>`
    select count(*)::integer as number, coalesce(sum(octet_length(bytes)), 0)::integer as bytes
    from sync_past_item where account_id = ${accountId}`.execute(service.db);
  return {
    foundedAt: sync.founded_at.toISOString(),
    log: (await logEntries(service.db, accountId)).map(base64Of),
    writes: sync.sequence,
    items: { number: sync.items, bytes: sync.bytes },
    pastItems: rows[0] ?? { number: 0, bytes: 0 },
    ...(await membersOf(service, session)),
  };
}
