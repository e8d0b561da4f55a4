import { record } from '../audit/record.ts';
import { transact } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSession, type LiveSession } from '../sessions/live-session.ts';
import { actor } from '../sessions/sessions.ts';
import { endPasses, givePass, lockForSync, type SyncCaller } from '../trust/sync-pass.ts';
import { presentSync, takeTurn } from './standing.ts';

/**
 * Gives this session's computer a sync pass, if it is in and trusted. It needs no fresh check: the check of the trust stands
 * behind it, and it opens less than the session that asks.
 *
 * @throws `SYNC_OFF`, `SYNC_NOT_MEMBER`
 */
export async function takePass(service: Service, session: LiveSession) {
  await takeTurn(service, session);
  const now = service.clock.now();
  const { accountId, deviceKey } = session;
  const pass = await transact(service.db, async (tx) => {
    const account = await lockForSession(tx, session);
    await presentSync(tx, accountId);
    const member = await tx
      .selectFrom('sync_member')
      .select('fingerprint')
      .where('account_id', '=', accountId)
      .where('device_key', '=', deviceKey)
      .where('removed_by', 'is', null)
      .executeTakeFirst();
    if (member === undefined) throw refusal('SYNC_NOT_MEMBER');
    const given = await givePass(tx, account, deviceKey, now);
    if (given !== null) await record(tx, now, { ...actor(session), event: 'sync-pass-taken' });
    return given;
  });
  return { pass };
}

/** Ends the pass of the asking computer, if it has one. */
export async function endPass(service: Service, caller: SyncCaller) {
  await takeTurn(service, caller);
  await transact(service.db, async (tx) => {
    await lockForSync(tx, caller);
    await endPasses(tx, caller.accountId, { of: caller.deviceKey });
    return null;
  });
  return { done: true } as const;
}
