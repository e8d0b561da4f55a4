import { randomUUID } from 'node:crypto';
import { accountLimits } from '../../contract/account-service.ts';
import { after } from '../clock.ts';
import type { AccountRow, SessionRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';

/**
 * Trusts a device key for `accountLimits.trustDays` from now, the moment of its MFA check. Only a new check
 * extends this: signing in on a trusted computer never does.
 *
 * @returns when the trust ends
 */
export async function trustDevice(
  tx: Tx,
  account: AccountRow,
  device: { key: string; name: string; platform: SessionRow['platform'] },
  now: Date,
): Promise<Date> {
  const expiresAt = after(now, accountLimits.trustDays * 86_400);
  const trust = {
    id: randomUUID(),
    name: device.name,
    platform: device.platform,
    security_epoch: account.security_epoch,
    created_at: now,
    last_seen_at: now,
    expires_at: expiresAt,
    // A pass goes with one trust. The computer takes a new one.
    sync_pass_hash: null,
  };
  await tx
    .insertInto('trusted_device')
    .values({ account_id: account.id, key_thumbprint: device.key, ...trust })
    .onConflict((conflict) => conflict.columns(['account_id', 'key_thumbprint']).doUpdateSet(trust))
    .execute();
  return expiresAt;
}

/** The current trust in a device key, for this account and its current security epoch. */
export function findTrust(tx: Tx, account: AccountRow, deviceKey: string, now: Date) {
  return tx
    .updateTable('trusted_device')
    .set({ last_seen_at: now })
    .where('account_id', '=', account.id)
    .where('key_thumbprint', '=', deviceKey)
    .where('security_epoch', '=', account.security_epoch)
    .where('expires_at', '>', now)
    .returning(['id', 'expires_at'])
    .executeTakeFirst();
}
