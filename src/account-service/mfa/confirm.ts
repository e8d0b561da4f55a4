import { accountLimits } from '../../contract/account-service.ts';
import { record } from '../audit/record.ts';
import type { AccountRow } from '../database/schema.ts';
import { keeping, transact, violates, type Tx } from '../database/transaction.ts';
import { notify } from '../outbox/notify.ts';
import { replaceRecoveryCodes } from '../recovery-codes/generate.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { renewSession } from '../sessions/grant.ts';
import { lockForSession, requireEnrolmentOrFreshMfa, type LiveSession } from '../sessions/live-session.ts';
import { raiseSecurityEpoch } from '../sessions/security-epoch.ts';
import { checkCode } from './check-code.ts';
import { findMethod, methodHint } from './methods.ts';

/**
 * Verifies the first code of a method. The method counts from now on. All trust and every other session end.
 * The very first method also makes this a full session and creates ten recovery codes.
 *
 * @throws `STEP_UP_REQUIRED`, `METHOD_NOT_FOUND`, `METHOD_EXISTS`, `TOO_MANY_METHODS`, `CODE_WRONG`,
 *   `CODE_EXPIRED`, `TOO_MANY_ATTEMPTS`
 */
export async function confirmMethod(
  service: Service,
  wanted: { methodId: string; code: string },
  session: LiveSession,
) {
  const { clock, db } = service;
  requireEnrolmentOrFreshMfa(session, clock.now());
  return transact(db, async (tx) => {
    const now = clock.now();
    const account = await lockForSession(tx, session);
    const method = await findMethod(tx, session.accountId, wanted.methodId, 'pending');
    const wrong = await checkCode(tx, service, account, method, wanted.code, {
      purpose: 'confirm-method',
      boundTo: session.id,
      deviceKey: session.deviceKey,
      network: session.network,
    });
    if (wrong) return keeping(wrong.code === 'METHOD_DISABLED' ? refusal('METHOD_NOT_FOUND') : wrong);
    if ((await countConfirmed(tx, account.id)) >= accountLimits.methods) throw refusal('TOO_MANY_METHODS');
    const isFirst = account.mfa_set_up_at === null;
    await tx
      .updateTable('mfa_method')
      .set({ confirmed_at: now })
      .where('account_id', '=', account.id)
      .where('id', '=', method.id)
      .execute()
      .catch((error: unknown) => {
        throw violates(error, 'mfa_method_once') ? refusal('METHOD_EXISTS') : error;
      });
    if (isFirst) await markSetUp(tx, account, now);
    const raised = await raiseSecurityEpoch(tx, account, session.id);
    await record(tx, now, {
      accountId: account.id,
      event: 'method-added',
      network: session.network,
      deviceName: session.deviceName,
      details: { method: method.kind, hint: methodHint(method) },
    });
    await notify(tx, service, raised, { about: 'methodAdded', kind: method.kind, hint: methodHint(method) });
    const recoveryCodes = isFirst ? await replaceRecoveryCodes(tx, service, account.id) : null;
    const grant = await renewSession(tx, raised, session, { mfaAt: now, trustedUntil: null });
    return { grant, recoveryCodes };
  });
}

/** How many confirmed methods an account has. The caller holds its lock. */
export async function countConfirmed(tx: Tx, accountId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('mfa_method')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function markSetUp(tx: Tx, account: AccountRow, now: Date): Promise<void> {
  await tx.updateTable('account').set({ mfa_set_up_at: now }).where('id', '=', account.id).execute();
}
