import type { Grant } from '../../contract/account-service.ts';
import { record } from '../audit/record.ts';
import { transact } from '../database/transaction.ts';
import { notify } from '../outbox/notify.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { renewSession } from '../sessions/grant.ts';
import { lockForSession, requireFreshMfa, type LiveSession } from '../sessions/live-session.ts';
import { raiseSecurityEpoch } from '../sessions/security-epoch.ts';
import { actor } from '../sessions/sessions.ts';
import { checkPassword } from './check.ts';

/**
 * Changes the password, after a fresh check and with the current one. All trust and every other session end.
 *
 * @throws `STEP_UP_REQUIRED`, `PASSWORD_WRONG`, `PASSWORD_REFUSED`, `TOO_MANY_ATTEMPTS`, `BUSY`
 */
export async function changePassword(
  service: Service,
  wanted: { current: string; next: string },
  session: LiveSession,
): Promise<Grant> {
  const { db, hashing, clock } = service;
  requireFreshMfa(session, clock.now());
  const checkedHash = await checkPassword(service, wanted.current, session);
  const { name, address } = await db
    .selectFrom('account')
    .select(['name', 'address'])
    .where('id', '=', session.accountId)
    .executeTakeFirstOrThrow();
  await hashing.judge(wanted.next, name, address, service.config.SERVICE_NAME);
  const nextHash = await hashing.hash(wanted.next);
  return transact(db, async (tx) => {
    const now = clock.now();
    const account = await lockForSession(tx, session);
    const changed = await tx
      .updateTable('credential')
      .set({ password_hash: nextHash, changed_at: now })
      .where('account_id', '=', account.id)
      .where('password_hash', '=', checkedHash)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) throw refusal('PASSWORD_WRONG');
    const raised = await raiseSecurityEpoch(tx, account, session.id);
    await record(tx, now, { ...actor(session), event: 'password-changed' });
    await notify(tx, service, raised, { about: 'passwordChanged' });
    return renewSession(tx, raised, session, { mfaAt: session.mfaAt, trustedUntil: null });
  });
}
