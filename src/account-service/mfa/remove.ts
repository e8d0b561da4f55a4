import { record } from '../audit/record.ts';
import { transact } from '../database/transaction.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { notify } from '../outbox/notify.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireFreshMfa, type LiveSession } from '../sessions/live-session.ts';
import { raiseSecurityEpoch } from '../sessions/security-epoch.ts';
import { challengeOf, findMethod, methodHint, methodsOf } from './methods.ts';

/**
 * Removes a method. The last working one stays: to replace it, confirm another first. Simultaneous removals
 * take turns on the account's row, and a database trigger makes the final decision.
 *
 * @throws `STEP_UP_REQUIRED`, `METHOD_NOT_FOUND`, `LAST_METHOD`
 */
export async function removeMethod(service: Service, methodId: string, session: LiveSession) {
  const { clock, db } = service;
  requireFreshMfa(session, clock.now());
  return transact(db, async (tx) => {
    const now = clock.now();
    const account = await lockForSession(tx, session);
    const method = await findMethod(tx, account.id, methodId, 'any');
    const remaining = (await methodsOf(tx, account.id)).filter(
      ({ id, confirmed_at, disabled_at }) => id !== methodId && confirmed_at !== null && disabled_at === null,
    );
    if (method.confirmed_at !== null && remaining.length === 0) throw refusal('LAST_METHOD');
    await tx
      .deleteFrom('mfa_method')
      .where('account_id', '=', account.id)
      .where('id', '=', methodId)
      .execute();
    if (method.confirmed_at === null) return { confirmedMethods: remaining.length };
    const raised = await raiseSecurityEpoch(tx, account, session.id);
    const message = { about: 'methodRemoved', kind: method.kind, hint: methodHint(method) } as const;
    await record(tx, now, {
      accountId: account.id,
      event: 'method-removed',
      network: session.network,
      deviceName: session.deviceName,
      details: { method: method.kind, hint: methodHint(method) },
    });
    await notify(tx, service, raised, message);
    const former = challengeOf(method);
    if (former.by === 'sentCode' && former.channel === 'mail' && former.to !== account.address) {
      await enqueue(tx, service, {
        channel: 'mail',
        to: former.to,
        language: account.language,
        message,
      });
    }
    return { confirmedMethods: remaining.length };
  });
}
