import { accountLimits } from '../../contract/account.ts';
import type { AccountRow, FlowRow, MethodRow } from '../database/schema.ts';
import { run } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import { findMethod } from '../mfa/methods.ts';
import { refusal } from '../refusal.ts';
import { accountOfToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { lockAccount } from '../sessions/live-session.ts';

/**
 * Locks the account and the sign-in attempt behind a flow token, if it is still open: not used, not over, not
 * guessed at five times, of this device, and nothing about the account's security changed since the password.
 *
 * @throws `FLOW_INVALID`
 */
export async function lockFlow(
  tx: Tx,
  service: Service,
  token: string,
  deviceKey: string,
): Promise<{ account: AccountRow; flow: FlowRow }> {
  const accountId = accountOfToken(token);
  const account = accountId === null ? undefined : await lockAccount(tx, accountId);
  if (!account) throw refusal('FLOW_INVALID');
  const flow = await tx
    .selectFrom('sign_in_flow')
    .selectAll()
    .where('account_id', '=', account.id)
    .where('token_hash', '=', hashToken(token))
    .where('device_key', '=', deviceKey)
    .where('security_epoch', '=', account.security_epoch)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', service.clock.now())
    .where('tries', '<', accountLimits.codeTries)
    .executeTakeFirst();
  if (!flow) throw refusal('FLOW_INVALID');
  return { account, flow };
}

/**
 * `lockFlow` and the confirmed method that was chosen, in one statement. All three rows are locked, the account's
 * first, so that each is as it stands once the lock is ours.
 *
 * @throws `FLOW_INVALID`, `METHOD_NOT_FOUND`
 */
export async function lockFlowAndMethod(
  tx: Tx,
  service: Service,
  wanted: { flow: string; methodId: string },
  deviceKey: string,
): Promise<{ account: AccountRow; flow: FlowRow; method: MethodRow }> {
  const accountId = accountOfToken(wanted.flow);
  const values = [accountId, hashToken(wanted.flow), deviceKey, service.clock.now(), wanted.methodId];
  const [row] = await run<LockedRow>(tx, lockAll, values);
  if (!row) {
    // Which of them is at fault, and why.
    const { account } = await lockFlow(tx, service, wanted.flow, deviceKey);
    await findMethod(tx, account.id, wanted.methodId, 'confirmed');
    throw refusal('FLOW_INVALID');
  }
  return {
    account: { ...row, created_at: row.account_created_at },
    flow: {
      account_id: row.id,
      token_hash: row.token_hash,
      device_key: row.device_key,
      device_name: row.device_name,
      platform: row.platform,
      security_epoch: row.security_epoch,
      tries: row.tries,
      created_at: row.flow_created_at,
      expires_at: row.expires_at,
      consumed_at: row.consumed_at,
    },
    method: {
      account_id: row.id,
      id: row.method_id,
      kind: row.kind,
      destination: row.destination,
      destination_key: row.destination_key,
      sealed_secret: row.sealed_secret,
      created_at: row.method_created_at,
      confirmed_at: row.confirmed_at,
      last_used_at: row.last_used_at,
      fails: row.fails,
      blocked_until: row.blocked_until,
      disabled_at: row.disabled_at,
    },
  };
}

interface LockedRow
  extends
    Omit<AccountRow, 'created_at'>,
    Omit<FlowRow, 'account_id' | 'created_at'>,
    Omit<MethodRow, 'account_id' | 'id' | 'created_at'> {
  account_created_at: Date;
  flow_created_at: Date;
  method_id: string;
  method_created_at: Date;
}

const lockAll = `
select a.id, a.name, a.address, a.language, a.created_at as account_created_at, a.security_epoch,
  a.mfa_set_up_at, a.mfa_fails, a.mfa_blocked_until, a.recovery_fails, a.recovery_blocked_until,
  f.token_hash, f.device_key, f.device_name, f.platform, f.tries, f.created_at as flow_created_at,
  f.expires_at, f.consumed_at,
  m.id as method_id, m.kind, m.destination, m.destination_key, m.sealed_secret,
  m.created_at as method_created_at, m.confirmed_at, m.last_used_at, m.fails, m.blocked_until, m.disabled_at
from account a
join sign_in_flow f on f.account_id = a.id and f.security_epoch = a.security_epoch
join mfa_method m on m.account_id = a.id
where a.id = $1 and f.token_hash = $2 and f.device_key = $3 and f.consumed_at is null
  and f.expires_at > $4::timestamptz and f.tries < ${accountLimits.codeTries}
  and m.id = $5 and m.confirmed_at is not null
for update of a, f, m`;

/** How a code is bound to a sign-in attempt. */
export function flowBinding(token: string): string {
  return hashToken(token).toString('base64url');
}
