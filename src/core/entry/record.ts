import { z } from 'zod';
import {
  otpAlgorithmSchema,
  otpCounterSchema,
  otpDigitsSchema,
  otpLimits,
  otpPeriodSchema,
  type OtpParameters,
} from '../otp/parameters.ts';
import type { Entry, TrashedEntry } from './entry.ts';
import { wrongParts, type WrongPart } from './quarantined.ts';
import { isLabelTooLong, labelMaximum, noteMaximum, tagsMaximum } from './label.ts';
import { textLength } from '../text-length.ts';
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

/** `[offset, length]` in the record's secret bytes. */
const sliceSchema = z.tuple([
  z.int().min(0),
  z.int().min(otpLimits.secret.minimum).max(otpLimits.secret.maximum),
]);

// Strict: nested objects cannot keep unknown members, so an entry that has one is quarantined whole.
const parametersSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('totp'),
    algorithm: otpAlgorithmSchema,
    digits: otpDigitsSchema,
    period: otpPeriodSchema,
    secret: sliceSchema,
  }),
  z.strictObject({
    kind: z.literal('hotp'),
    algorithm: otpAlgorithmSchema,
    digits: otpDigitsSchema,
    counter: otpCounterSchema,
    secret: sliceSchema,
  }),
  z.strictObject({ kind: z.literal('steam'), secret: sliceSchema }),
]);
type StoredParameters = z.infer<typeof parametersSchema>;

/** Entries are immutable: one that passed validation need not be checked again when it is written. */
const validEntries = new WeakSet<Entry>();
/** The JSON of entries that were written: a write of the vault encodes only what changed. */
const encodedEntries = new WeakMap<Entry, Uint8Array>();

const UTF8 = new TextDecoder('utf-8', { fatal: true });

const timeSchema = z.int().min(0);

const labelSchema = z.string().check((label) => {
  if (!isLabelTooLong(label.value)) return;
  label.issues.push({ code: 'too_big', origin: 'string', maximum: labelMaximum, input: label.value });
});

const noteSchema = z.string().check((note) => {
  if (textLength(note.value) <= noteMaximum) return;
  note.issues.push({ code: 'too_big', origin: 'string', maximum: noteMaximum, input: note.value });
});

const entrySchema = z.looseObject({
  id: z.uuid(),
  // Formats before 1.2 had none.
  revision: z.int().min(1).default(1),
  changedAt: timeSchema.exactOptional(),
  issuer: labelSchema,
  account: labelSchema,
  parameters: parametersSchema,
  unknownParameters: z.array(z.tuple([z.string(), z.string()])),
  pinned: z.boolean(),
  tags: z.array(labelSchema).max(tagsMaximum).default([]),
  note: noteSchema.default(''),
  icon: z.record(z.string(), z.unknown()).exactOptional(),
  order: z.string().exactOptional(),
  addedAt: timeSchema,
  lastUsedAt: timeSchema.nullable(),
  uses: z.int().min(0),
  former: z.strictObject({ parameters: parametersSchema, replacedAt: timeSchema }).nullable(),
  replaces: z.uuid().exactOptional(),
  enrolment: z.looseObject({ server: z.string(), methodId: z.uuid() }).exactOptional(),
});
const trashedSchema = entrySchema.extend({ deletedAt: timeSchema, aheadSince: timeSchema.exactOptional() });

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
  const parsed = parse(entrySchema, record.json);
  const { id, revision, issuer, account, parameters, unknownParameters, pinned, tags, note } = parsed;
  const { addedAt, changedAt = addedAt, lastUsedAt, uses, former, icon, order, replaces, enrolment } = parsed;
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
    former: former && { ...former, parameters: withSecret(former.parameters, record.secrets) },
  };
  // Most entries have no more, and a literal with spreads costs as much as all else here.
  const unknownNames = Object.keys(parsed).filter((name) => !Object.hasOwn(entrySchema.shape, name));
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
  const { deletedAt, aheadSince, changedAt = deletedAt } = parse(trashedSchema, record.json);
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
  const { unknownMembers, parameters, former, replaces, enrolment, ...plain } = entry;
  const { id, revision, changedAt, issuer, account, unknownParameters, ...shown } = plain;
  const { pinned, tags, note, icon, order, addedAt, lastUsedAt, uses, ...others } = shown;
  const stored = {
    ...unknownMembers,
    id,
    revision,
    changedAt,
    issuer,
    account,
    parameters: withSlice(parameters, 0),
    unknownParameters,
    pinned,
    ...(tags.length > 0 && { tags }),
    ...(note !== '' && { note }),
    ...(icon && { icon }),
    ...(order !== undefined && { order }),
    addedAt,
    lastUsedAt,
    uses,
    former: former && {
      parameters: withSlice(former.parameters, parameters.secret.length),
      replacedAt: former.replacedAt,
    },
    ...(replaces !== undefined && { replaces }),
    ...(enrolment && { enrolment }),
    ...others,
  };
  if (!validEntries.has(entry)) {
    const checked = (kind === 'trashed' ? trashedSchema : entrySchema).safeParse(stored);
    if (!checked.success) throw invalid(checked.error);
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

function parse<T>(schema: z.ZodType<T>, json: Uint8Array): T {
  let value: unknown;
  try {
    value = JSON.parse(UTF8.decode(json));
  } catch {
    // The parser's message quotes what it read.
    throw new EntryError('unread', 'not JSON');
  }
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
  const [offset, length] = parameters.secret;
  if (offset + length > secrets.length) throw new EntryError('secret', 'a secret lies outside of its record');
  return { ...parameters, secret: secrets.subarray(offset, offset + length) };
}

function withSlice(parameters: OtpParameters, offset: number): StoredParameters {
  const secret: [number, number] = [offset, parameters.secret.length];
  const { kind } = parameters;
  if (kind === 'steam') return { kind, secret };
  const { algorithm, digits } = parameters;
  return kind === 'totp'
    ? { kind, algorithm, digits, period: parameters.period, secret }
    : { kind, algorithm, digits, counter: parameters.counter, secret };
}
