import type { OtpauthNoteCode, OtpauthRefusalCode } from '../otpauth/parsed.ts';

/**
 * How much a problem matters. `unreadable`: this item gave no entry. `kept`: the entry can't make codes here, so it
 * goes to the quarantine. `changed`: the entry arrives, but not quite as it was. `left-out`: nothing was lost that
 * makes codes. `not-written`: the entry is not in the file that was written.
 */
export type Severity = 'unreadable' | 'kept' | 'changed' | 'left-out' | 'not-written';

interface ProblemKind {
  readonly severity: Severity;
  /** English, for the terminal; the window has its own words for each code. */
  readonly message: string;
}

/** Everything that can be wrong with one item of a file. */
export const problemKinds = {
  // The entry can't be read.
  ITEM_INVALID: {
    severity: 'unreadable',
    message: 'This item does not have the shape that the format requires',
  },
  NO_SECRET: { severity: 'unreadable', message: 'This item has no secret' },
  SECRET_EMPTY: { severity: 'unreadable', message: 'The secret is empty' },
  SECRET_INVALID: { severity: 'unreadable', message: 'The secret holds a character that no secret has' },
  SECRET_TOO_LONG: { severity: 'unreadable', message: 'The secret is longer than 1,024 bytes' },
  TOO_LONG: { severity: 'unreadable', message: 'The set-up address is longer than 4,096 bytes' },
  NOT_OTPAUTH: { severity: 'unreadable', message: 'This is not a set-up address' },
  // The entry can make no codes here.
  TYPE_UNSUPPORTED: { severity: 'kept', message: 'Latchkey does not make this kind of code' },
  ALGORITHM_UNSUPPORTED: {
    severity: 'kept',
    message: 'Latchkey does not make codes with this hash function',
  },
  ENCODER_UNSUPPORTED: { severity: 'kept', message: 'Latchkey does not make codes of this form' },
  DIGITS_RANGE: { severity: 'kept', message: 'Latchkey does not make codes of this length' },
  PERIOD_RANGE: { severity: 'kept', message: 'Latchkey does not make codes of this period' },
  COUNTER_RANGE: { severity: 'kept', message: 'The counter is out of range' },
  // The entry arrives changed, or may be damaged.
  ISSUER_DISAGREES: { severity: 'changed', message: 'The label names another issuer' },
  ISSUER_ASSUMED: { severity: 'changed', message: 'No issuer was named: it is "Steam" now' },
  STEAM_ISSUER: { severity: 'changed', message: 'It may be a Steam Guard code' },
  PLUS_READ_AS_SPACE: { severity: 'changed', message: 'A plus in the issuer was read as a space' },
  PERCENT_BROKEN: { severity: 'changed', message: 'A percent sign was kept as it is' },
  CONTROL_REPLACED: { severity: 'changed', message: 'Control characters became spaces' },
  PADDING_WRONG: { severity: 'changed', message: 'The padding of the secret is wrong: it may be damaged' },
  SECRET_LENGTH_UNUSUAL: {
    severity: 'changed',
    message: 'The secret ends in a character that fills no byte: it may be damaged',
  },
  SECRET_SHORT: { severity: 'changed', message: 'The secret is shorter than 10 bytes: it may be damaged' },
  COUNTER_ASSUMED: { severity: 'changed', message: 'No counter was given: it starts at 0' },
  PARAMETER_EMPTY: { severity: 'changed', message: 'A setting has no value: the usual one is used' },
  PARAMETER_REPEATED: { severity: 'changed', message: 'A setting appears twice: the first is used' },
  PARAMETER_NOT_USED: { severity: 'changed', message: 'A setting has no meaning for this kind of code' },
  ISSUER_TOO_LONG: { severity: 'changed', message: 'The issuer is too long and is shortened' },
  ACCOUNT_TOO_LONG: { severity: 'changed', message: 'The account name is too long and is shortened' },
  NOTE_TOO_LONG: { severity: 'changed', message: 'The note is too long and is shortened' },
  TAGS_TOO_MANY: {
    severity: 'changed',
    message: 'Some of its tags are too many or too long and are left out',
  },
  FIELD_INVALID: { severity: 'changed', message: 'A part of this item could not be read and is left out' },
  TEXT_JOINED: { severity: 'changed', message: 'The set-up address was joined from several lines' },
  TEXT_LEFT_OVER: { severity: 'changed', message: 'Text after the set-up address was left out' },
  PARTS_UNPROVEN: {
    severity: 'changed',
    message: 'Joined from QR codes that do not prove to belong together',
  },
  END_UNSURE: { severity: 'changed', message: 'Nothing marks the end of the set-up address' },
  // About the file, not one entry.
  MIGRATION: { severity: 'unreadable', message: 'A migration set could not be read' },
  BATCH_INCOMPLETE: { severity: 'unreadable', message: 'Parts of this migration set are missing' },
  RECYCLE_BIN_SKIPPED: { severity: 'left-out', message: 'Entries in the recycle bin were not read' },
  HISTORY_SKIPPED: { severity: 'left-out', message: 'Former versions of entries were not read' },
  TEMPLATES_SKIPPED: { severity: 'left-out', message: 'Templates of entries were not read' },
  FILE_UNKNOWN: {
    severity: 'left-out',
    message: 'Latchkey does not know this kind of file and read only the set-up addresses in it',
  },
  LINE_SKIPPED: { severity: 'left-out', message: 'This line is not a set-up address' },
  CODE_SKIPPED: { severity: 'left-out', message: 'A QR code holds no set-up address' },
  // About the file that was written.
  NOTE_NOT_WRITTEN: { severity: 'changed', message: 'This format has no place for the note' },
  TAGS_NOT_WRITTEN: { severity: 'changed', message: 'This format has no place for tags' },
  MARKS_NOT_WRITTEN: {
    severity: 'changed',
    message: 'This format does not say that the entry is pinned or in the trash',
  },
  SITE_CODES_NOT_WRITTEN: {
    severity: 'changed',
    message: 'This format has no place for the recovery codes of the site',
  },
  PERIOD_NOT_WRITTEN: {
    severity: 'not-written',
    message: 'This format knows no other period than 30 seconds',
  },
  DIGITS_NOT_WRITTEN: { severity: 'not-written', message: 'This format knows no codes of this length' },
  SIZE_NOT_WRITTEN: { severity: 'not-written', message: 'This entry is too large for a QR code' },
  ADDRESS_NOT_WRITTEN: {
    severity: 'not-written',
    message: 'The names of this entry are too long for a set-up address',
  },
  KIND_NOT_WRITTEN: { severity: 'not-written', message: 'This format has no place for this kind of code' },
} as const satisfies Record<string, ProblemKind> & Record<OtpauthNoteCode | OtpauthRefusalCode, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

/** Something that a person should know about one item, or about the file. */
export interface Problem {
  /** Index in the reading's entries; null if it is about the file or an item that gave no entry. */
  readonly entry: number | null;
  readonly code: ProblemCode;
  /** The names of an item that gave no entry, or the number of its line; empty if there are none. Never its secret. */
  readonly subject: string;
}
