import { createPassToken, hashToken } from '../secrets/tokens.ts';
import type { AccountRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { lockForSession, lockWhile, type LiveSession } from '../sessions/live-session.ts';

/**
 * A trusted computer that syncs while nobody is signed in. The pass is a part of the trust: what ends that ends the pass.
 * Procedures get one only where the contract says so (`bySessionOrPass`); none of those changes who is in or the account.
 */
export interface SyncPass {
  kind: 'pass';
  accountId: string;
  /** Of the trust that it goes with. */
  id: string;
  deviceKey: string;
}

/** Who may sync: somebody who is signed in, or a computer with a pass. */
export type SyncCaller = LiveSession | SyncPass;

/**
 * Gives this session's computer a pass, in place of the one that it has. It ends with the trust as that stands now.
 *
 * @param account locked
 * @returns null if the computer is not trusted
 */
export async function givePass(
  tx: Tx,
  account: AccountRow,
  deviceKey: string,
  now: Date,
): Promise<{ token: string; until: string } | null> {
  const token = createPassToken(account.id);
  const trust = await tx
    .updateTable('trusted_device')
    .set({ sync_pass_hash: hashToken(token) })
    .where('account_id', '=', account.id)
    .where('key_thumbprint', '=', deviceKey)
    .where('security_epoch', '=', account.security_epoch)
    .where('expires_at', '>', now)
    .returning('expires_at')
    .executeTakeFirst();
  return trust ? { token, until: trust.expires_at.toISOString() } : null;
}

/** Ends passes of an account, and leaves the trust as it is: of all its computers, of one, or of all but one. */
export async function endPasses(
  tx: Tx,
  accountId: string,
  which: { of?: string; butOf?: string } = {},
): Promise<void> {
  const { of, butOf } = which;
  await tx
    .updateTable('trusted_device')
    .set({ sync_pass_hash: null })
    .where('account_id', '=', accountId)
    .where('sync_pass_hash', 'is not', null)
    .$if(of !== undefined, (query) => query.where('key_thumbprint', '=', of ?? ''))
    .$if(butOf !== undefined, (query) => query.where('key_thumbprint', '!=', butOf ?? ''))
    .execute();
}

/**
 * Like `lockForSession`, for whoever may sync.
 *
 * @throws `UNAUTHENTICATED`
 */
export function lockForSync(tx: Tx, caller: SyncCaller): Promise<AccountRow> {
  if (caller.kind !== 'pass') return lockForSession(tx, caller);
  return lockWhile(tx, caller.accountId, (epoch) =>
    tx
      .selectFrom('trusted_device')
      .select('id')
      .where('account_id', '=', caller.accountId)
      .where('id', '=', caller.id)
      .where('security_epoch', '=', epoch)
      .where('sync_pass_hash', 'is not', null)
      .executeTakeFirst(),
  );
}
