import { createHash } from 'node:crypto';
import { cutText } from '../../contract/cut-text.ts';
import type { ImportRow, SourceView } from '../../contract/imports.ts';
import { newEntry, type Entry } from '../../core/entry/entry.ts';
import { labelMaximum } from '../../core/entry/label.ts';
import type { Origin, QuarantinedEntry } from '../../core/entry/quarantined.ts';
import { decodeEntry, EntryError } from '../../core/entry/record.ts';
import type { OtpParameters } from '../../core/otp/parameters.ts';
import type { Carried, ForeignParameters, NamedReading } from '../../core/transfer/format.ts';
import { problemKinds } from '../../core/transfer/problem.ts';

export type RowProblem = ImportRow['problems'][number];

/** What an entry carries from the other application, with names that fit. */
interface Arriving extends Carried {
  /** The id of the format that it came in. */
  readonly format: string;
}

/** One item of a source. It holds a secret, unless it could not be read. */
export type Row = { readonly problems: readonly RowProblem[] } & (
  | (Arriving & { readonly kind: 'entry'; readonly parameters: OtpParameters })
  | (Arriving & {
      readonly kind: 'foreign';
      readonly parameters: ForeignParameters;
      readonly record: QuarantinedEntry;
    })
  | { readonly kind: 'unreadable'; readonly subject: string }
);

export type EntryRow = Extract<Row, { kind: 'entry' }>;

/** The rows of what was read, and what concerns the source as a whole. */
export function rowsOf(reading: NamedReading): {
  rows: Row[];
  notes: SourceView['notes'];
} {
  const problems = new Map<number, RowProblem[]>();
  const unreadable: Row[] = [];
  const notes: SourceView['notes'] = [];
  for (const { entry, code, subject } of reading.problems) {
    const problem = { code, subject };
    if (entry !== null) problems.set(entry, [...(problems.get(entry) ?? []), problem]);
    else if (problemKinds[code].severity === 'unreadable' && code !== 'BATCH_INCOMPLETE') {
      unreadable.push({ kind: 'unreadable', subject, problems: [problem] });
    } else notes.push(problem);
  }
  const rows = reading.entries.map((read, at): Row => {
    const isNamed = read.issuer !== '' || read.account !== '';
    const issuer = isNamed ? cutText(read.issuer, labelMaximum) : reading.formatName;
    const carried = { ...read, issuer, account: cutText(read.account, labelMaximum), format: reading.format };
    const known: RowProblem[] = problems.get(at) ?? [];
    const all = isNamed ? known : [...known, { code: 'NAME_MISSING' as const, subject: '' }];
    if (!carried.isForeign) return { ...carried, kind: 'entry', problems: all };
    const origin = { format: reading.format, kind: carried.parameters.kind, problem: reasonOf(known) };
    return { ...carried, kind: 'foreign', problems: all, record: recordOf(carried, origin) };
  });
  return { rows: [...rows, ...unreadable], notes };
}

/** The entry that a row becomes, with the row's own secret array. */
export function entryOf(row: EntryRow, now: number): Entry {
  const { issuer, account, parameters, unknownParameters, tags, note, pinned, own } = row;
  const icon = row.icon === null ? {} : { icon: { from: row.format, name: row.icon } };
  const parts = { issuer, account, parameters, unknownParameters, tags, note, pinned, ...icon, ...own };
  return newEntry(parts, now);
}

/** Zeroes the secrets of rows that are not needed any more. */
export function zeroRows(rows: Iterable<Row>): void {
  for (const row of rows) {
    if (row.kind === 'unreadable') continue;
    row.parameters.secret.fill(0);
    for (const { parameters } of row.own?.former ?? []) parameters.secret.fill(0);
    for (const { code } of row.own?.siteCodes ?? []) code.fill(0);
    if (row.kind === 'foreign') row.record.secrets.fill(0);
  }
}

/** Whether an entry arrives that is not quite as it was. */
export function arrivesChanged({ problems }: Row): boolean {
  return problems.some(({ code }) => code === 'NAME_MISSING' || problemKinds[code].severity === 'changed');
}

/** Why it makes no codes here. */
function reasonOf(problems: readonly RowProblem[]): string {
  const kept = problems.find(({ code }) => code !== 'NAME_MISSING' && problemKinds[code].severity === 'kept');
  return kept?.code ?? 'TYPE_UNSUPPORTED';
}

/**
 * A record in the shape of an entry's, so that the quarantine shows its names and settings. It has no time, and its
 * id comes from its content: the same item always gives the same record.
 */
function recordOf(carried: Carried & { parameters: ForeignParameters }, origin: Origin): QuarantinedEntry {
  const { issuer, account, unknownParameters, pinned, tags, note, icon } = carried;
  const { secret, pin, ...settings } = carried.parameters;
  const pinBytes = Buffer.from(pin ?? '', 'utf8');
  const parameters = {
    ...settings,
    secret: [0, secret.length],
    ...(pin !== undefined && { pin: [secret.length, pinBytes.length] }),
  };
  const shown = { issuer, account, parameters, unknownParameters, pinned, tags, note };
  const more = icon === null ? {} : { icon: { from: origin.format, name: icon } };
  const content = { ...shown, ...more, origin };
  const secrets = Buffer.concat([secret, pinBytes]);
  const id = idOf(JSON.stringify(content), secrets);
  const kind = carried.trashed ? 'trashed' : 'entry';
  const json = Buffer.from(JSON.stringify({ id, ...content }), 'utf8');
  return { kind, json, secrets, ...faultOf({ json, secrets }) };
}

/** What reading the vault will say of a record. */
function faultOf(
  record: Pick<QuarantinedEntry, 'json' | 'secrets'>,
): Pick<QuarantinedEntry, 'wrong' | 'reason'> {
  try {
    decodeEntry(record);
  } catch (error) {
    if (error instanceof EntryError) return { wrong: error.wrong, reason: error.message };
    throw error;
  }
  throw new Error('a record without a time was taken for an entry');
}

/** A UUID of version 8 (RFC 9562) made of a hash. */
function idOf(...content: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of content) hash.update(part);
  const hex = hash.digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
