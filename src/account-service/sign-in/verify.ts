import type { Grant } from '../../contract/account-service.ts';
import { record } from '../audit/record.ts';
import type { AccountRow, FlowRow } from '../database/schema.ts';
import { keeping, transact, type Tx } from '../database/transaction.ts';
import type { DeviceCaller, UnspentProofCaller } from '../http/authenticate.ts';
import { checkCode, isGuess } from '../mfa/check-code.ts';
import { findMethod } from '../mfa/methods.ts';
import { notify } from '../outbox/notify.ts';
import { acceptRecoveryCode } from '../recovery-codes/use.ts';
import type { Refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { openSession } from '../sessions/grant.ts';
import { trustDevice } from '../trust/trust.ts';
import { flowBinding, lockFlow } from './flow.ts';
import { verifyUsual, type SecondFactor } from './verify-usual.ts';

/**
 * The second step of a sign-in: a code of a confirmed method. A right code uses up the attempt, so that of two
 * at once only one gets the session.
 *
 * @throws `FLOW_INVALID`, `METHOD_NOT_FOUND`, `METHOD_DISABLED`, `CODE_WRONG`, `CODE_EXPIRED`,
 *   `TOO_MANY_ATTEMPTS`, `DEVICE_PROOF_INVALID` when the proof was used before
 */
export async function verifySignIn(
  service: Service,
  wanted: SecondFactor,
  caller: UnspentProofCaller,
): Promise<Grant> {
  return (await verifyUsual(service, wanted, caller)) ?? verifyAny(service, wanted, caller);
}

/** Applies the full rules, under the account's lock. */
function verifyAny(service: Service, wanted: SecondFactor, caller: DeviceCaller): Promise<Grant> {
  return transact(service.db, async (tx) => {
    const { account, flow } = await lockFlow(tx, service, wanted.flow, caller.deviceKey);
    const method = await findMethod(tx, account.id, wanted.methodId, 'confirmed');
    const wrong = await checkCode(tx, service, account, method, wanted.code, {
      purpose: 'sign-in',
      boundTo: flowBinding(wanted.flow),
      deviceKey: caller.deviceKey,
      network: caller.network,
    });
    if (wrong) return keeping(await countTry(tx, flow, wrong));
    return finish(tx, service, account, flow, wanted.trust, caller);
  });
}

/**
 * Like `verifySignIn`, with a recovery code. It never makes a computer trusted.
 *
 * @throws `FLOW_INVALID`, `CODE_WRONG`, `TOO_MANY_ATTEMPTS`
 */
export function recoverSignIn(
  service: Service,
  wanted: { flow: string; code: string },
  caller: DeviceCaller,
): Promise<Grant> {
  return transact(service.db, async (tx) => {
    const { account, flow } = await lockFlow(tx, service, wanted.flow, caller.deviceKey);
    const wrong = await acceptRecoveryCode(tx, service, account, wanted.code, caller.network);
    if (wrong) return keeping(await countTry(tx, flow, wrong));
    return finish(tx, service, account, flow, false, caller);
  });
}

/** Uses up the attempt and opens the session. */
async function finish(
  tx: Tx,
  service: Service,
  account: AccountRow,
  flow: FlowRow,
  trust: boolean,
  caller: DeviceCaller,
): Promise<Grant> {
  const now = service.clock.now();
  await tx
    .updateTable('sign_in_flow')
    .set({ consumed_at: now })
    .where('account_id', '=', flow.account_id)
    .where('token_hash', '=', flow.token_hash)
    .execute();
  await announceNewDevice(tx, service, account, flow, caller.network);
  const device = { key: flow.device_key, name: flow.device_name, platform: flow.platform };
  const trustedUntil = trust ? await trustDevice(tx, account, device, now) : null;
  const event = { accountId: account.id, network: caller.network, deviceName: flow.device_name };
  await record(tx, now, { ...event, event: 'sign-in' });
  if (trust) await record(tx, now, { ...event, event: 'device-trusted' });
  return openSession(
    tx,
    account,
    {
      kind: 'full',
      deviceKey: flow.device_key,
      deviceName: flow.device_name,
      platform: flow.platform,
      network: caller.network,
      mfaAt: now,
      trustedUntil,
    },
    now,
  );
}

/** Remembers the device, and notifies the account's owner if it was unknown. */
async function announceNewDevice(
  tx: Tx,
  service: Service,
  account: AccountRow,
  flow: FlowRow,
  network: string,
): Promise<void> {
  const seen = await tx
    .insertInto('known_device')
    .values({
      account_id: account.id,
      key_thumbprint: flow.device_key,
      first_seen_at: service.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (seen.numInsertedOrUpdatedRows !== 1n) return;
  await notify(tx, service, account, { about: 'newDevice', device: flow.device_name, network });
}

/** Counts a wrong code on the attempt too. */
async function countTry(tx: Tx, flow: FlowRow, wrong: Refusal): Promise<Refusal> {
  if (!isGuess(wrong)) return wrong;
  await tx
    .updateTable('sign_in_flow')
    .set({ tries: flow.tries + 1 })
    .where('account_id', '=', flow.account_id)
    .where('token_hash', '=', flow.token_hash)
    .execute();
  return wrong;
}
