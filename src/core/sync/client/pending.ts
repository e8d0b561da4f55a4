import { itemsOf, type LocalItem } from '../content/document.ts';
import { sameBody, type Body } from '../content/record.ts';
import type { VaultDocument } from '../../vault/document.ts';
import type { KnownItem, KnownItems, Pending, SyncState } from './state.ts';

/** How a vault's item compares with the newest revision that both sides have. */
type Comparison = 'same' | 'changed' | 'rolled back';

/**
 * The state with what differs in the vault. The vault itself is the record of what is pending: nothing that a person did
 * can be lost between it and a list. To be called after each change of the vault, and before a push.
 */
export function noteChanges(state: SyncState, document: VaultDocument): SyncState {
  if (state.items === null) return state;
  const pending = new Map<string, Pending>();
  const byId = new Map(state.items.byId);
  let { lamport } = state;
  for (const [id, local] of itemsOf(document)) {
    const known = byId.get(id);
    const before = state.pending.get(id);
    if (known?.record === null || (known === undefined && local.body.kind === 'gone')) continue;
    const comparison = compareLocal(known, local, before);
    // What was pending went with the file; that the vault was further then is still known.
    if (comparison === 'rolled back' && known !== undefined)
      byId.set(id, { ...known, localRevision: furthest(known, before) });
    if (comparison === 'same' && known !== undefined) {
      byId.set(id, withLocal(known, local));
      // A merge may have something to say of an item that is not changed here.
      if (before !== undefined && hasMore(before))
        pending.set(id, { ...before, body: local.body, localRevision: local.revision });
    }
    if (comparison !== 'changed') continue;
    const isStill = before !== undefined && sameBody(before.body, local.body);
    const kept = { displaced: before?.displaced ?? [], conflictsWith: before?.conflictsWith ?? null };
    if (!isStill) lamport += 1;
    const { body, revision: localRevision } = local;
    pending.set(id, { ...kept, body, localRevision, lamport: isStill ? before.lamport : lamport });
  }
  return { ...state, items: { ...state.items, byId }, pending, lamport };
}

/** How what stands in the vault compares with what is known. Older than that, or than what is pending: a file was put back. */
export function compareLocal(known: KnownItem | undefined, local: LocalItem, pending?: Pending): Comparison {
  if (known === undefined) return 'changed';
  const { record, agreed } = known;
  if (objectOf(local.body) === agreed) return 'same';
  if (record !== null && sameBody(record.body, local.body)) return 'same';
  return local.revision < furthest(known, pending) ? 'rolled back' : 'changed';
}

/** The greatest revision of the vault's entry that sync has seen; 0 if none. */
export function furthest(known: KnownItem | undefined, pending: Pending | undefined): number {
  return Math.max(known?.localRevision ?? 0, pending?.localRevision ?? 0);
}

/** Items that the vault lost without deleting them: it was put back to an older file, or made anew. */
export function lostItems(items: KnownItems, document: VaultDocument): Map<string, Body> {
  const local = itemsOf(document);
  const lost = new Map<string, Body>();
  for (const [id, known] of items.byId) {
    const { record } = known;
    if (record === null) continue;
    const its = local.get(id);
    const isLost =
      its === undefined ? record.body.kind !== 'gone' : compareLocal(known, its) === 'rolled back';
    if (isLost) lost.set(id, record.body);
  }
  return lost;
}

function withLocal(known: KnownItem, { body, revision }: LocalItem): KnownItem {
  const agreed = objectOf(body);
  if (known.agreed === agreed && known.localRevision === revision) return known;
  // Also a lower one: the vault counts on from an older file that was put back, and what is changed there is no older state.
  return { ...known, agreed, localRevision: revision };
}

function objectOf(body: Body): unknown {
  return 'entry' in body ? body.entry : body;
}

function hasMore({ displaced, conflictsWith }: Pending): boolean {
  return displaced.length > 0 || conflictsWith !== null;
}
