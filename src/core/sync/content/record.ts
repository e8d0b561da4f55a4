import { z } from 'zod';
import type { Entry, TrashedEntry } from '../../entry/entry.ts';
import { decodeEntry, decodeTrashed, encodeEntry, EntryError } from '../../entry/record.ts';
import { sameState } from '../../entry/revision.ts';
import { VaultFileError } from '../../vault/error.ts';
import {
  joinRecords,
  RECORD_KIND,
  splitRecords,
  type RawRecord,
  type RecordParts,
} from '../../vault/records.ts';

/** What an item is about. An entry's revision is each vault's own; in an item it is 1. */
export type Body =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'trashed'; readonly entry: TrashedEntry }
  /** Deleted for good. */
  | { readonly kind: 'gone'; readonly deletedAt: number };

/** A value that a later one took the place of when two computers changed the same field. */
export interface Displaced {
  readonly field: string;
  /** JSON. */
  readonly value?: unknown;
  readonly lamport: number;
}

/** How many displaced values an item keeps, the newest ones. */
const displacedMaximum = 32;

/** The content of an item. */
export interface SyncRecord {
  readonly body: Body;
  /** Lamport counter of the change: of two that did not know of each other, the greater is the later. */
  readonly lamport: number;
  readonly displaced: readonly Displaced[];
  /** The id of the entry that got another secret at the same time: the person is asked which one works. */
  readonly conflictsWith: string | null;
  /** Members and records that a later Latchkey wrote; kept and written back. */
  readonly unknownMembers: Readonly<Record<string, unknown>>;
  readonly unknownRecords: readonly RawRecord[];
}

/** The record kind of what sync itself says, beside those of the vault file. */
const ABOUT = 64;

const aboutSchema = z.looseObject({
  lamport: z.int().min(0),
  displaced: z
    .array(z.object({ field: z.string(), value: z.unknown().optional(), lamport: z.int().min(0) }))
    .max(displacedMaximum)
    .default([]),
  conflictsWith: z.uuid().nullable().default(null),
});
const goneSchema = z.object({ id: z.uuid(), deletedAt: z.int().min(0) });

/** A record with nothing but its body. */
export function plainRecord(body: Body, lamport: number): SyncRecord {
  return {
    body,
    lamport,
    displaced: [],
    conflictsWith: null,
    unknownMembers: {},
    unknownRecords: [],
  };
}

/** The bytes to seal. They hold secrets; the caller zeroes them. @throws EntryError for what could not be read back */
export function encodeRecord(record: SyncRecord, id: string): Buffer {
  const { body, lamport, displaced, conflictsWith, unknownMembers, unknownRecords } = record;
  const about = {
    ...unknownMembers,
    lamport,
    ...(displaced.length > 0 && { displaced: displaced.slice(-displacedMaximum) }),
    ...(conflictsWith !== null && { conflictsWith }),
  };
  return joinRecords([
    { kind: ABOUT, json: jsonOf(about), secrets: [] },
    encodeBody(body, id),
    ...unknownRecords.map(({ kind, json, secrets }) => ({ kind, json, secrets: [secrets] })),
  ]);
}

/**
 * Reads what encodeRecord wrote. Its secrets are views of the bytes.
 * @returns null for what this Latchkey does not understand: the item is kept as it came
 */
export function decodeRecord(bytes: Uint8Array, id: string): SyncRecord | null {
  try {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const [first, second, ...unknownRecords] = splitRecords(content);
    if (first?.kind !== ABOUT || second === undefined) return null;
    const { lamport, displaced, conflictsWith, ...unknownMembers } = aboutSchema.parse(parse(first.json));
    const body = decodeBody(second, id);
    return body && { body, lamport, displaced, conflictsWith, unknownMembers, unknownRecords };
  } catch (error) {
    const isForeign = [EntryError, VaultFileError, z.ZodError, SyntaxError].some(
      (one) => error instanceof one,
    );
    if (isForeign) return null;
    throw error;
  }
}

/** Whether two bodies say the same, regardless of revision and time of change. */
export function sameBody(one: Body, other: Body): boolean {
  switch (one.kind) {
    case 'entry':
      return other.kind === 'entry' && (one.entry === other.entry || sameState(one.entry, other.entry));
    case 'trashed':
      return other.kind === 'trashed' && sameState(withoutAhead(one.entry), withoutAhead(other.entry));
    case 'gone':
      return other.kind === 'gone';
  }
}

export function sameJson(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function encodeBody(body: Body, id: string): RecordParts {
  switch (body.kind) {
    case 'entry':
      return { kind: RECORD_KIND.entry, ...encodeEntry(shared(body.entry), 'entry') };
    case 'trashed':
      return { kind: RECORD_KIND.trashed, ...encodeEntry(shared(body.entry), 'trashed') };
    case 'gone':
      return { kind: RECORD_KIND.tombstone, json: jsonOf({ id, deletedAt: body.deletedAt }), secrets: [] };
  }
}

function decodeBody({ kind, json, secrets }: RawRecord, id: string): Body | null {
  switch (kind) {
    case RECORD_KIND.entry: {
      const entry = decodeEntry({ json, secrets });
      return entry.id.toLowerCase() === id ? { kind: 'entry', entry } : null;
    }
    case RECORD_KIND.trashed: {
      const entry = decodeTrashed({ json, secrets });
      return entry.id.toLowerCase() === id ? { kind: 'trashed', entry } : null;
    }
    case RECORD_KIND.tombstone:
      return { kind: 'gone', deletedAt: goneSchema.parse(parse(json)).deletedAt };
    default:
      return null;
  }
}

/** By entry. Each change writes the state several times, and all entries each time. */
const sharedEntries = new WeakMap<Entry | TrashedEntry, Entry | TrashedEntry>();

/** An entry without what is its computer's alone. It is the same object each time, so that `encodeEntry` encodes it once. */
function shared(entry: Entry | TrashedEntry): Entry | TrashedEntry {
  let known = sharedEntries.get(entry);
  if (known === undefined) {
    known = { ...('deletedAt' in entry ? withoutAhead(entry) : entry), revision: 1 };
    sharedEntries.set(entry, known);
  }
  return known;
}

/** Only the clock of the computer that has it decides about it. */
function withoutAhead(entry: TrashedEntry): TrashedEntry {
  const { aheadSince: _, ...rest } = entry;
  return rest;
}

function parse(json: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: false }).decode(json));
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8');
}
