import type { SyncPlace } from '../../contract/account-service/sync.ts';
import { run } from '../database/statement.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import type { LiveSession } from '../sessions/live-session.ts';
import { presentSync, takeTurn } from './standing.ts';

/**
 * Where the account's sync stands, now and after each change, for as long as it is on and the session is good. It ends after
 * a few minutes; whoever watches begins anew.
 *
 * @throws `SYNC_OFF`, `RATE_LIMITED` if too many watch
 */
export async function watchSync(
  service: Service,
  session: LiveSession,
  signal: AbortSignal | undefined,
): Promise<AsyncGenerator<SyncPlace, void, void>> {
  await takeTurn(service, session);
  await presentSync(service.db, session.accountId);
  const watch = service.syncNews.watch(session.accountId, signal);
  if (watch === null) throw refusal('RATE_LIMITED', { retryAfterSeconds: 60 });
  return (async function* places() {
    let told: SyncPlace | null = null;
    try {
      do {
        const place = await placeOf(service, session);
        if (place === null) return;
        const isTold =
          told?.sequence === place.sequence &&
          told.entries === place.entries &&
          told.requests === place.requests;
        if (!isTold) yield place;
        told = place;
      } while (await watch.next());
    } finally {
      watch.stop();
    }
  })();
}

/** Null once sync is off or the session is over. */
async function placeOf(service: Service, { accountId, id }: LiveSession): Promise<SyncPlace | null> {
  const [place] = await run<SyncPlace>(service.db, readPlace, [accountId, id, service.clock.now()]);
  return place ?? null;
}

const readPlace = `
select s.sequence, s.head_number + 1 as entries,
  (select count(*)::integer from sync_request r where r.account_id = s.account_id and r.expires_at > $3) as requests
from sync s
join account a on a.id = s.account_id
join session on session.account_id = s.account_id and session.id = $2::uuid
  and session.security_epoch = a.security_epoch and session.expires_at > $3
where s.account_id = $1::uuid`;
