import type { AccountRow } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';

/**
 * Ends all trust, every sign-in attempt, every link to choose a new password, and every session of the account but
 * at most one. The epoch alone would do (nothing older counts any more); the rows go so that no list shows them.
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
