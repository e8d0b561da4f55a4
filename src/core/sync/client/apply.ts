import { createHash } from 'node:crypto';
import { itemsOf, withItems, type LocalItem } from '../content/document.ts';
import { mergeBodies, type Merged, type WithEntry } from '../content/merge.ts';
import { decodeRecord, sameJson, type Body, type SyncRecord } from '../content/record.ts';
import { sameCode, sameName } from '../../entry/sameness.ts';
import type { Entry } from '../../entry/entry.ts';
import type { VaultDocument } from '../../vault/document.ts';
import { isItemSigned, openItem, SCHEMA, type Item } from '../protocol/item.ts';
import type { MemberLog } from '../protocol/log.ts';
import { compareLocal, lostItems, noteChanges } from './pending.ts';
import { withArrived } from './push.ts';
import type { KnownItem, Pending, SyncState } from './state.ts';
import type { News, Verified } from './verify.ts';

/** More deletions than this, or than this part of the entries, are asked about. One alone never is. */
const unasked = { deletions: 5, part: 1 / 5 } as const;

/** What came of an answer. The caller writes `journal`, then the vault, then the state: a crash between loses nothing. */
export type Applied =
  | { readonly outcome: 'removed'; readonly state: SyncState }
  /** So much would be deleted here that the person is asked first. Nothing was changed. */
  | { readonly outcome: 'ask'; readonly manifest: string; readonly deleted: readonly string[] }
  | {
      readonly outcome: 'applied';
      /** The old state with what the merges took the place of. */
      readonly journal: SyncState;
      readonly document: VaultDocument;
      /** To be completed by `noteChanges` with the vault as it was written. */
      readonly state: SyncState;
      readonly said: Said;
    };

/** What a person is told. */
export interface Said {
  /** Entries that both changed to different codes: the second one's id, by the first one's. */
  readonly conflicts: ReadonlyMap<string, string>;
  /** Entries that were deleted on one computer and changed on another: they stay. */
  readonly kept: readonly string[];
  /** Entries that were the same as one that came, and are that one now: its id by theirs. */
  readonly joined: ReadonlyMap<string, string>;
  /** Items that cannot be read here. */
  readonly unreadable: readonly string[];
}

/** Merges a verified answer with the vault, in memory. */
export function applyNews(state: SyncState, { log, news }: Verified, document: VaultDocument): Applied {
  if (news === null) return { outcome: 'removed', state: { ...state, log, trouble: 'REMOVED' } };
  const noted = noteChanges(state, document);
  // What this computer sent and what arrived is known: the merge begins from there.
  const base = news.push === 'arrived' && state.push !== null ? withArrived(noted, state.push) : noted;
  const draft = new Draft(base, itemsOf(document), news);
  for (const item of news.items) draft.take(item, read(item, log, news));
  for (const [id, body] of base.items === null ? [] : lostItems(base.items, document))
    draft.bringBack(id, body);
  const deleted = draft.deletions();
  const isAsked =
    deleted.length > 1 &&
    (deleted.length > unasked.deletions || deleted.length > document.entries.length * unasked.part);
  if (isAsked && base.decision?.manifest !== news.position.hash) {
    return { outcome: 'ask', manifest: news.position.hash, deleted };
  }
  const { known, pending, changes, said, lamport } = draft;
  const { proposal } = state;
  const isLate = proposal?.only != null && proposal.only !== news.position.hash;
  // It is in the log now, or something else is: then a person decides anew.
  const isDone = isLate || log.entries.length > state.log.entries.length;
  return {
    outcome: 'applied',
    journal: { ...state, pending: withExtras(state, pending), lamport },
    document: withItems(document, changes),
    said,
    state: {
      ...base,
      log,
      epochKeys: news.epochKeys,
      position: news.position,
      items: { byId: known, hash: news.hash },
      pending,
      lamport,
      push: news.push === 'waiting' ? base.push : null,
      proposal: isDone ? null : base.proposal,
      decision: null,
    },
  };
}

/** What an item says; null if it cannot be read here, for whatever reason. */
function read(item: Item, log: MemberLog, { epochKeys }: News): SyncRecord | null {
  const key = epochKeys.get(item.epoch);
  const writer = log.members.get(item.writer);
  if (key === undefined || writer === undefined || item.schema !== SCHEMA) return null;
  if (!isItemSigned(item, writer.member.signing)) return null;
  const record = openItem(item, key);
  return record && decodeRecord(record, item.id);
}

/** One merge in the making. */
class Draft {
  readonly known: Map<string, KnownItem>;
  readonly pending: Map<string, Pending>;
  readonly changes = new Map<string, Body | null>();
  readonly said = {
    conflicts: new Map<string, string>(),
    kept: new Array<string>(),
    joined: new Map<string, string>(),
    unreadable: new Array<string>(),
  };
  lamport: number;
  readonly #state: SyncState;
  readonly #local: Map<string, LocalItem>;
  readonly #keeps: boolean;
  readonly #coming: ReadonlySet<string>;

  constructor(state: SyncState, local: Map<string, LocalItem>, { items, position }: News) {
    this.#state = state;
    this.#local = local;
    this.#coming = new Set(items.map(({ id }) => id));
    this.#keeps = state.decision?.manifest === position.hash && state.decision.answer === 'keep';
    this.known = new Map(state.items?.byId);
    this.pending = new Map(state.pending);
    this.lamport = state.lamport;
  }

  take(item: Item, record: SyncRecord | null): void {
    const { id, hash, revision, epoch } = item;
    const before = this.known.get(id);
    this.known.set(id, {
      hash,
      revision,
      epoch,
      record,
      localRevision: before?.localRevision ?? 0,
      agreed: null,
    });
    if (record === null) {
      this.said.unreadable.push(id);
      return;
    }
    this.lamport = Math.max(this.lamport, record.lamport);
    const local = this.#local.get(id);
    if (local === undefined && before === undefined && record.body.kind === 'entry') {
      if (this.#join(id, record, record.body.entry, item)) return;
    }
    const base = before?.record?.body ?? null;
    // What the vault lost without deleting it, it did not change.
    const isMine = local !== undefined && compareLocal(before, local) !== 'rolled back';
    const mine = isMine ? local.body : base;
    if (mine === null) this.#put(id, record.body, local);
    else this.#merge(id, { base, mine, record }, item);
  }

  bringBack(id: string, body: Body): void {
    if (!this.changes.has(id) && this.known.get(id)?.record?.body === body) this.changes.set(id, body);
  }

  /** The entries of the list that would go. */
  deletions(): string[] {
    return [...this.changes].flatMap(([id, body]) => {
      const isAlive = this.#local.get(id)?.body.kind === 'entry';
      return isAlive && body !== null && body.kind !== 'entry' ? [id] : [];
    });
  }

  #merge(
    id: string,
    { base, mine, record }: { base: Body | null; mine: Body; record: SyncRecord },
    item: Item,
  ): void {
    const before = this.pending.get(id);
    const merged = mergeBodies({
      base: this.#keeps && record.body.kind !== 'entry' ? null : base,
      mine: { body: mine, lamport: before?.lamport ?? 0 },
      theirs: record,
      tie: this.#state.self > item.writer ? 'mine' : 'theirs',
    });
    if (merged.isKept) this.said.kept.push(id);
    if (merged.second !== null) this.#addSecond(id, merged.second);
    this.#put(id, merged.body, this.#local.get(id));
    this.#remember(id, merged, record);
  }

  /** The Lamport counter and what was displaced, for the push of the merged item. */
  #remember(id: string, { body, displaced }: Merged, record: SyncRecord): void {
    const before = this.pending.get(id);
    // A merge that is done again, after a crash, says the same again.
    const more = displaced.filter((one) => !before?.displaced.some((it) => sameJson(it, one)));
    const all = [...(before?.displaced ?? []), ...more];
    if (body === record.body && all.length === 0) this.pending.delete(id);
    else {
      this.lamport += 1;
      this.pending.set(id, {
        lamport: this.lamport,
        body,
        displaced: all,
        conflictsWith: before?.conflictsWith ?? null,
        localRevision: 0,
      });
    }
  }

  /** Both keep their codes. The second entry's id follows from its content: a merge that is done again makes no third. */
  #addSecond(id: string, one: WithEntry): void {
    const second = secondId(id, one.entry);
    const renamed = { id: second, revision: 1 };
    const body: Body =
      one.kind === 'entry'
        ? { kind: 'entry', entry: { ...one.entry, ...renamed } }
        : { kind: 'trashed', entry: { ...one.entry, ...renamed } };
    this.said.conflicts.set(id, second);
    this.changes.set(second, body);
    this.lamport += 1;
    this.pending.set(second, {
      lamport: this.lamport,
      body,
      localRevision: 0,
      displaced: [],
      conflictsWith: id,
    });
  }

  /** An entry that was added here too, and not sent yet, becomes the one that came. */
  #join(id: string, record: SyncRecord, entry: Entry, item: Item): boolean {
    for (const [its, { body }] of this.#local) {
      const isNew =
        body.kind === 'entry' && !this.known.has(its) && !this.#coming.has(its) && !this.changes.has(its);
      if (!isNew || !sameCode(body.entry, entry) || !sameName(body.entry, entry)) continue;
      this.said.joined.set(its, id);
      this.changes.set(its, null);
      const mine: Body = { kind: 'entry', entry: { ...body.entry, id: entry.id } };
      const before = this.pending.get(its);
      this.pending.delete(its);
      if (before !== undefined) this.pending.set(id, before);
      this.#merge(id, { base: null, mine, record }, item);
      return true;
    }
    return false;
  }

  #put(id: string, body: Body, local: LocalItem | undefined): void {
    if (body !== local?.body) this.changes.set(id, body);
  }
}

function withExtras(state: SyncState, merged: ReadonlyMap<string, Pending>): Map<string, Pending> {
  const pending = new Map(state.pending);
  for (const [id, one] of merged)
    if (one.displaced.length > 0 || one.conflictsWith !== null) pending.set(id, one);
  return pending;
}

/** A UUID (version 8, RFC 9562) of what makes the second entry another one. */
function secondId(id: string, { parameters }: Entry): string {
  const { secret, ...settings } = parameters;
  const named = JSON.stringify({ ...settings, counter: undefined });
  const digest = createHash('sha256')
    .update(`latchkey-sync/1 second ${id} ${named} `)
    .update(secret)
    .digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
