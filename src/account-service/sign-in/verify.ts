import type { Grant } from '../../contract/account.ts';
import { record } from '../audit/record.ts';
import type { AccountRow, FlowRow } from '../database/schema.ts';
import { transact, type Tx } from '../database/transaction.ts';
import type { OpenCaller } from '../http/authenticate.ts';
import { checkCode } from '../mfa/check-code.ts';
import { findMethod } from '../mfa/methods.ts';
import { notify } from '../outbox/notify.ts';
import { acceptRecoveryCode } from '../recovery-codes/use.ts';
import type { Refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { openSession } from '../sessions/grant.ts';
import { trustDevice } from '../trust/trust.ts';
import { flowBinding, lockFlow } from './flow.ts';

type ProvenCaller = OpenCaller & { deviceKey: string };

/**
 * The second step of a sign-in: a code of a confirmed method. The attempt is used up by it, so that of two right
 * answers at once one gets the session.
 *
 * @param wanted with `trust`, this computer needs only the password for seven days
 * @throws `FLOW_INVALID`, `METHOD_NOT_FOUND`, `METHOD_DISABLED`, `CODE_WRONG`, `CODE_EXPIRED`, `TOO_MANY_ATTEMPTS`
 */
export function verifySignIn(
  service: Service,
  wanted: { flow: string; methodId: string; code: string; trust: boolean },
  caller: ProvenCaller,
): Promise<Grant> {
  return finish(service, wanted.flow, wanted.trust, caller, async (tx, account) => {
    const method = await findMethod(tx, account.id, wanted.methodId, 'confirmed');
    return checkCode(tx, service, account, method, wanted.code, {
      purpose: 'sign-in',
      boundTo: flowBinding(wanted.flow),
      deviceKey: caller.deviceKey,
      network: caller.network,
    });
  });
}

/**
 * The same with a recovery code, which never makes a computer trusted.
 *
 * @throws `FLOW_INVALID`, `CODE_WRONG`, `TOO_MANY_ATTEMPTS`
 */
export function recoverSignIn(
  service: Service,
  wanted: { flow: string; code: string },
  caller: ProvenCaller,
): Promise<Grant> {
  return finish(service, wanted.flow, false, caller, (tx, account) =>
    acceptRecoveryCode(tx, service, account, wanted.code, caller.network),
  );
}

function finish(
  service: Service,
  flowToken: string,
  trust: boolean,
  caller: ProvenCaller,
  check: (tx: Tx, account: AccountRow) => Promise<Refusal | null>,
): Promise<Grant> {
  return transact(service.db, async (tx) => {
    const { account, flow } = await lockFlow(tx, service, flowToken, caller.deviceKey);
    const wrong = await check(tx, account);
    if (wrong) {
      if (wrong.code === 'CODE_WRONG') await countTry(tx, flow);
      return wrong;
    }
    const now = service.clock.now();
    await closeFlow(tx, flow, now);
    const event = { accountId: account.id, network: caller.network, deviceName: flow.device_name };
    await announceNewDevice(tx, service, account, flow, caller, now);
    const device = { key: flow.device_key, name: flow.device_name, platform: flow.platform };
    const trustedUntil = trust ? await trustDevice(tx, account, device, now) : null;
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
  });
}

async function closeFlow(tx: Tx, flow: FlowRow, now: Date): Promise<void> {
  await tx
    .updateTable('sign_in_flow')
    .set({ consumed_at: now })
    .where('account_id', '=', flow.account_id)
    .where('token_hash', '=', flow.token_hash)
    .execute();
}

async function countTry(tx: Tx, flow: FlowRow): Promise<void> {
  await tx
    .updateTable('sign_in_flow')
    .set({ tries: flow.tries + 1 })
    .where('account_id', '=', flow.account_id)
    .where('token_hash', '=', flow.token_hash)
    .execute();
}

async function announceNewDevice(
  tx: Tx,
  service: Service,
  account: AccountRow,
  flow: FlowRow,
  caller: ProvenCaller,
  now: Date,
): Promise<void> {
  const seen = await tx
    .insertInto('known_device')
    .values({ account_id: account.id, key_thumbprint: flow.device_key, first_seen_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (seen.numInsertedOrUpdatedRows !== 1n) return;
  await notify(tx, service, account, {
    about: 'newDevice',
    device: flow.device_name,
    network: caller.network,
  });
}
