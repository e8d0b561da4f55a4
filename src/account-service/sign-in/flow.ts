import { accountLimits } from '../../contract/account-service.ts';
import type { AccountRow, FlowRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import { accountOfToken, hashToken } from '../secrets/tokens.ts';
import type { Service } from '../service.ts';
import { lockAccount } from '../sessions/live-session.ts';

/**
 * Locks the account and the sign-in attempt behind a flow token, if the attempt is still open: not used or
 * expired, fewer than five wrong tries, same device, and no security change since the password.
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

/** How a code is bound to a sign-in attempt. */
export function flowBinding(token: string): string {
  return hashToken(token).toString('base64url');
}
