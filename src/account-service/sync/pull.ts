import { syncLimits } from '../../core/sync/protocol/limits.ts';
import type { SyncAnswer } from '../../contract/account-service/sync.ts';
import { run } from '../database/statement.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import type { LiveSession } from '../sessions/live-session.ts';
import type { SyncCaller } from '../trust/sync-pass.ts';
import { base64Of, bytesOfHash, presentSync, takeTurn } from './standing.ts';

/** One page holds at most so many manifests, and items up to the size of a push: the items of one push are never parted. */
const pageManifests = 1_000;

/** The precision of when a member was here last. Writing it at every look would make each look a write. */
const seenEverySeconds = 60;

interface Page {
  head_number: number;
  head_hash: Buffer;
  sequence: number;
  is_removed: boolean | null;
  newest: Buffer | null;
  log: Buffer[];
  manifests: Buffer[];
  items: Buffer[] | null;
  /** The sequence up to which the page has the items. */
  through: number | null;
  seals: Buffer[];
  chain: Buffer[];
}

/**
 * One page of everything after what a member has, as of one moment: one statement, one snapshot. A member that was taken out
 * gets the log alone, which proves it.
 *
 * @throws `SYNC_OFF`, `SYNC_NOT_MEMBER`
 */
export async function pull(
  service: Service,
  asked: { member: string; log: number; manifests: number; items: number },
  caller: SyncCaller,
): Promise<SyncAnswer> {
  await takeTurn(service, caller);
  const [page] = await run<Page>(service.db, readPage, [
    caller.accountId,
    bytesOfHash(asked.member),
    caller.deviceKey,
    asked.log,
    asked.manifests,
    asked.items,
    service.clock.now(),
  ]);
  if (page === undefined) throw refusal('SYNC_OFF');
  if (page.is_removed === null) throw refusal('SYNC_NOT_MEMBER');
  const head = { number: page.head_number, hash: page.head_hash.toString('hex') };
  const log = page.log.map(base64Of);
  if (page.is_removed) {
    return { head, newest: null, log, manifests: [], items: [], seals: [], chain: [], next: null };
  }
  const manifests = asked.manifests + page.manifests.length;
  const items = page.through ?? page.sequence;
  const isMore = manifests < page.sequence || items < page.sequence;
  return {
    head,
    newest: page.newest && base64Of(page.newest),
    log,
    manifests: page.manifests.map(base64Of),
    items: (page.items ?? []).map(base64Of),
    seals: page.seals.map(base64Of),
    chain: page.chain.map(base64Of),
    next: isMore ? { log: head.number + 1, manifests, items } : null,
  };
}

const readPage = `
with asker as (
  select removed_by is not null as is_removed, last_seen_at from sync_member
  where account_id = $1::uuid and fingerprint = $2::bytea and device_key = $3::text
), seen as (
  update sync_member set last_seen_at = $7::timestamptz
  where account_id = $1::uuid and fingerprint = $2::bytea and device_key = $3::text and removed_by is null
    and (last_seen_at is null or last_seen_at < $7::timestamptz - interval '${seenEverySeconds} seconds')
), later as (
  select sequence, sum(size) over (order by sequence) as so_far, min(sequence) over () as first
  from sync_item where account_id = $1::uuid and sequence > $6::integer
), fitting as (
  select max(sequence) as through from later where so_far <= ${syncLimits.pushBytes} or sequence = first
)
select s.head_number, s.head_hash, s.sequence, (select is_removed from asker) as is_removed,
  (select m.bytes from sync_manifest m where m.account_id = s.account_id and m.sequence = s.sequence) as newest,
  array(select e.bytes from sync_log_entry e where e.account_id = s.account_id and e.number >= $4::integer
    order by e.number) as log,
  array(select m.bytes from sync_manifest m where m.account_id = s.account_id and m.sequence > $5::integer
    order by m.sequence limit ${pageManifests}) as manifests,
  page.items, case when page.through < (select max(sequence) from later) then page.through end as through,
  array(select l.bytes from sync_seal l where l.account_id = s.account_id and l.member = $2::bytea order by l.epoch) as seals,
  array(select c.bytes from sync_chain_link c where c.account_id = s.account_id order by c.epoch) as chain
from sync s
left join lateral (
  select array_agg(i.bytes order by i.sequence, i.item_id) as items, max(i.sequence) as through
  from sync_item i where i.account_id = s.account_id and i.sequence > $6::integer
    and i.sequence <= (select through from fitting)
) page on true
where s.account_id = $1::uuid`;

/**
 * What a computer needs before it is in: to see whether it was let in, or to come in by a kit.
 *
 * @throws `SYNC_OFF`
 */
export async function syncState(service: Service, session: LiveSession) {
  await takeTurn(service, session);
  const { accountId } = session;
  await presentSync(service.db, accountId);
  const [state] = await run<{ log: Buffer[]; newest: Buffer | null; kits: Buffer[]; seals: Buffer[] }>(
    service.db,
    readState,
    [accountId],
  );
  if (state === undefined) throw refusal('SYNC_OFF');
  return {
    log: state.log.map(base64Of),
    newest: state.newest && base64Of(state.newest),
    kits: state.kits.map((kit, at) => ({
      member: kit.toString('hex'),
      seal: base64Of(state.seals[at] ?? Buffer.alloc(0)),
    })),
  };
}

const readState = `
with kit as (
  select l.member, l.bytes
  from sync s
  join sync_member m on m.account_id = s.account_id and m.device_key is null and m.removed_by is null
  join sync_seal l on l.account_id = s.account_id and l.member = m.fingerprint and l.epoch = s.epoch
  where s.account_id = $1::uuid
)
select array(select e.bytes from sync_log_entry e where e.account_id = s.account_id order by e.number) as log,
  (select m.bytes from sync_manifest m where m.account_id = s.account_id and m.sequence = s.sequence) as newest,
  array(select member from kit order by member) as kits,
  array(select bytes from kit order by member) as seals
from sync s where s.account_id = $1::uuid`;
