import type { TrashedEntry } from '../entry/entry.ts';
import type { VaultDocument } from './document.ts';

/** How long a removed entry can be restored, in ms: 30 days. */
export const TRASH_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * The document without the trash that has lain for 30 days at `now` (ms since 1970), and with what lies ahead of `now`
 * marked, so that it lies no longer either; the same object where there is none of it.
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

/** Since when an entry lies in the trash: by a clock that has not come so far, since that was first seen. */
export function lyingSince({ deletedAt, aheadSince = deletedAt }: TrashedEntry, now: number): number {
  return deletedAt <= now ? deletedAt : aheadSince;
}
