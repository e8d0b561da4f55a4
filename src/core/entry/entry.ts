import { randomUUID } from 'node:crypto';
import type { OtpParameters } from '../otp/parameters.ts';

/**
 * One set-up code that a person keeps. Immutable: a change makes a new object.
 *
 * The vault zeroes the secrets when it locks; code that needs one longer takes a copy.
 */
export interface Entry {
  /** UUID. */
  readonly id: string;
  /** Counts this entry's changes, from 1. Only the vault's write raises it (`withRevisions`). */
  readonly revision: number;
  /** When it was last changed, by the clock of the computer that changed it. */
  readonly changedAt: number;
  readonly issuer: string;
  readonly account: string;
  readonly parameters: OtpParameters;
  /** Unknown parameters of the `otpauth:` address, in order; written back on export. */
  readonly unknownParameters: readonly (readonly [name: string, value: string])[];
  readonly pinned: boolean;
  readonly tags: readonly string[];
  readonly note: string;
  /** The icon that the person chose or an import supplied (docs/vault-format.md). */
  readonly icon?: Readonly<Record<string, unknown>>;
  /** Its place as a fractional index (`order.ts`), for merging; this Latchkey goes by the order of the list. */
  readonly order?: string;
  /** Milliseconds since 1970, like all times here. */
  readonly addedAt: number;
  readonly lastUsedAt: number | null;
  readonly uses: number;
  /** The secrets that newer ones took the place of, newest first; at most `formerMaximum`. */
  readonly former: readonly FormerParameters[];
  /** The recovery codes of its site, in the order of their list; at most `siteCodesMaximum`. */
  readonly siteCodes: readonly SiteCode[];
  /** The id of the trashed entry that this one replaced. */
  readonly replaces?: string;
  /** The account's method that this entry makes codes for, if any. */
  readonly enrolment?: Enrolment;
  /** Members that another Latchkey wrote and this one does not know; kept and written back. */
  readonly unknownMembers?: Readonly<Record<string, unknown>>;
}

/** The authenticator method that an entry belongs to, and its account server. */
export interface Enrolment {
  /** The server's origin. */
  readonly server: string;
  /** UUID. */
  readonly methodId: string;
}

/** A replaced secret with its settings. `replacedAt` tells it from the others of its entry. */
export interface FormerParameters {
  readonly parameters: OtpParameters;
  readonly replacedAt: number;
}

/** A recovery code that the site gave out: a secret like the entry's own, good for one time. */
export interface SiteCode {
  /** As the site wrote it, in UTF-8. */
  readonly code: Uint8Array;
  /** When the person ticked it off; null if it is unused. */
  readonly usedAt: number | null;
}

export interface TrashedEntry extends Entry {
  readonly deletedAt: number;
  /** When `deletedAt` was first seen in the future: its clock was ahead, or the present one is behind. */
  readonly aheadSince?: number;
}

/** The parts of a new entry; the rest starts the same in every entry. */
export type EntryParts = Pick<Entry, 'issuer' | 'account' | 'parameters'> &
  Partial<
    Pick<
      Entry,
      | 'id'
      | 'revision'
      | 'unknownParameters'
      | 'enrolment'
      | 'pinned'
      | 'tags'
      | 'note'
      | 'icon'
      | 'former'
      | 'siteCodes'
    >
  >;

/**
 * A new entry, with a new id if none is given.
 * @param now ms since 1970
 */
export function newEntry(
  { id = randomUUID(), unknownParameters = [], ...parts }: EntryParts,
  now: number,
): Entry {
  const pairs = unknownParameters.map(([name, value]) => [name, value] as const);
  const times = { changedAt: now, addedAt: now, lastUsedAt: null, uses: 0 };
  const plain = { pinned: false, tags: [], note: '', former: [], siteCodes: [] };
  return { id, revision: 1, ...plain, ...times, ...parts, unknownParameters: pairs };
}

/** The entry as a trashed one. @param id a different id, if its own stays in use */
export function toTrash(entry: Entry, now: number, id = entry.id): TrashedEntry {
  return { ...entry, id, deletedAt: now };
}

/** The entry as it was before it went to the trash. */
export function outOfTrash(trashed: TrashedEntry): Entry {
  const { deletedAt: _, aheadSince: __, ...entry } = trashed;
  return entry;
}
