import type { OtpParameters } from '../otp/parameters.ts';

/**
 * One set-up code of the person. Immutable: a change makes a new object.
 *
 * Secrets are bytes that the vault zeroes when it locks; whoever needs one longer takes a copy.
 */
export interface Entry {
  /** UUID. */
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly parameters: OtpParameters;
  /** What the `otpauth:` address held and nobody knows, in its order; written back on export. */
  readonly unknownParameters: readonly (readonly [name: string, value: string])[];
  readonly pinned: boolean;
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

/** An entry that did not pass validation: its record as it stood in the file, byte for byte. */
export interface QuarantinedEntry {
  /** The record's kind: it was read as an entry or as a trashed one. */
  readonly kind: 'entry' | 'trashed';
  /** The record's JSON text in UTF-8, which may be anything. */
  readonly json: Uint8Array;
  /** The record's secret bytes. */
  readonly secrets: Uint8Array;
  /** Why, in words for a log or a support question; holds nothing of the entry. */
  readonly reason: string;
}
