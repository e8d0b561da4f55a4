import { NO_SAFEKEEPING, type Safekeeping } from './safekeeping.ts';
import type { Entry, QuarantinedEntry, TrashedEntry } from './entry.ts';

/** What is in an open vault. Immutable: an edit returns a new document and shares what it did not touch. */
export interface VaultDocument {
  /** In the person's order. */
  readonly entries: readonly Entry[];
  readonly trash: readonly TrashedEntry[];
  readonly quarantine: readonly QuarantinedEntry[];
  readonly safekeeping: Safekeeping;
  readonly revisions: Revisions;
  /** Top-level members that another Latchkey wrote and this one does not know; kept and written back. */
  readonly unknownMembers: Readonly<Record<string, unknown>>;
  /** Records of kinds that this Latchkey does not know; kept byte for byte and written back. */
  readonly unknownRecords: readonly UnknownRecord[];
}

/** How often each was changed: two states that differ here differ in what their entries can't tell. */
export interface Revisions {
  /** What opens the vault: lock mode, passphrase, key. */
  readonly ways: number;
  readonly kit: number;
  readonly backups: number;
}

export const NO_REVISIONS: Revisions = { ways: 0, kit: 0, backups: 0 };

export interface UnknownRecord {
  /** The kind's number in the file, 0 to 255. */
  readonly kind: number;
  readonly json: Uint8Array;
  readonly secrets: Uint8Array;
}

/** How long a removed entry can be restored, in ms: 30 days. */
export const TRASH_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** A vault with nothing in it. */
export const EMPTY_DOCUMENT: VaultDocument = {
  entries: [],
  trash: [],
  quarantine: [],
  safekeeping: NO_SAFEKEEPING,
  revisions: NO_REVISIONS,
  unknownMembers: {},
  unknownRecords: [],
};

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
