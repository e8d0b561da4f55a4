import type { Grant } from '../../contract/account-service.ts';
import { record } from '../audit/record.ts';
import type { AccountRow } from '../database/schema.ts';
import { keeping, transact, type Tx } from '../database/transaction.ts';
import { takeCode } from '../limits/destinations.ts';
import { checkCode, heldBack } from '../mfa/check-code.ts';
import { challengeOf, findMethod } from '../mfa/methods.ts';
import { sendCode, sentTo } from '../mfa/sent-code.ts';
import { acceptRecoveryCode } from '../recovery-codes/use.ts';
import type { Refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { renewSession } from '../sessions/grant.ts';
import { lockForSession, requireFull, type LiveSession } from '../sessions/live-session.ts';

/**
 * Sends a code for a fresh check, bound to this session and this purpose.
 *
 * @throws `ENROLMENT_REQUIRED`, `METHOD_NOT_FOUND`, `METHOD_DISABLED`, `TOO_MANY_ATTEMPTS`, `RATE_LIMITED`
 */
export async function sendStepUpCode(service: Service, methodId: string, session: LiveSession) {
  requireFull(session);
  const found = await findMethod(service.db, session.accountId, methodId, 'confirmed');
  await takeCode(service, session.accountId, session.deviceKey, sentTo(challengeOf(found)));
  return transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    const method = await findMethod(tx, session.accountId, methodId, 'confirmed');
    const held = heldBack(account, method, service.clock.now());
    if (held) throw held;
    const { id: boundTo, deviceKey, accountId } = session;
    return sendCode(
      tx,
      service,
      { accountId, purpose: 'step-up', methodId, boundTo, deviceKey },
      { ...sentTo(challengeOf(method)), language: account.language },
    );
  });
}

/**
 * Checks a code within a session. The session gets a new token and may make sensitive changes for five minutes.
 *
 * @throws `ENROLMENT_REQUIRED`, `METHOD_NOT_FOUND`, `METHOD_DISABLED`, `CODE_WRONG`, `CODE_EXPIRED`,
 *   `TOO_MANY_ATTEMPTS`
 */
export function verifyStepUp(
  service: Service,
  wanted: { methodId: string; code: string },
  session: LiveSession,
): Promise<Grant> {
  return stepUp(service, session, async (tx, account) => {
    const method = await findMethod(tx, account.id, wanted.methodId, 'confirmed');
    return checkCode(tx, service, account, method, wanted.code, {
      purpose: 'step-up',
      boundTo: session.id,
      deviceKey: session.deviceKey,
      network: session.network,
    });
  });
}

/** Like `verifyStepUp` with a recovery code. Throws `ENROLMENT_REQUIRED`, `CODE_WRONG`, `TOO_MANY_ATTEMPTS`. */
export function recoverStepUp(service: Service, code: string, session: LiveSession): Promise<Grant> {
  return stepUp(service, session, (tx, account) =>
    acceptRecoveryCode(tx, service, account, code, session.network),
  );
}

function stepUp(
  service: Service,
  session: LiveSession,
  check: (tx: Tx, account: AccountRow) => Promise<Refusal | null>,
): Promise<Grant> {
  requireFull(session);
  return transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    const wrong = await check(tx, account);
    if (wrong) return keeping(wrong);
    const now = service.clock.now();
    await record(tx, now, {
      accountId: account.id,
      event: 'step-up',
      network: session.network,
      deviceName: session.deviceName,
    });
    return renewSession(tx, account, session, { mfaAt: now, trustedUntil: session.trustedUntil });
  });
}
