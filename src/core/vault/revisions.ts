import type { Entry, TrashedEntry } from '../entry/entry.ts';
import { sameState, type Tombstone } from '../entry/revision.ts';
import { sameSite } from '../moving/site.ts';
import type { VaultDocument } from './document.ts';

/** What is counted: an entry, or a site of the moving list. */
interface Counted {
  readonly id: string;
  readonly revision: number;
  readonly changedAt: number;
}

/**
 * Prepares a document to be written over `present`: updates revisions and tombstones to match the changes. A
 * changed entry or site gets a greater revision than its id ever had. One that left its lists leaves a tombstone.
 * Nothing else raises a revision.
 * @param now ms since 1970
 */
export function withRevisions(present: VaultDocument, edited: VaultDocument, now: number): VaultDocument {
  const were = new Map<string, Entry>(
    [...present.trash, ...present.entries].map((entry) => [entry.id, entry]),
  );
  const sites = new Map(present.moving.map((site) => [site.id, site]));
  const stones = newestOf([...present.tombstones, ...edited.tombstones]);
  const revise = <W extends Counted, C extends W>(
    is: C,
    was: W | undefined,
    isSame: (one: W, other: W) => boolean,
  ): C => {
    const buried = stones.get(is.id)?.revision ?? 0;
    stones.delete(is.id);
    if (was === is && is.revision > buried) return is;
    if (was === undefined && is.revision > buried) return is;
    const latest = Math.max(was?.revision ?? 0, buried);
    if (was !== undefined && was.revision > buried && isSame(was, is)) {
      return { ...is, revision: was.revision, changedAt: was.changedAt };
    }
    return { ...is, revision: Math.max(is.revision, latest) + 1, changedAt: now };
  };
  const entries = edited.entries.map((entry) => revise<Entry, Entry>(entry, were.get(entry.id), sameState));
  const trash = edited.trash.map((entry) =>
    revise<Entry, TrashedEntry>(entry, were.get(entry.id), sameState),
  );
  const moving = edited.moving.map((site) => revise(site, sites.get(site.id), sameSite));
  const alive = new Set([...entries, ...trash, ...moving].map(({ id }) => id));
  for (const { id, revision } of [...were.values(), ...sites.values()]) {
    if (!alive.has(id)) stones.set(id, { id, revision: revision + 1, deletedAt: now });
  }
  return { ...edited, entries, trash, moving, tombstones: [...stones.values()] };
}

/** The tombstone with the greatest revision for each id; merges two lists of tombstones. */
function newestOf(stones: readonly Tombstone[]): Map<string, Tombstone> {
  const newest = new Map<string, Tombstone>();
  for (const stone of stones) {
    if (stone.revision > (newest.get(stone.id)?.revision ?? 0)) newest.set(stone.id, stone);
  }
  return newest;
}
