import { toTrash, type Entry } from '../../entry/entry.ts';
import { sameState } from '../../entry/revision.ts';
import { mergeEntries } from './merge-entry.ts';
import { sameBody, type Body, type Displaced, type SyncRecord } from './record.ts';

/** What of a record decides a merge. */
export type Side = Pick<SyncRecord, 'body' | 'lamport'>;

export interface Versions {
  /** The last version that both sides had, or null. */
  readonly base: Body | null;
  /** This computer's. */
  readonly mine: Side;
  /** The one that came. */
  readonly theirs: Side;
  /** Which side is the later one if both counters are the same: all computers must say the same. */
  readonly tie: 'mine' | 'theirs';
}

export interface Merged {
  /** What stands under the item's id now. */
  readonly body: Body;
  /** This computer's entry, if both got other codes: it stays beside the other one, and the person is asked. */
  readonly second: WithEntry | null;
  readonly displaced: readonly Displaced[];
  /** Whether an entry that one side deleted stays, because the other side changed it. */
  readonly isKept: boolean;
}

/** Merges two versions of an item that did not know of each other. */
export function mergeBodies(versions: Versions): Merged {
  const { base, mine, theirs } = versions;
  const [its, other] = [mine.body, theirs.body];
  if (sameBody(its, other) || (base !== null && sameBody(base, its))) return plain(other);
  if (base !== null && sameBody(base, other)) return plain(its);
  if (its.kind === 'gone' && other.kind === 'gone') return plain(other);
  if (its.kind === 'gone') return goneAgainst(base, its, other);
  if (other.kind === 'gone') return goneAgainst(base, other, its);
  return mergeOfEntries(versions, its, other);
}

/** An entry, in the list or in the trash. */
export type WithEntry = Extract<Body, { entry: Entry }>;

/** Of two who deleted an entry, the one counts that can still bring it back. */
function goneAgainst(base: Body | null, gone: Body, alive: Body): Merged {
  if (alive.kind === 'trashed') return plain(alive);
  return alive.kind === 'entry' && isEdited(base, alive) ? { ...plain(alive), isKept: true } : plain(gone);
}

function mergeOfEntries(versions: Versions, its: WithEntry, other: WithEntry): Merged {
  const { base, mine, theirs } = versions;
  const later = laterOf(versions);
  const before = base !== null && 'entry' in base ? base.entry : null;
  const earlierLamport = later === 'mine' ? theirs.lamport : mine.lamport;
  const merged = mergeEntries({ base: before, mine: its.entry, theirs: other.entry, later, earlierLamport });
  if (merged === null) return { body: other, second: its, displaced: [], isKept: false };
  const { entry, displaced } = merged;
  const trashed = [its, other].find(({ kind }) => kind === 'trashed');
  const alive = [its, other].find(({ kind }) => kind === 'entry');
  const isKept = trashed !== undefined && alive !== undefined && isEdited(base, alive);
  if (trashed?.kind !== 'trashed' || isKept) {
    return { body: { kind: 'entry', entry }, second: null, displaced, isKept };
  }
  const deletedAt = other.kind === 'trashed' ? other.entry.deletedAt : trashed.entry.deletedAt;
  return { body: { kind: 'trashed', entry: toTrash(entry, deletedAt) }, second: null, displaced, isKept };
}

/** Whether a person changed an entry: a code that was used, or a place in the list, does not bring back what was deleted. */
function isEdited(base: Body | null, alive: WithEntry): boolean {
  return base === null || base.kind !== 'entry' || !sameState(edited(base.entry), edited(alive.entry));
}

function edited(entry: Entry): Entry {
  const { order: _, ...rest } = entry;
  const { parameters } = entry;
  const still = parameters.kind === 'hotp' ? { ...parameters, counter: 0 } : parameters;
  return { ...rest, parameters: still, uses: 0, lastUsedAt: null };
}

function laterOf({ mine, theirs, tie }: Versions): 'mine' | 'theirs' {
  if (mine.lamport === theirs.lamport) return tie;
  return mine.lamport > theirs.lamport ? 'mine' : 'theirs';
}

function plain(body: Body): Merged {
  return { body, second: null, displaced: [], isKept: false };
}
