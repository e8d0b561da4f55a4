import { NO_SAFEKEEPING, type Safekeeping } from './safekeeping.ts';
import type { Entry, TrashedEntry } from '../entry/entry.ts';
import type { QuarantinedEntry } from '../entry/quarantined.ts';
import type { Tombstone } from '../entry/revision.ts';
import type { MovingSite } from '../moving/site.ts';

/** The content of an open vault. Immutable: an edit returns a new document that shares unchanged parts. */
export interface VaultDocument {
  /** In the person's order. */
  readonly entries: readonly Entry[];
  readonly trash: readonly TrashedEntry[];
  readonly quarantine: readonly QuarantinedEntry[];
  /** For entries and sites that are no longer in their lists; an id in a list has none. */
  readonly tombstones: readonly Tombstone[];
  /** The moving list, in the person's order. */
  readonly moving: readonly MovingSite[];
  readonly safekeeping: Safekeeping;
  readonly revisions: Revisions;
  /** Top-level members that another Latchkey wrote and this one does not know; kept and written back. */
  readonly unknownMembers: Readonly<Record<string, unknown>>;
  /** Records of kinds that this Latchkey does not know; kept byte for byte and written back. */
  readonly unknownRecords: readonly UnknownRecord[];
}

/** How often each was changed. Tells apart two states that have the same entries. */
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

/** An empty vault. */
export const EMPTY_DOCUMENT: VaultDocument = {
  entries: [],
  trash: [],
  quarantine: [],
  tombstones: [],
  moving: [],
  safekeeping: NO_SAFEKEEPING,
  revisions: NO_REVISIONS,
  unknownMembers: {},
  unknownRecords: [],
};
