import { SyncError } from '../protocol/fault.ts';
import { chainedEpoch, openChained, openEpochKey } from '../protocol/epoch.ts';
import { readItem, type Item } from '../protocol/item.ts';
import { epochAt, extendLog, presentEpoch, type MemberLog } from '../protocol/log.ts';
import type { Position } from '../protocol/log-entry.ts';
import { checkFollows, checkVouched, readManifest, type Manifest } from '../protocol/manifest.ts';
import { hashSet, type SetHash } from '../protocol/root.ts';
import type { Gathered } from './gather.ts';
import type { KnownItem, SyncContext, SyncState } from './state.ts';

/** An answer that holds: whatever the service is, members made all of it, and nothing is missing before `position`. */
export interface Verified {
  readonly log: MemberLog;
  /** Null if this computer was taken out: it has no part in what follows. */
  readonly news: News | null;
}

export interface News {
  readonly epochKeys: ReadonlyMap<number, Uint8Array>;
  readonly position: SyncState['position'];
  /** The items that changed since the state's position. */
  readonly items: readonly Item[];
  readonly hash: SetHash;
  /** Whether the push that this computer had sent is part of it, still on its way, or refused for good. */
  readonly push: 'none' | 'arrived' | 'waiting' | 'refused';
}

const NOTHING: ReadonlyMap<string, KnownItem> = new Map();

/**
 * Verifies an answer as a whole, before any of it is applied.
 * @throws SyncError; the state stays as it is
 */
export async function verify(context: SyncContext, state: SyncState, gathered: Gathered): Promise<Verified> {
  const log = extendLog(state.log, gathered.log);
  if (log.members.get(state.self)?.removed !== null) return { log, news: null };
  const epochKeys = await keysOf(context, state, log, gathered);
  const manifests = gathered.manifests.map((bytes) => readManifest(bytes, state.account));
  const end = followChain(state, log, manifests);
  const newest = gathered.last.newest === null ? null : readManifest(gathered.last.newest, state.account);
  checkNewest(newest, end, log);
  const position = { ...end, logNumber: newest?.log.number ?? end.logNumber };
  checkAnchors(log, [state.position, ...manifests]);
  const items = changedItems(state, log, gathered.items);
  const known = state.items?.byId ?? NOTHING;
  const hash = hashSet(
    new Map<string, { hash: string }>([...known, ...items.map((item) => [item.id, item] as const)]),
    state.account,
    state.items?.hash ?? null,
    items.map(({ id }) => id),
  );
  if (newest !== null && hash.root !== newest.root) {
    throw new SyncError('NOT_VOUCHED', `the items are not those of manifest ${position.sequence}`);
  }
  return { log, news: { epochKeys, position, items, hash, push: fateOf(state, log, manifests) } };
}

/** The keys of all epochs: the sealed ones, and backwards from them along the chain. */
async function keysOf(
  { hpke, keys }: SyncContext,
  state: SyncState,
  log: MemberLog,
  { last }: Gathered,
): Promise<Map<number, Uint8Array>> {
  const known = new Map(state.epochKeys);
  if (known.size === log.epochs.length) return known;
  for (const seal of last.seals) {
    const { epoch, key } = await openEpochKey(hpke, seal, log, { keys, fingerprint: state.self });
    known.set(epoch, key);
  }
  const links = last.chain.map((link) => ({ link, epoch: chainedEpoch(link, log) }));
  for (const { link, epoch } of links.toSorted((one, other) => other.epoch - one.epoch)) {
    const key = known.get(epoch);
    if (key !== undefined && !known.has(epoch - 1)) known.set(epoch - 1, openChained(link, log, key));
  }
  if (known.size !== log.epochs.length) {
    throw new SyncError(
      'WITHHELD',
      `${log.epochs.length - known.size} keys of ${presentEpoch(log).number} epochs`,
    );
  }
  return known;
}

function followChain(
  state: SyncState,
  log: MemberLog,
  manifests: readonly Manifest[],
): SyncState['position'] {
  let { position } = state;
  for (const manifest of manifests) {
    checkFollows(manifest, position);
    checkVouched(manifest, log);
    const { sequence, hash, log: known } = manifest;
    if (known.number < position.logNumber)
      throw new SyncError('NOT_VOUCHED', `manifest ${sequence} knows less`);
    position = { sequence, hash, logNumber: known.number };
  }
  return position;
}

/** The newest manifest that the service has must be the one where the chain ends. */
function checkNewest(newest: Manifest | null, position: Position, log: MemberLog): void {
  const sequence = newest?.sequence ?? 0;
  if (sequence < position.sequence) {
    throw new SyncError('WENT_BACK', `manifest ${sequence}, known is ${position.sequence}`);
  }
  if (sequence > position.sequence) throw new SyncError('WITHHELD', `manifests before ${sequence}`);
  if (newest === null) return;
  if (newest.hash !== position.hash) throw new SyncError('FORKED', `another manifest ${sequence}`);
  checkVouched(newest, log);
}

/** Each log entry names the newest manifest that its author knew: the service can't show one without the other. */
function checkAnchors(log: MemberLog, [start, ...manifests]: readonly [Position, ...Position[]]): void {
  const end = manifests.at(-1) ?? start;
  for (const { anchor, number } of log.entries) {
    if (anchor.sequence > end.sequence)
      throw new SyncError('WITHHELD', `the manifest that entry ${number} speaks of`);
    if (anchor.sequence < start.sequence) continue;
    const there = [start, ...manifests][anchor.sequence - start.sequence];
    if (there?.hash !== anchor.hash)
      throw new SyncError('FORKED', `entry ${number} speaks of another manifest`);
  }
}

/** The newest revision of each item that came and is not the known one. */
function changedItems(state: SyncState, log: MemberLog, all: readonly Uint8Array[]): Item[] {
  const changed = new Map<string, Item>();
  const oldest = state.items === null ? 1 : epochAt(log, state.position.logNumber).number;
  for (const bytes of all) {
    const item = readItem(bytes, state.account);
    const known = state.items?.byId.get(item.id);
    const other = changed.get(item.id);
    if (item.hash === known?.hash || (other !== undefined && other.revision > item.revision)) continue;
    if (known !== undefined && item.revision <= known.revision) {
      throw new SyncError('WENT_BACK', `revision ${item.revision} of an item, known is ${known.revision}`);
    }
    if (item.revision === (known?.revision ?? 0) + 1 && known !== undefined && item.previous !== known.hash) {
      throw new SyncError('FORKED', `revision ${item.revision} of an item does not follow the one before`);
    }
    if (item.epoch < oldest || item.epoch > log.epochs.length) {
      throw new SyncError('NOT_VOUCHED', `an item of epoch ${item.epoch}, written in ${oldest} or later`);
    }
    changed.set(item.id, item);
  }
  return [...changed.values()];
}

function fateOf({ push }: SyncState, log: MemberLog, manifests: readonly Manifest[]): News['push'] {
  if (push === null) return 'none';
  if (manifests.some(({ hash }) => hash === push.hash)) return 'arrived';
  const end = manifests.at(-1)?.sequence ?? 0;
  // The service takes a push only at the end of both chains.
  return end >= push.sequence || log.entries.length - 1 > push.logNumber ? 'refused' : 'waiting';
}
