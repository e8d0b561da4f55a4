import type { AccountRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';

/**
 * Ends all trust, every sign-in attempt, every password reset link, and every session of the account except at
 * most one. The new epoch alone invalidates them; the rows are deleted so that no list shows them.
 *
 * @param account its locked row; `security_epoch` in the answer is the new one
 * @param keepSession the session that made the change; it is moved to the new epoch
 */
export async function raiseSecurityEpoch(
  tx: Tx,
  account: AccountRow,
  keepSession: string | null,
): Promise<AccountRow> {
  const raised = await tx
    .updateTable('account')
    .set({ security_epoch: account.security_epoch + 1 })
    .where('id', '=', account.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('trusted_device').where('account_id', '=', account.id).execute();
  await tx.deleteFrom('sign_in_flow').where('account_id', '=', account.id).execute();
  await tx.deleteFrom('password_reset').where('account_id', '=', account.id).execute();
  await tx
    .deleteFrom('session')
    .where('account_id', '=', account.id)
    .$if(keepSession !== null, (query) => query.where('id', '!=', keepSession))
    .execute();
  await tx
    .updateTable('session')
    .set({ security_epoch: raised.security_epoch })
    .where('account_id', '=', account.id)
    .execute();
  return raised;
}
