import { record } from '../audit/record.ts';
import { transact } from '../database/transaction.ts';
import type { Service } from '../service.ts';
import { lockForSession, requireFreshMfa, type LiveSession } from '../sessions/live-session.ts';
import { actor } from '../sessions/sessions.ts';
import { endPasses } from '../trust/sync-pass.ts';
import { presentSync, takeTurn, tellOfSync } from './standing.ts';

/**
 * Turns sync off everywhere, after a fresh check: everything of it is deleted here. Each computer keeps its codes.
 *
 * @throws `STEP_UP_REQUIRED`, `SYNC_OFF`
 */
export async function turnSyncOff(service: Service, session: LiveSession) {
  const now = service.clock.now();
  requireFreshMfa(session, now);
  await takeTurn(service, session, 'proposal');
  await transact(service.db, async (tx) => {
    await lockForSession(tx, session);
    await presentSync(tx, session.accountId);
    // Its tables go with it.
    await tx.deleteFrom('sync').where('account_id', '=', session.accountId).execute();
    await endPasses(tx, session.accountId);
    await record(tx, now, { ...actor(session), event: 'sync-turned-off' });
    return null;
  });
  tellOfSync(service, session.accountId);
  return { done: true } as const;
}
