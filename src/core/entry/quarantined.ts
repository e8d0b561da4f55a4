import { createHash } from 'node:crypto';
import { z } from 'zod';
import { otpAlgorithmSchema, otpKindSchema, type OtpAlgorithm, type OtpKind } from '../otp/parameters.ts';

/**
 * What is wrong with a record: a part of its parameters, or something else. `unread`: it is no JSON at all.
 */
export const wrongParts = [
  'digits',
  'period',
  'counter',
  'secret',
  'algorithm',
  'kind',
  'unread',
  'other',
] as const;
export type WrongPart = (typeof wrongParts)[number];

/** An entry that failed validation: its record from the file, byte for byte. */
export interface QuarantinedEntry {
  /** Whether the record was read as an entry or as a trashed one. */
  readonly kind: 'entry' | 'trashed';
  /** The record's JSON text in UTF-8, which may be anything. */
  readonly json: Uint8Array;
  /** The record's secret bytes. */
  readonly secrets: Uint8Array;
  readonly wrong: WrongPart;
  /** Why, worded for a log or a support question; contains nothing from the entry. */
  readonly reason: string;
}

/** What can be read of an entry that failed validation; null for a missing or invalid member. */
export interface Glimpse {
  readonly entryId: string | null;
  readonly revision: number | null;
  readonly issuer: string | null;
  readonly account: string | null;
  readonly kind: OtpKind | null;
  readonly algorithm: OtpAlgorithm | null;
  readonly digits: number | null;
  readonly period: number | null;
  readonly counter: number | null;
  /** The bytes that its JSON points to, or else all of the record's. A view. */
  readonly secret: Uint8Array;
  /** Where an import found it, if it came with one. */
  readonly origin: Origin | null;
}

/** Why an import put an entry into the quarantine. Its record has it as the member `origin`. */
export interface Origin {
  /** The format's id. */
  readonly format: string;
  /** The kind of code there: `motp`, `yandex`, or one that is known here. */
  readonly kind: string;
  /** The code of the problem with it. */
  readonly problem: string;
}

const originSchema = z.object({ format: z.string(), kind: z.string(), problem: z.string() });
/** Made once: making a schema costs much more than using it. */
const schemas = {
  members: z.record(z.string(), z.unknown()),
  place: z.tuple([z.int().min(0), z.int().min(1)]),
  id: z.uuid(),
  revision: z.int().min(1),
  text: z.string(),
  number: z.number(),
};

/** Reads each member separately, so that an invalid one does not hide the others. */
export function glimpse({ json, secrets }: QuarantinedEntry): Glimpse {
  const record = membersOf(parse(json));
  const parameters = membersOf(record['parameters']);
  const place = read(schemas.place, parameters['secret']);
  const points = place !== null && place[0] + place[1] <= secrets.length;
  return {
    entryId: read(schemas.id, record['id']),
    revision: read(schemas.revision, record['revision']),
    issuer: read(schemas.text, record['issuer']),
    account: read(schemas.text, record['account']),
    kind: read(otpKindSchema, parameters['kind']),
    algorithm: read(otpAlgorithmSchema, parameters['algorithm']),
    digits: read(schemas.number, parameters['digits']),
    period: read(schemas.number, parameters['period']),
    counter: read(schemas.number, parameters['counter']),
    secret: points ? secrets.subarray(place[0], place[0] + place[1]) : secrets,
    origin: read(originSchema, record['origin']),
  };
}

/** A short name for a record, the same for the same bytes and for no others: 32 hexadecimal digits. */
export function fingerprintOf({ kind, json, secrets }: QuarantinedEntry): string {
  const hash = createHash('sha256').update(`${kind} ${json.length} `).update(json).update(secrets);
  return hash.digest('hex').slice(0, 32);
}

/** Whether two quarantined records are the same, byte for byte. */
export function isSameRecord(one: QuarantinedEntry, other: QuarantinedEntry): boolean {
  return (
    one.kind === other.kind &&
    Buffer.compare(one.json, other.json) === 0 &&
    Buffer.compare(one.secrets, other.secrets) === 0
  );
}

function parse(json: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(json).toString('utf8'));
  } catch {
    return null;
  }
}

function membersOf(value: unknown): Record<string, unknown> {
  return read(schemas.members, value) ?? {};
}

function read<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
