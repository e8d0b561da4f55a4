import { randomUUID } from 'node:crypto';
import type { OtpParameters } from '../otp/parameters.ts';

/**
 * One set-up code of the person. Immutable: a change makes a new object.
 *
 * Secrets are bytes that the vault zeroes when it locks; whoever needs one longer takes a copy.
 */
export interface Entry {
  /** UUID. */
  readonly id: string;
  /** Counts the changes of this entry, from 1; the vault's write raises it (`withRevisions`) and nobody else. */
  readonly revision: number;
  /** When it was last changed, by the clock of the computer that did. */
  readonly changedAt: number;
  readonly issuer: string;
  readonly account: string;
  readonly parameters: OtpParameters;
  /** What the `otpauth:` address held and nobody knows, in its order; written back on export. */
  readonly unknownParameters: readonly (readonly [name: string, value: string])[];
  readonly pinned: boolean;
  readonly tags: readonly string[];
  readonly note: string;
  /** What is shown beside it, where the person chose it or an import brought it (docs/vault-format.md). */
  readonly icon?: Readonly<Record<string, unknown>>;
  /** Its place among the others as a fractional index, for merging; here the order of the list counts. */
  readonly order?: string;
  /** Milliseconds since 1970, as all times here. */
  readonly addedAt: number;
  readonly lastUsedAt: number | null;
  readonly uses: number;
  /** What a replace of an older Latchkey put aside, for its undo; today's go to the trash (`replaces`). */
  readonly former: FormerParameters | null;
  /** The id of the entry in the trash whose place this one took. */
  readonly replaces?: string;
  /** The account's method that this entry makes the codes of, where it is one's. */
  readonly enrolment?: Enrolment;
  /** Members that another Latchkey wrote and this one does not know; kept and written back. */
  readonly unknownMembers?: Readonly<Record<string, unknown>>;
}

/** Which authenticator method an entry is, at which account server. */
export interface Enrolment {
  /** The server's origin. */
  readonly server: string;
  /** UUID. */
  readonly methodId: string;
}

export interface FormerParameters {
  readonly parameters: OtpParameters;
  readonly replacedAt: number;
}

export interface TrashedEntry extends Entry {
  readonly deletedAt: number;
  /** When `deletedAt` was first seen to lie ahead: it was told by a clock that was ahead, or the present one is behind. */
  readonly aheadSince?: number;
}

/** What a new entry is made of; the rest begins as it does with every entry. */
export type EntryParts = Pick<Entry, 'issuer' | 'account' | 'parameters'> &
  Partial<Pick<Entry, 'id' | 'revision' | 'unknownParameters' | 'enrolment'>>;

/**
 * A new entry, under a new id where none is given.
 * @param now ms since 1970
 */
export function newEntry(
  { id = randomUUID(), unknownParameters = [], ...parts }: EntryParts,
  now: number,
): Entry {
  const pairs = unknownParameters.map(([name, value]) => [name, value] as const);
  const times = { changedAt: now, addedAt: now, lastUsedAt: null, uses: 0 };
  const plain = { pinned: false, tags: [], note: '', former: null };
  return { id, revision: 1, ...plain, ...times, ...parts, unknownParameters: pairs };
}

/** The entry as it lies in the trash. @param id another than its own, where that one stays in use */
export function toTrash(entry: Entry, now: number, id = entry.id): TrashedEntry {
  return { ...entry, id, deletedAt: now };
}

/** The entry as it was before it came into the trash. */
export function outOfTrash(trashed: TrashedEntry): Entry {
  const { deletedAt: _, aheadSince: __, ...entry } = trashed;
  return entry;
}
