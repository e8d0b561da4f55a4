import type { z } from 'zod';
import type { OtpParameters } from '../otp/parameters.ts';
import type { Entry, FormerParameters, TrashedEntry } from './entry.ts';
import { formerMaximum } from './former.ts';
import { wrongParts, type WrongPart } from './quarantined.ts';
import { isPlainRecord } from './plain-record.ts';
import {
  entrySchema,
  trashedSchema,
  type StoredEntry,
  type StoredFormer,
  type StoredParameters,
} from './record-schema.ts';
import { secretsOf } from './secrets.ts';

/** An entry in written form: some JSON, and the secret bytes that the JSON points into. */
interface EntryRecord {
  readonly json: Uint8Array;
  readonly secrets: Uint8Array;
}

/** A record to write; its secrets are consecutive pieces. */
interface EntryRecordParts {
  readonly json: Uint8Array;
  readonly secrets: readonly Uint8Array[];
}

/** Entries are immutable: one that passed validation need not be checked again when it is written. */
const validEntries = new WeakSet<Entry>();
/** The JSON of entries that were written: a write of the vault encodes only what changed. */
const encodedEntries = new WeakMap<Entry, Uint8Array>();

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Asked for each member of each entry. */
const knownNames: ReadonlySet<string> = new Set(Object.keys(entrySchema.shape));

const entryDefaults = { tags: [], note: '', formerSecrets: [], siteCodes: [] };

/** Thrown for a record that is not an entry, and for an entry that must not become a record. */
export class EntryError extends Error {
  override readonly name = 'EntryError';
  readonly wrong: WrongPart;

  /** @param message names a place, never a value */
  constructor(wrong: WrongPart, message: string) {
    super(message);
    this.wrong = wrong;
  }
}

/** Decodes an entry of the list. @throws EntryError with the place of the fault, without its value */
export function decodeEntry(record: EntryRecord): Entry {
  const parsed = parseEntry(record.json);
  const { id, revision, issuer, account, parameters, unknownParameters, pinned, tags, note } = parsed;
  const { addedAt, changedAt = addedAt, lastUsedAt, uses, icon, order, replaces, enrolment } = parsed;
  const entry: Entry = {
    id,
    revision,
    changedAt,
    issuer,
    account,
    parameters: withSecret(parameters, record.secrets),
    unknownParameters,
    pinned,
    tags,
    note,
    addedAt,
    lastUsedAt,
    uses,
    former: formerOf(parsed, record.secrets),
    siteCodes: parsed.siteCodes.map(({ code, usedAt }) => ({ code: slice(code, record.secrets), usedAt })),
  };
  // Most entries have no more, and a literal with spreads costs as much as all else here.
  const unknownNames = Object.keys(parsed).filter((name) => !knownNames.has(name));
  const hasMore =
    unknownNames.length > 0 || [icon, order, replaces, enrolment].some((one) => one !== undefined);
  const whole = hasMore
    ? {
        ...entry,
        ...(icon && { icon }),
        ...(order !== undefined && { order }),
        ...(replaces !== undefined && { replaces }),
        ...(enrolment && { enrolment }),
        ...(unknownNames.length > 0 && {
          unknownMembers: Object.fromEntries(unknownNames.map((name) => [name, parsed[name]])),
        }),
      }
    : entry;
  validEntries.add(whole);
  return whole;
}

/** Like decodeEntry, for a trashed entry. */
export function decodeTrashed(record: EntryRecord): TrashedEntry {
  const { deletedAt, aheadSince, changedAt = deletedAt } = checked(trashedSchema, readJson(record.json));
  const { unknownMembers, ...entry } = decodeEntry(record);
  const { deletedAt: _, aheadSince: __, ...others } = unknownMembers ?? {};
  const times = { changedAt, deletedAt, ...(aheadSince !== undefined && { aheadSince }) };
  return { ...entry, ...times, ...(Object.keys(others).length > 0 && { unknownMembers: others }) };
}

/**
 * Encodes an entry of the list or of the trash. The same entry always gives the same bytes. The secrets are the
 * arrays themselves, not copies.
 * @throws EntryError for what could not be read back
 */
export function encodeEntry(entry: Entry | TrashedEntry, kind: 'entry' | 'trashed'): EntryRecordParts {
  let json = encodedEntries.get(entry);
  if (json === undefined) {
    json = Buffer.from(JSON.stringify(storedOf(entry, kind)), 'utf8');
    encodedEntries.set(entry, json);
  }
  return { json, secrets: secretsOf(entry) };
}

/** The members of an entry's JSON, in their order. @throws EntryError for what could not be read back */
function storedOf(entry: Entry | TrashedEntry, kind: 'entry' | 'trashed'): object {
  const { unknownMembers, parameters, former, siteCodes, replaces, enrolment, ...plain } = entry;
  const { id, revision, changedAt, issuer, account, unknownParameters, ...shown } = plain;
  const { pinned, tags, note, icon, order, addedAt, lastUsedAt, uses, ...others } = shown;
  let used = 0;
  const place = ({ length }: Uint8Array): [offset: number, length: number] => {
    used += length;
    return [used - length, length];
  };
  // In the order of `secretsOf`.
  const stored = {
    ...unknownMembers,
    id,
    revision,
    changedAt,
    issuer,
    account,
    parameters: withPlace(parameters, place(parameters.secret)),
    unknownParameters,
    pinned,
    ...(tags.length > 0 && { tags }),
    ...(note !== '' && { note }),
    ...(icon && { icon }),
    ...(order !== undefined && { order }),
    addedAt,
    lastUsedAt,
    uses,
    former: null,
    ...(former.length > 0 && {
      formerSecrets: former.map(({ parameters: its, replacedAt }): StoredFormer => ({
        parameters: withPlace(its, place(its.secret)),
        replacedAt,
      })),
    }),
    ...(siteCodes.length > 0 && {
      siteCodes: siteCodes.map(({ code, usedAt }) => ({ code: place(code), usedAt })),
    }),
    ...(replaces !== undefined && { replaces }),
    ...(enrolment && { enrolment }),
    ...others,
  };
  if (!validEntries.has(entry)) {
    checked<unknown>(kind === 'trashed' ? trashedSchema : entrySchema, stored);
    validEntries.add(entry);
  }
  return stored;
}

/** Whether two entries have the same record, secrets included. */
export function sameRecord(one: Entry, other: Entry): boolean {
  const [a, b] = [encodeEntry(one, 'entry'), encodeEntry(other, 'entry')];
  const sameSecrets = a.secrets.every((secret, index) => {
    const its = b.secrets[index];
    return its !== undefined && Buffer.compare(secret, its) === 0;
  });
  // The JSON holds the lengths, so equal JSON means equally many secrets.
  return Buffer.compare(a.json, b.json) === 0 && sameSecrets;
}

function parseEntry(json: Uint8Array): StoredEntry {
  const value = readJson(json);
  return isPlainRecord(value) ? { ...entryDefaults, ...value } : checked(entrySchema, value);
}

function readJson(json: Uint8Array): unknown {
  try {
    return JSON.parse(UTF8.decode(json));
  } catch {
    // The parser's message quotes what it read.
    throw new EntryError('unread', 'not JSON');
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(parsed.error);
  return parsed.data;
}

function invalid(error: z.ZodError): EntryError {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const wrong = wrongParts.find((part) => path.includes(part)) ?? 'other';
  return new EntryError(wrong, `${issue?.code ?? 'invalid'} at ${path.join('.')}`);
}

function withSecret(parameters: StoredParameters, secrets: Uint8Array): OtpParameters {
  return { ...parameters, secret: slice(parameters.secret, secrets) };
}

function slice([offset, length]: [offset: number, length: number], secrets: Uint8Array): Uint8Array {
  if (offset + length > secrets.length) throw new EntryError('secret', 'a secret lies outside of its record');
  return secrets.subarray(offset, offset + length);
}

function formerOf(
  { former, formerSecrets }: Pick<StoredEntry, 'former' | 'formerSecrets'>,
  secrets: Uint8Array,
): FormerParameters[] {
  const all = former === null ? formerSecrets : [...formerSecrets, former].slice(0, formerMaximum);
  return all.map((one) => ({ ...one, parameters: withSecret(one.parameters, secrets) }));
}

function withPlace(parameters: OtpParameters, secret: [offset: number, length: number]): StoredParameters {
  const { kind } = parameters;
  if (kind === 'steam') return { kind, secret };
  const { algorithm, digits } = parameters;
  return kind === 'totp'
    ? { kind, algorithm, digits, period: parameters.period, secret }
    : { kind, algorithm, digits, counter: parameters.counter, secret };
}
