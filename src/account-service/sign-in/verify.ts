import type { Grant } from '../../contract/account.ts';
import { record } from '../audit/record.ts';
import type { AccountRow, FlowRow } from '../database/schema.ts';
import { run } from '../database/statement.ts';
import { transact, type Tx } from '../database/transaction.ts';
import type { OpenCaller } from '../http/authenticate.ts';
import { checkCode } from '../mfa/check-code.ts';
import { notify } from '../outbox/notify.ts';
import { acceptRecoveryCode } from '../recovery-codes/use.ts';
import type { Refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { newSession } from '../sessions/grant.ts';
import { trustDevice } from '../trust/trust.ts';
import { flowBinding, lockFlow, lockFlowAndMethod } from './flow.ts';

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
  return transact(service.db, async (tx) => {
    const { account, flow, method } = await lockFlowAndMethod(tx, service, wanted, caller.deviceKey);
    const wrong = await checkCode(tx, service, account, method, wanted.code, {
      purpose: 'sign-in',
      boundTo: flowBinding(wanted.flow),
      deviceKey: caller.deviceKey,
      network: caller.network,
    });
    return wrong ? countTry(tx, flow, wrong) : finish(tx, service, account, flow, wanted.trust, caller);
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
  return transact(service.db, async (tx) => {
    const { account, flow } = await lockFlow(tx, service, wanted.flow, caller.deviceKey);
    const wrong = await acceptRecoveryCode(tx, service, account, wanted.code, caller.network);
    return wrong ? countTry(tx, flow, wrong) : finish(tx, service, account, flow, false, caller);
  });
}

/** Uses the attempt up and opens the session: in one statement, but for trust and word of a new device. */
async function finish(
  tx: Tx,
  service: Service,
  account: AccountRow,
  flow: FlowRow,
  trust: boolean,
  caller: ProvenCaller,
): Promise<Grant> {
  const now = service.clock.now();
  const event = { accountId: account.id, network: caller.network, deviceName: flow.device_name };
  const device = { key: flow.device_key, name: flow.device_name, platform: flow.platform };
  const trustedUntil = trust ? await trustDevice(tx, account, device, now) : null;
  const { grant, row } = newSession(
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
  const [done] = await run<{ is_new_device: boolean }>(tx, useFlow, [
    account.id,
    flow.token_hash,
    now,
    flow.device_key,
    flow.device_name,
    flow.platform,
    caller.network,
    row.id,
    row.token_hash,
    row.security_epoch,
    row.expires_at,
  ]);
  if (trust) await record(tx, now, { ...event, event: 'device-trusted' });
  if (done?.is_new_device) {
    await notify(tx, service, account, {
      about: 'newDevice',
      device: flow.device_name,
      network: caller.network,
    });
  }
  return grant;
}

const useFlow = `
with used as (
  update sign_in_flow set consumed_at = $3::timestamptz where account_id = $1 and token_hash = $2
), seen as (
  insert into known_device (account_id, key_thumbprint, first_seen_at) values ($1, $4, $3::timestamptz)
  on conflict do nothing returning 1
), audited as (
  insert into audit_event (account_id, at, event, actor, network, device_name)
  values ($1, $3::timestamptz, 'sign-in', 'person', $7, $5)
), opened as (
  insert into session (account_id, id, token_hash, kind, device_key, device_name, platform, network,
    security_epoch, signed_in_at, mfa_at, last_seen_at, expires_at)
  values ($1, $8, $9, 'full', $4, $5, $6, $7, $10, $3::timestamptz, $3::timestamptz, $3::timestamptz,
    $11::timestamptz)
)
select exists (select from seen) as is_new_device`;

/** A wrong code counts on the attempt too. */
async function countTry(tx: Tx, flow: FlowRow, wrong: Refusal): Promise<Refusal> {
  if (wrong.code !== 'CODE_WRONG') return wrong;
  await tx
    .updateTable('sign_in_flow')
    .set({ tries: flow.tries + 1 })
    .where('account_id', '=', flow.account_id)
    .where('token_hash', '=', flow.token_hash)
    .execute();
  return wrong;
}
