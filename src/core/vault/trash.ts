import type { TrashedEntry } from '../entry/entry.ts';
import type { VaultDocument } from './document.ts';

/** How long a removed entry can be restored, in ms: 30 days. */
export const TRASH_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Drops the entries that have been in the trash for 30 days at `now` (ms since 1970). Marks entries deleted
 * after `now`, so that they do not stay longer either. Returns the same object if nothing changes.
 */
export function emptyOldTrash(document: VaultDocument, now: number): VaultDocument {
  const trash = document.trash
    .map((entry) =>
      entry.deletedAt > now && entry.aheadSince === undefined ? { ...entry, aheadSince: now } : entry,
    )
    .filter((entry) => now - lyingSince(entry, now) < TRASH_KEPT_MS);
  const isSame =
    trash.length === document.trash.length && trash.every((entry, at) => entry === document.trash[at]);
  return isSame ? document : { ...document, trash };
}

/** When an entry's time in the trash began: `deletedAt`, or if that is ahead, when it was first seen. */
export function lyingSince({ deletedAt, aheadSince = deletedAt }: TrashedEntry, now: number): number {
  return deletedAt <= now ? deletedAt : aheadSince;
}
