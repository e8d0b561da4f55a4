import type { Entry } from '../entry/entry.ts';
import type { OtpParameters } from '../otp/parameters.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';

/**
 * A format of another application, or of Latchkey: one file of this folder, and one line in `formats.ts`.
 */
export interface TransferFormat {
  /** Stable: the command and the export's choice name it. */
  readonly id: string;
  /** The application's own name, the same in every language. */
  readonly name: string;
  /** Whether a file is of this format, by its content alone. Cheap; never throws. */
  recognise(file: SourceFile): boolean;
  /**
   * Reads a recognised file whole. Heavy derivations are awaited or block: callers run it in a worker.
   * @param passphrase the text as typed; undefined if none was given
   * @throws TransferError
   */
  read(file: SourceFile, passphrase: string | undefined): Promise<Reading> | Reading;
}

/** A format that Latchkey writes too, with what it can't carry. */
export interface WritableFormat {
  readonly id: string;
  readonly isEncrypted: boolean;
  /** The end of the file's name, with its dot. */
  readonly extension: string;
  /** Puts entries into the format's own shape. Cheap: derivations and pictures wait for the plan's `write`. */
  plan(entries: readonly TransferEntry[]): WritePlan;
}

/** What a set of entries comes to in a format, before anything takes long. */
export interface WritePlan {
  /** What the format can't carry (`changed`, `not-written`). */
  readonly problems: readonly Problem[];
  /** How many files `write` makes. */
  readonly files: number;
  /** @param passphrase empty for a format that is not encrypted, else not */
  write(passphrase: string): Promise<Written['files']> | Written['files'];
}

export interface Written {
  /** One file; or a set of pictures (`isOfSet`), even if one is enough. */
  readonly files: readonly {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly isOfSet?: boolean;
  }[];
  readonly problems: readonly Problem[];
}

/** What a file gave. An item that could not be read is among the problems, so nothing is dropped in silence. */
export interface Reading {
  /** The format's id. */
  readonly format: string;
  /** In the file's own order. */
  readonly entries: readonly TransferEntry[];
  readonly problems: readonly Problem[];
}

/** A reading that also says the format's own name. */
export interface NamedReading extends Reading {
  readonly formatName: string;
}

/** Settings of codes that Latchkey can't make: kept for the quarantine, as the file had them. */
export interface ForeignParameters {
  /** `motp`, `yandex`, or a known kind with settings outside the bounds. */
  readonly kind: string;
  readonly secret: Uint8Array;
  readonly algorithm: string;
  readonly digits: number | null;
  readonly period: number | null;
  readonly counter: number | null;
  /** mOTP and Yandex: the PIN that belongs to the secret. */
  readonly pin?: string;
}

/** One entry in transit between applications. `isForeign` tells whether it makes codes here. */
export type TransferEntry = Carried &
  (
    | { readonly isForeign: false; readonly parameters: OtpParameters }
    | { readonly isForeign: true; readonly parameters: ForeignParameters }
  );

/** The recovery codes of the site, the replaced secrets, and an icon in Latchkey's own form. */
export type OwnParts = Pick<Entry, 'siteCodes' | 'former' | 'icon'>;

/** What an entry carries beside its settings. */
export interface Carried {
  /** Whole, even if longer than an entry's limit (ISSUER_TOO_LONG); so is `account`. */
  readonly issuer: string;
  readonly account: string;
  readonly unknownParameters: readonly (readonly [name: string, value: string])[];
  /** Tags, groups, folders or categories, without doubles. */
  readonly tags: readonly string[];
  readonly note: string;
  readonly pinned: boolean;
  readonly trashed: boolean;
  /** The other application's name of the icon; null if none. */
  readonly icon: string | null;
  /** What only Latchkey itself has; left out if there is none of it. */
  readonly own?: OwnParts;
}
