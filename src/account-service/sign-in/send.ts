import { transact } from '../database/transaction.ts';
import type { DeviceCaller } from '../http/authenticate.ts';
import { takeCode } from '../limits/destinations.ts';
import { heldBack } from '../mfa/check-code.ts';
import { challengeOf, findMethod } from '../mfa/methods.ts';
import { sendCode, sentTo } from '../mfa/sent-code.ts';
import type { Service } from '../service.ts';
import { isKnownDevice } from '../trust/known-device.ts';
import { flowBinding, lockFlow } from './flow.ts';

/**
 * Sends a code by the chosen method of a sign-in attempt.
 *
 * @throws `FLOW_INVALID`, `METHOD_NOT_FOUND`, `METHOD_DISABLED`, `TOO_MANY_ATTEMPTS`, `RATE_LIMITED`
 */
export async function sendSignInCode(
  service: Service,
  wanted: { flow: string; methodId: string },
  caller: DeviceCaller,
) {
  const { account, destination, isKnown } = await transact(service.db, async (tx) => {
    const open = await lockFlow(tx, service, wanted.flow, caller.deviceKey);
    const method = await findMethod(tx, open.account.id, wanted.methodId, 'confirmed');
    const held = heldBack(open.account, method, service.clock.now());
    if (held) throw held;
    return {
      account: open.account,
      destination: { ...sentTo(challengeOf(method)), language: open.account.language },
      isKnown: await isKnownDevice(tx, open.account.id, caller.deviceKey),
    };
  });
  // Between the two transactions: what is taken from the caps stays taken, even if the send fails.
  await takeCode(service, account.id, isKnown ? caller.deviceKey : null, destination);
  return transact(service.db, async (tx) => {
    await lockFlow(tx, service, wanted.flow, caller.deviceKey);
    await findMethod(tx, account.id, wanted.methodId, 'confirmed');
    return sendCode(
      tx,
      service,
      {
        accountId: account.id,
        purpose: 'sign-in',
        methodId: wanted.methodId,
        boundTo: flowBinding(wanted.flow),
        deviceKey: caller.deviceKey,
      },
      destination,
    );
  });
}
