import { z } from 'zod';
import { NO_REVISIONS, type Revisions, type UnknownRecord, type VaultDocument } from './document.ts';
import type { Entry, TrashedEntry } from '../entry/entry.ts';
import type { QuarantinedEntry } from '../entry/quarantined.ts';
import { decodeEntry, decodeTrashed, encodeEntry, EntryError } from '../entry/record.ts';
import type { Tombstone } from '../entry/revision.ts';
import { decodeSite, encodeSite, type MovingSite } from '../moving/site.ts';
import { VaultFileError } from './error.ts';
import { decodeSafekeeping, encodeSafekeeping, NO_SAFEKEEPING, type Safekeeping } from './safekeeping.ts';
import { joinRecords, RECORD_KIND, splitRecords, type RawRecord } from './records.ts';

const count = z.int().min(0).catch(0);
/** The file calls unlock methods `ways`. */
const revisionsSchema = z
  .object({ ways: count, kit: count, backups: count })
  .transform(({ ways, ...others }): Revisions => ({ unlockMethods: ways, ...others }))
  .catch(NO_REVISIONS);
const documentSchema = z.looseObject({ revisions: revisionsSchema });

/** Loose: keeps members that another Latchkey added. */
const tombstoneSchema = z.looseObject({
  id: z.uuid(),
  revision: z.int().min(1),
  deletedAt: z.int().min(0),
});

/**
 * Encodes the content to seal: a document record, then a record for each entry. The result holds secrets; the
 * caller zeroes it.
 * @throws EntryError for an entry that could not be read back
 */
export function encodeContent(document: VaultDocument): Buffer {
  const { entries, trash, quarantine, tombstones, moving, safekeeping, unknownRecords } = document;
  const kept = encodeSafekeeping(safekeeping);
  return joinRecords([
    { kind: RECORD_KIND.document, json: jsonOf(membersOf(document)), secrets: [] },
    ...(kept ? [kept] : []),
    ...entries.map((entry) => ({ kind: RECORD_KIND.entry, ...encodeEntry(entry, 'entry') })),
    ...trash.map((entry) => ({ kind: RECORD_KIND.trashed, ...encodeEntry(entry, 'trashed') })),
    ...tombstones.map((stone) => ({ kind: RECORD_KIND.tombstone, json: jsonOf(stone), secrets: [] })),
    ...moving.map((site) => ({ kind: RECORD_KIND.site, json: encodeSite(site), secrets: [] })),
    ...quarantine.map(({ kind, json, secrets }) => ({ kind: RECORD_KIND[kind], json, secrets: [secrets] })),
    ...unknownRecords.map(({ kind, json, secrets }) => ({ kind, json, secrets: [secrets] })),
  ]);
}

/**
 * Reads what encodeContent wrote. Copies the secrets, so that the caller can zero the content. Quarantines
 * entries that fail validation or repeat another entry's id.
 * @throws VaultFileError TAMPERED if it is not made of records or does not start with a document record
 */
export function decodeContent(content: Buffer): VaultDocument {
  const [first, ...records] = splitRecords(content);
  const { revisions, ...unknownMembers } = documentMembers(first);
  const takeSecrets = secretsArena(records);
  const entries: Entry[] = [];
  const trash: TrashedEntry[] = [];
  const quarantine: QuarantinedEntry[] = [];
  const tombstones: Tombstone[] = [];
  const moving: MovingSite[] = [];
  const unknownRecords: UnknownRecord[] = [];
  let safekeeping: Safekeeping | null = null;
  const ids = new Set<string>();
  for (const record of records) {
    const secrets = takeSecrets(record.secrets);
    const { json } = record;
    switch (record.kind) {
      case RECORD_KIND.entry: {
        const read = attempt(ids, () => decodeEntry({ json, secrets }));
        if (read.ok) entries.push(read.entry);
        else quarantine.push({ kind: 'entry', json: copyOf(json), secrets, ...read.fault });
        break;
      }
      case RECORD_KIND.trashed: {
        const read = attempt(ids, () => decodeTrashed({ json, secrets }));
        if (read.ok) trash.push(read.entry);
        else quarantine.push({ kind: 'trashed', json: copyOf(json), secrets, ...read.fault });
        break;
      }
      case RECORD_KIND.safekeeping: {
        const read: Safekeeping | null = safekeeping === null ? decodeSafekeeping({ json, secrets }) : null;
        if (read) safekeeping = read;
        else unknownRecords.push({ kind: record.kind, json: copyOf(json), secrets });
        break;
      }
      case RECORD_KIND.tombstone: {
        const read = tombstoneSchema.safeParse(parseJson(json));
        if (read.success) tombstones.push(read.data);
        else unknownRecords.push({ kind: record.kind, json: copyOf(json), secrets });
        break;
      }
      case RECORD_KIND.site: {
        const site = decodeSite(parseJson(json));
        const isOne = site !== null && secrets.length === 0 && !ids.has(site.id);
        if (isOne) moving.push(site);
        else unknownRecords.push({ kind: record.kind, json: copyOf(json), secrets });
        if (isOne) ids.add(site.id);
        break;
      }
      default:
        unknownRecords.push({ kind: record.kind, json: copyOf(json), secrets });
    }
  }
  return {
    entries,
    trash,
    quarantine,
    tombstones,
    moving,
    safekeeping: safekeeping ?? NO_SAFEKEEPING,
    revisions,
    unknownMembers,
    unknownRecords,
  };
}

function membersOf({ unknownMembers, revisions }: VaultDocument): Record<string, unknown> {
  const { unlockMethods, ...others } = revisions;
  const isUsed = Object.values(revisions).some((times) => times > 0);
  return { ...unknownMembers, ...(isUsed && { revisions: { ways: unlockMethods, ...others } }) };
}

function documentMembers(record: RawRecord | undefined): { revisions: Revisions; [member: string]: unknown } {
  if (record?.kind !== RECORD_KIND.document) {
    throw new VaultFileError('TAMPERED', 'the content does not begin with the document');
  }
  try {
    return documentSchema.parse(JSON.parse(Buffer.from(record.json).toString('utf8')));
  } catch {
    throw new VaultFileError('TAMPERED', 'the document record is not a JSON object');
  }
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value), 'utf8');
}

function parseJson(json: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(json).toString('utf8'));
  } catch {
    return null;
  }
}

/** Copies secrets into one buffer: the garbage collector moves small typed arrays, and so spreads copies. */
function secretsArena(records: readonly RawRecord[]): (secrets: Uint8Array) => Uint8Array {
  const arena = Buffer.allocUnsafeSlow(records.reduce((sum, { secrets }) => sum + secrets.length, 0));
  let at = 0;
  return (secrets) => {
    const mine = arena.subarray(at, at + secrets.length);
    mine.set(secrets);
    at += secrets.length;
    return mine;
  };
}

/** Copies, since a Buffer's `slice` is a view and would be zeroed with the content. */
function copyOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

function attempt<E extends Entry>(
  ids: Set<string>,
  decode: () => E,
): { ok: true; entry: E } | { ok: false; fault: Pick<QuarantinedEntry, 'wrong' | 'reason'> } {
  try {
    const entry = decode();
    if (ids.has(entry.id)) {
      return { ok: false, fault: { wrong: 'other', reason: 'another entry has its id' } };
    }
    ids.add(entry.id);
    return { ok: true, entry };
  } catch (error) {
    if (error instanceof EntryError) {
      return { ok: false, fault: { wrong: error.wrong, reason: error.message } };
    }
    throw error;
  }
}
