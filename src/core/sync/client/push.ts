import { encodeRecord, plainRecord, sameBody, type SyncRecord } from '../content/record.ts';
import { NO_HASH, type Hash } from '../protocol/bytes.ts';
import { fitsIntoItem, sealItem, type Item } from '../protocol/item.ts';
import { syncLimits } from '../protocol/limits.ts';
import { headOf, presentEpoch } from '../protocol/log.ts';
import { readManifest, writeManifest } from '../protocol/manifest.ts';
import { hashSet } from '../protocol/root.ts';
import { furthest } from './pending.ts';
import type { KnownItem, KnownItems, Push, SyncContext, SyncState } from './state.ts';

/**
 * The state with a push of what is pending, or of items that are still sealed in an older epoch; the same state if there is
 * nothing to send. A push that is on its way goes first: until its fate is known, this computer signs no other manifest.
 */
export function preparePush(context: SyncContext, state: SyncState): SyncState {
  const { items, log, position, account, self, push, proposal, trouble } = state;
  if (items === null || push !== null || proposal !== null || trouble !== null) return state;
  // The first answer brings the keys.
  if (state.epochKeys.size < log.epochs.length) return state;
  const made = [...newItems(context, state, items)];
  if (made.length === 0) return state;
  const byId = new Map(items.byId);
  for (const { item, record } of made) {
    const localRevision = furthest(byId.get(item.id), state.pending.get(item.id));
    const { hash, revision, epoch } = item;
    byId.set(item.id, { hash, revision, epoch, record, localRevision, agreed: null });
  }
  const hash = hashSet(
    byId,
    account,
    items.hash,
    made.map(({ item }) => item.id),
  );
  const known: KnownItems = { byId, hash };
  const logNumber = log.entries.length - 1;
  const manifest = writeManifest(
    {
      account,
      sequence: position.sequence + 1,
      previous: position.hash,
      root: hash.root,
      log: { number: logNumber, head: headOf(log) },
      writer: self,
    },
    context.keys,
  );
  const { sequence, hash: its } = readManifest(manifest, account);
  const bytes = made.map(({ item }) => item.bytes);
  return { ...state, push: { manifest, sequence, hash: its, logNumber, items: bytes, known } };
}

/** The state after the service said that it took the push. If it did not, the next answer does not hold. */
export function pushArrived(state: SyncState, hash: Hash): SyncState {
  const { push } = state;
  if (push?.hash !== hash) return state;
  const position = { sequence: push.sequence, hash, logNumber: push.logNumber };
  return { ...withArrived(state, push), position, push: null };
}

/** The state in which all that a push says is known. What was changed since stays pending. */
export function withArrived(state: SyncState, { known }: Push): SyncState {
  const pending = new Map(state.pending);
  for (const [id, one] of state.pending) {
    const sent = known.byId.get(id);
    if (sent === undefined || sent.hash === state.items?.byId.get(id)?.hash || sent.record === null) continue;
    if (sameBody(sent.record.body, one.body)) pending.delete(id);
    else pending.set(id, { ...one, displaced: [], conflictsWith: null });
  }
  return { ...state, items: known, pending };
}

function* newItems(
  context: SyncContext,
  state: SyncState,
  items: KnownItems,
): Iterable<{ item: Item; record: SyncRecord }> {
  const epoch = presentEpoch(state.log).number;
  let count = 0;
  let size = 0;
  for (const [id, record] of recordsOf(state, items, epoch)) {
    const known = items.byId.get(id);
    const item = seal(context, state, { id, record, known, epoch });
    if (item === null) continue;
    count += 1;
    size += item.bytes.length;
    if (count > syncLimits.pushItems || size > syncLimits.pushBytes) return;
    yield { item, record };
  }
}

/** What is pending, then what is sealed in an older epoch. What cannot be read here is never written over. */
function* recordsOf(
  state: SyncState,
  items: KnownItems,
  epoch: number,
): Iterable<[id: string, record: SyncRecord]> {
  for (const [id, { body, lamport, displaced, conflictsWith }] of state.pending) {
    const known = items.byId.get(id);
    if (known?.record === null) continue;
    const before = known?.record ?? plainRecord(body, lamport);
    const record = { ...before, body, lamport, displaced: [...before.displaced, ...displaced] };
    yield [id, { ...record, conflictsWith: conflictsWith ?? before.conflictsWith }];
  }
  for (const [id, { record, epoch: its }] of items.byId) {
    if (record !== null && its < epoch && !state.pending.has(id)) yield [id, record];
  }
}

function seal(
  { keys, random }: SyncContext,
  { account, self, epochKeys }: SyncState,
  {
    id,
    record,
    known,
    epoch,
  }: { id: string; record: SyncRecord; known: KnownItem | undefined; epoch: number },
): Item | null {
  const key = epochKeys.get(epoch);
  if (key === undefined) throw new RangeError(`no key of epoch ${epoch}`);
  const bytes = encodeRecord(record, id);
  try {
    if (!fitsIntoItem(bytes.length)) return null;
    const head = {
      account,
      id,
      epoch,
      writer: self,
      revision: (known?.revision ?? 0) + 1,
      previous: known?.hash ?? NO_HASH,
    };
    return sealItem(head, bytes, { key, keys, random });
  } finally {
    bytes.fill(0);
  }
}
