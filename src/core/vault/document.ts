import { NO_SAFEKEEPING, type Safekeeping } from './safekeeping.ts';
import type { Entry, TrashedEntry } from '../entry/entry.ts';
import type { QuarantinedEntry } from '../entry/quarantined.ts';
import type { Tombstone } from '../entry/revision.ts';

/** What is in an open vault. Immutable: an edit returns a new document and shares what it did not touch. */
export interface VaultDocument {
  /** In the person's order. */
  readonly entries: readonly Entry[];
  readonly trash: readonly TrashedEntry[];
  readonly quarantine: readonly QuarantinedEntry[];
  /** Of entries that are in neither list any more; none of an id that is. */
  readonly tombstones: readonly Tombstone[];
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
  readonly unlockMethods: number;
  readonly kit: number;
  readonly backups: number;
}

export const NO_REVISIONS: Revisions = { unlockMethods: 0, kit: 0, backups: 0 };

export interface UnknownRecord {
  /** The kind's number in the file, 0 to 255. */
  readonly kind: number;
  readonly json: Uint8Array;
  readonly secrets: Uint8Array;
}

/** A vault with nothing in it. */
export const EMPTY_DOCUMENT: VaultDocument = {
  entries: [],
  trash: [],
  quarantine: [],
  tombstones: [],
  safekeeping: NO_SAFEKEEPING,
  revisions: NO_REVISIONS,
  unknownMembers: {},
  unknownRecords: [],
};
