import { isItemSigned, readItem, type Item } from '../../core/sync/protocol/item.ts';
import { NO_HASH } from '../../core/sync/protocol/bytes.ts';
import { syncLimits } from '../../core/sync/protocol/limits.ts';
import { readManifest, type Manifest } from '../../core/sync/protocol/manifest.ts';
import { isSigned } from '../../core/sync/protocol/primitives.ts';
import { accountLimits } from '../../contract/account-service.ts';
import type { SyncRow } from '../database/schema.ts';
import { run } from '../database/statement.ts';
import { transact, type Tx } from '../database/transaction.ts';
import { refusal } from '../refusal.ts';
import type { Service } from '../service.ts';
import { lockForSync, type SyncCaller } from '../trust/sync-pass.ts';
import {
  bytesOf,
  bytesOfHash,
  memberHere,
  presentSync,
  reading,
  stale,
  takeTurn,
  tellOfSync,
} from './standing.ts';

/**
 * Takes a push: only at the end of the chain of manifests and of the log, each item over the revision that it replaces, in
 * the present epoch, and all of it signed by the computer that sends it.
 *
 * @throws `SYNC_OFF`, `SYNC_NOT_MEMBER`, `SYNC_STALE`, `SYNC_REFUSED`, `SYNC_FULL`
 */
export async function push(
  service: Service,
  sent: { manifest: string; items: readonly string[] },
  caller: SyncCaller,
) {
  await takeTurn(service, caller);
  const { accountId } = caller;
  await presentSync(service.db, accountId);
  const bytes = bytesOf(sent.manifest);
  const manifest = reading(() => readManifest(bytes, accountId));
  const items = reading(() => sent.items.map((item) => readItem(bytesOf(item), accountId)));
  const { signing_key: key } = await memberHere(service.db, manifest.writer, caller);
  checkWritten(manifest, items, key);
  await transact(service.db, async (tx) => {
    await lockForSync(tx, caller);
    const sync = await presentSync(tx, accountId);
    // It may have been taken out since.
    await memberHere(tx, manifest.writer, caller);
    checkNext(sync, manifest);
    if (items.some(({ epoch }) => epoch !== sync.epoch)) throw refusal('SYNC_REFUSED', { reason: 'EPOCH' });
    await write(tx, sync, { manifest, bytes, items }, service.clock.now());
    return null;
  });
  tellOfSync(service, accountId);
  return { done: true } as const;
}

/** Needs no lock: what the bytes say of themselves. */
function checkWritten(manifest: Manifest, items: readonly Item[], key: Uint8Array): void {
  const size = items.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const isDoubled = new Set(items.map(({ id }) => id)).size < items.length;
  if (size > syncLimits.pushBytes || isDoubled) throw refusal('SYNC_REFUSED', { reason: 'MALFORMED' });
  if (items.some(({ writer }) => writer !== manifest.writer))
    throw refusal('SYNC_REFUSED', { reason: 'WRITER' });
  const areSigned =
    isSigned(manifest.signed, manifest.signature, key) && items.every((item) => isItemSigned(item, key));
  if (!areSigned) throw refusal('SYNC_REFUSED', { reason: 'BAD_SIGNATURE' });
}

function checkNext(sync: SyncRow, { sequence, previous, log }: Manifest): void {
  const follows = sequence === sync.sequence + 1 && bytesOfHash(previous).equals(sync.manifest_hash);
  const isOfLog = log.number === sync.head_number && bytesOfHash(log.head).equals(sync.head_hash);
  if (!follows || !isOfLog) throw stale(sync);
}

async function write(
  tx: Tx,
  sync: SyncRow,
  { manifest, bytes, items }: { manifest: Manifest; bytes: Buffer; items: readonly Item[] },
  now: Date,
): Promise<void> {
  const { account_id: accountId } = sync;
  const ids = items.map(({ id }) => id);
  const there = await tx
    .selectFrom('sync_item')
    .select(['item_id', 'revision', 'hash', 'size'])
    .where('account_id', '=', accountId)
    .where('item_id', 'in', ids)
    .execute();
  const known = new Map(there.map((row) => [row.item_id, row]));
  const follows = ({ id, revision, previous }: Item) => {
    const before = known.get(id);
    return revision === (before?.revision ?? 0) + 1 && previous === (before?.hash.toString('hex') ?? NO_HASH);
  };
  if (!items.every(follows)) throw refusal('SYNC_REFUSED', { reason: 'ORDER' });
  const count = sync.items + items.length - there.length;
  const size =
    sync.bytes +
    items.reduce((sum, item) => sum + item.bytes.length, 0) -
    there.reduce((sum, row) => sum + row.size, 0);
  if (count > syncLimits.items) throw refusal('SYNC_FULL', { limit: 'items', most: syncLimits.items });
  if (size > accountLimits.syncBytes)
    throw refusal('SYNC_FULL', { limit: 'bytes', most: accountLimits.syncBytes });
  const { sequence } = manifest;
  const hash = bytesOfHash(manifest.hash);
  await run(tx, writeItems, [
    accountId,
    ids,
    items.map(({ revision }) => revision),
    items.map((item) => bytesOfHash(item.hash)),
    items.map((item) => Buffer.from(item.bytes)),
    sequence,
    now,
  ]);
  await tx.insertInto('sync_manifest').values({ account_id: accountId, sequence, hash, bytes }).execute();
  await tx
    .updateTable('sync')
    .set({ sequence, manifest_hash: hash, items: count, bytes: size })
    .where('account_id', '=', accountId)
    .execute();
}

/** Writes the items, and keeps what each of them replaces. */
const writeItems = `
with written as (
  select * from unnest($2::uuid[], $3::integer[], $4::bytea[], $5::bytea[]) as w (item_id, revision, hash, bytes)
), past as (
  insert into sync_past_item (account_id, item_id, revision, bytes, replaced_at)
  select $1::uuid, i.item_id, i.revision, i.bytes, $7::timestamptz
  from sync_item i join written on written.item_id = i.item_id where i.account_id = $1::uuid
  on conflict (account_id, item_id) do update
  set revision = excluded.revision, bytes = excluded.bytes, replaced_at = excluded.replaced_at
)
insert into sync_item (account_id, item_id, revision, hash, sequence, size, bytes)
select $1::uuid, item_id, revision, hash, $6::integer, octet_length(bytes), bytes from written
on conflict (account_id, item_id) do update
set revision = excluded.revision, hash = excluded.hash, sequence = excluded.sequence, size = excluded.size,
  bytes = excluded.bytes`;
