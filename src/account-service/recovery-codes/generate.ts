import { accountLimits } from '../../contract/account-service.ts';
import { plainRecoveryCode } from '../../contract/account-service/spelling.ts';
import { record } from '../audit/record.ts';
import { transact, type Tx } from '../database/transaction.ts';
import { notify } from '../outbox/notify.ts';
import { createRecoveryCode } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireFreshMfa, type LiveSession } from '../sessions/live-session.ts';

/**
 * Creates ten new recovery codes (80 bits each) after a fresh check. The older ones stop working.
 *
 * @throws `STEP_UP_REQUIRED`
 */
export async function generateRecoveryCodes(
  service: Service,
  session: LiveSession,
): Promise<{ codes: string[] }> {
  requireFreshMfa(session, service.clock.now());
  return transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    const codes = await replaceRecoveryCodes(tx, service, account.id);
    await record(tx, service.clock.now(), {
      accountId: account.id,
      event: 'recovery-codes-made',
      network: session.network,
      deviceName: session.deviceName,
    });
    await notify(tx, service, account, { about: 'recoveryCodesMade' });
    return { codes };
  });
}

/** Replaces the old codes with new ones, stored as keyed hashes. Only the answer ever contains the codes. */
export async function replaceRecoveryCodes(tx: Tx, service: Service, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: accountLimits.recoveryCodes }, createRecoveryCode);
  const now = service.clock.now();
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await tx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        account_id: accountId,
        code_hash: service.keys.keyedHash('recovery', accountId, plainRecoveryCode(code)),
        created_at: now,
      })),
    )
    .execute();
  return codes;
}
