import { maskAddress } from '../account/address.ts';
import { record } from '../audit/record.ts';
import { transact } from '../database/transaction.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireFull, type LiveSession } from '../sessions/live-session.ts';
import { actor } from '../sessions/sessions.ts';

/** The account's open requests for help, newest first. */
export async function openRequests(service: Service, accountId: string) {
  const rows = await service.db
    .selectFrom('support_request')
    .select(['reference', 'created_at', 'contact'])
    .where('account_id', '=', accountId)
    .where('closed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(({ reference, created_at, contact }) => ({
    reference,
    at: created_at.toISOString(),
    contact: maskAddress(contact),
  }));
}

/**
 * Withdraws one of the account's open requests; operators see that its holder did. If an operator has closed it
 * already, or it belongs to another account, nothing happens.
 *
 * @throws `ENROLMENT_REQUIRED`
 */
export async function withdrawRequest(service: Service, reference: string, session: LiveSession) {
  requireFull(session);
  return transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    const now = service.clock.now();
    const withdrawn = await tx
      .updateTable('support_request')
      .set({ closed_at: now, closed_by: 'the account’s holder', outcome: 'withdrawn' })
      .where('reference', '=', reference)
      .where('account_id', '=', account.id)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (withdrawn.numUpdatedRows === 0n) return { withdrawn: false };
    await record(tx, now, {
      ...actor(session),
      event: 'support-withdrawn',
      details: { request: reference },
    });
    return { withdrawn: true };
  });
}
