import type { SyncPlace } from '../../contract/account-service/sync.ts';
import { run } from '../database/statement.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import type { SyncCaller } from '../trust/sync-pass.ts';
import { presentSync, takeTurn } from './standing.ts';

/**
 * Where the account's sync stands, now and after each change, for as long as it is on and the session or the pass is
 * good. It ends after a few minutes; whoever watches begins anew.
 *
 * @throws `SYNC_OFF`, `RATE_LIMITED` if too many watch
 */
export async function watchSync(
  service: Service,
  caller: SyncCaller,
  signal: AbortSignal | undefined,
): Promise<AsyncGenerator<SyncPlace, void, void>> {
  await takeTurn(service, caller);
  await presentSync(service.db, caller.accountId);
  const watch = service.syncNews.watch(caller.accountId, signal);
  if (watch === null) throw refusal('RATE_LIMITED', { retryAfterSeconds: 60 });
  return (async function* places() {
    let told: SyncPlace | null = null;
    try {
      do {
        const place = await placeOf(service, caller);
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

/** Null once sync is off, or the session or the pass is over. */
async function placeOf(service: Service, { accountId, id }: SyncCaller): Promise<SyncPlace | null> {
  const [place] = await run<SyncPlace>(service.db, readPlace, [accountId, id, service.clock.now()]);
  return place ?? null;
}

const readPlace = `
select s.sequence, s.head_number + 1 as entries,
  (select count(*)::integer from sync_request r where r.account_id = s.account_id and r.expires_at > $3) as requests
from sync s
join account a on a.id = s.account_id
where s.account_id = $1::uuid and (
  exists (select from session where session.account_id = s.account_id and session.id = $2::uuid
    and session.security_epoch = a.security_epoch and session.expires_at > $3)
  or exists (select from trusted_device t where t.account_id = s.account_id and t.id = $2::uuid
    and t.sync_pass_hash is not null and t.security_epoch = a.security_epoch and t.expires_at > $3)
)`;
