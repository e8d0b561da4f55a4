import type { AuditEvent } from '../../contract/account-service.ts';
import type { Service } from '../service.ts';
import { requireFull, type LiveSession } from '../sessions/live-session.ts';

/** The number of events on a page. */
export const auditPage = 50;

/**
 * A page of the account's audit trail, newest first.
 *
 * @param before the `next` of the previous page; undefined for the first
 */
export async function listAudit(
  service: Service,
  session: LiveSession,
  before: string | undefined,
): Promise<{ events: AuditEvent[]; next: string | null }> {
  requireFull(session);
  const rows = await service.db
    .selectFrom('audit_event')
    .selectAll()
    .where('account_id', '=', session.accountId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(auditPage + 1)
    .execute();
  const events = rows.slice(0, auditPage).map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    event: row.event,
    actor: row.actor,
    network: row.network,
    deviceName: row.device_name,
    details: row.details,
  }));
  return { events, next: rows.length > auditPage ? (events.at(-1)?.id ?? null) : null };
}
