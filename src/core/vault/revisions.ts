import type { Entry } from '../entry/entry.ts';
import { sameState, type Tombstone } from '../entry/revision.ts';
import type { VaultDocument } from './document.ts';

/**
 * Prepares a document to be written over `present`: updates revisions and tombstones to match the changes. A
 * changed entry gets a greater revision than its id ever had. An entry that left both lists leaves a tombstone.
 * Nothing else raises a revision.
 * @param now ms since 1970
 */
export function withRevisions(present: VaultDocument, edited: VaultDocument, now: number): VaultDocument {
  const were = new Map<string, Entry>(
    [...present.trash, ...present.entries].map((entry) => [entry.id, entry]),
  );
  const stones = newestOf([...present.tombstones, ...edited.tombstones]);
  const revise = <E extends Entry>(entry: E): E => {
    const { id } = entry;
    const was = were.get(id);
    const buried = stones.get(id)?.revision ?? 0;
    stones.delete(id);
    if (was === entry && entry.revision > buried) return entry;
    if (was === undefined && entry.revision > buried) return entry;
    const latest = Math.max(was?.revision ?? 0, buried);
    if (was !== undefined && was.revision > buried && sameState(was, entry)) {
      return { ...entry, revision: was.revision, changedAt: was.changedAt };
    }
    return { ...entry, revision: Math.max(entry.revision, latest) + 1, changedAt: now };
  };
  const entries = edited.entries.map(revise);
  const trash = edited.trash.map(revise);
  const alive = new Set([...entries, ...trash].map(({ id }) => id));
  for (const { id, revision } of were.values()) {
    if (!alive.has(id)) stones.set(id, { id, revision: revision + 1, deletedAt: now });
  }
  return { ...edited, entries, trash, tombstones: [...stones.values()] };
}

/** The tombstone with the greatest revision for each id; merges two lists of tombstones. */
function newestOf(stones: readonly Tombstone[]): Map<string, Tombstone> {
  const newest = new Map<string, Tombstone>();
  for (const stone of stones) {
    if (stone.revision > (newest.get(stone.id)?.revision ?? 0)) newest.set(stone.id, stone);
  }
  return newest;
}
