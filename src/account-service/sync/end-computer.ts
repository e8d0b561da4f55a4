import type { Tx } from '../database/transaction.ts';
import { endOnComputer } from '../sessions/sessions.ts';
import { bytesOfHash } from './standing.ts';

/**
 * Takes a member out: its row says by which entry, and its computer's sessions and the trust in it end. A computer that is in
 * as another member too (it turned sync off and joined again) stays signed in.
 */
export async function endComputer(tx: Tx, accountId: string, member: string, entry: number): Promise<void> {
  const gone = await tx
    .updateTable('sync_member')
    .set({ removed_by: entry })
    .where('account_id', '=', accountId)
    .where('fingerprint', '=', bytesOfHash(member))
    .returning('device_key')
    .executeTakeFirstOrThrow();
  const { device_key: key } = gone;
  if (key === null) return;
  const other = await tx
    .selectFrom('sync_member')
    .select('fingerprint')
    .where('account_id', '=', accountId)
    .where('device_key', '=', key)
    .where('removed_by', 'is', null)
    .executeTakeFirst();
  if (other !== undefined) return;
  await endOnComputer(tx, { accountId, deviceKey: key });
}
