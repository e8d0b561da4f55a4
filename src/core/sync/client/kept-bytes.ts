import { decodeRecord, encodeRecord, type SyncRecord } from '../content/record.ts';
import { ByteReader, ByteWriter, KEY_BYTES, malformed } from '../protocol/bytes.ts';
import { syncFaults } from '../protocol/fault.ts';
import { readItem } from '../protocol/item.ts';
import { joinWords } from '../protocol/join.ts';
import { syncLimits } from '../protocol/limits.ts';
import { readLog, type MemberLog } from '../protocol/log.ts';
import { readManifest } from '../protocol/manifest.ts';
import {
  fingerprintOf,
  memberOf,
  readMember,
  writeMember,
  type Member,
  type MemberKeys,
} from '../protocol/member.ts';
import { hashOf, keyPair } from '../protocol/primitives.ts';
import { hashSet } from '../protocol/root.ts';
import type { Entering, Inside, KeptSync, Waiting } from './kept.ts';
import type { KnownItem, KnownItems, Pending, Proposal, Push, SyncState } from './state.ts';

/** Far more than any account needs; what is larger is refused unread. */
export const KEPT_MAXIMUM = 512 * 1024 * 1024;
/** A record here may be larger than one that fits into an item: it is pending, and said to be too large. */
const RECORD_MAXIMUM = 64 * 1024 * 1024;
const NAMED_MAXIMUM = 64;

const stages = ['entering', 'waiting', 'inside'] as const;
const entries = ['founding', 'kit'] as const;
const answers = ['delete', 'keep'] as const;
const troubles = [...syncFaults, 'REMOVED'] as const;

/**
 * The bytes of what a computer keeps of sync (docs/sync.md), to be sealed. They hold keys and secrets; the caller zeroes them.
 * @throws EntryError for an entry that could not be read back
 */
export function encodeKept(kept: KeptSync): Buffer {
  const to = new ByteWriter().u8(stages.indexOf(kept.stage));
  to.fixed(kept.keys.signing.secret, KEY_BYTES).fixed(kept.keys.sealing.secret, KEY_BYTES);
  switch (kept.stage) {
    case 'entering':
      writeMember(to.id(kept.account), kept.member).u8(entries.indexOf(kept.by));
      writeProposal(to, kept.proposal);
      break;
    case 'waiting':
      writeMember(to.id(kept.account), kept.member);
      for (const word of kept.words) to.u16(word);
      to.fixed(kept.key, KEY_BYTES);
      break;
    case 'inside':
      writeState(to, kept.state);
      list(to, kept.renewals, ({ member, entries: ids }) => list(to.hash(member), ids, (id) => to.id(id)));
      list(to, kept.settled, (id) => to.id(id));
  }
  return to.bytes();
}

/**
 * Reads what `encodeKept` wrote, and nothing else. Keys and secrets are copies.
 * @throws SyncError MALFORMED, and as `readLog` for a log that does not hold
 */
export function decodeKept(bytes: Uint8Array): KeptSync {
  const from = new ByteReader(bytes, KEPT_MAXIMUM);
  const stage = oneOf(stages, from.u8());
  const secrets = { signing: copied(from.fixed(KEY_BYTES)), sealing: copied(from.fixed(KEY_BYTES)) };
  const keys = { signing: keyPair('ed25519', secrets.signing), sealing: keyPair('x25519', secrets.sealing) };
  const kept = readStage(from, stage, keys);
  from.end();
  return kept;
}

function readStage(from: ByteReader, stage: KeptSync['stage'], keys: MemberKeys): KeptSync {
  switch (stage) {
    case 'entering': {
      const { account, member } = readSelf(from, keys);
      const by = oneOf(entries, from.u8());
      return { stage, by, account, keys, member, proposal: readProposal(from) } satisfies Entering;
    }
    case 'waiting': {
      const { account, member } = readSelf(from, keys);
      const words = Array.from({ length: joinWords.count }, () => from.u16());
      if (words.some((word) => word >= joinWords.of)) throw malformed('a word beyond the list');
      const key = copied(from.fixed(KEY_BYTES));
      return { stage, account, keys, member, words, key } satisfies Waiting;
    }
    case 'inside': {
      const state = readState(from, keys);
      const renewals = listed(from, syncLimits.logEntries, () => ({
        member: from.hash(),
        entries: listed(from, syncLimits.items, () => from.id()),
      }));
      const settled = listed(from, syncLimits.items, () => from.id());
      return { stage, keys, state, renewals, settled } satisfies Inside;
    }
  }
}

function readSelf(from: ByteReader, keys: MemberKeys): { account: string; member: Member } {
  const account = from.id();
  const member = readMember(from, 'device');
  const own = memberOf(keys, member);
  if (Buffer.compare(own.signing, member.signing) !== 0 || Buffer.compare(own.sealing, member.sealing) !== 0)
    throw malformed('another member than the keys are of');
  return { account, member: { ...member, signing: own.signing, sealing: own.sealing } };
}

function writeProposal(to: ByteWriter, { entry, seals, chain, only }: Proposal): void {
  list(to.blob(entry), seals, (seal) => to.blob(seal));
  optional(to, chain, (link) => to.blob(link));
  optional(to, only, (hash) => to.hash(hash));
}

function readProposal(from: ByteReader): Proposal {
  const entry = copied(from.blob(syncLimits.logEntry));
  const seals = listed(from, syncLimits.devices + syncLimits.kits, () =>
    copied(from.blob(syncLimits.logEntry)),
  );
  const chain = optionally(from, () => copied(from.blob(syncLimits.logEntry)));
  return { entry, hash: hashOf(entry), seals, chain, only: optionally(from, () => from.hash()) };
}

function writeState(to: ByteWriter, state: SyncState): void {
  const { position, items } = state;
  to.id(state.account);
  list(to, state.log.entries, ({ signed, signature }) => to.blob(Buffer.concat([signed, signature])));
  list(to, [...state.epochKeys], ([epoch, key]) => to.u32(epoch).fixed(key, KEY_BYTES));
  to.u64(position.sequence).hash(position.hash).u32(position.logNumber);
  optional(to, items, ({ byId }) => list(to, [...byId], ([id, known]) => writeKnown(to.id(id), id, known)));
  list(to, [...state.pending], ([id, one]) => writePending(to.id(id), id, one));
  optional(to, state.push, (push) => writePush(to, push, state));
  optional(to, state.proposal, (proposal) => writeProposal(to, proposal));
  to.u64(state.lamport);
  optional(to, state.decision, ({ manifest, answer }) => to.hash(manifest).u8(answers.indexOf(answer)));
  optional(to, state.trouble, (trouble) => to.text(trouble));
}

function readState(from: ByteReader, keys: MemberKeys): SyncState {
  const account = from.id();
  const log = readLog(
    listed(from, syncLimits.logEntries, () => copied(from.blob(syncLimits.logEntry))),
    account,
  );
  const self = selfOf(log, keys);
  const epochKeys = mapped(
    listed(from, log.epochs.length, () => [from.u32(), copied(from.fixed(KEY_BYTES))] as const),
  );
  const position = { sequence: from.u64(), hash: from.hash(), logNumber: from.u32() };
  const items = optionally(from, () => {
    const byId = mapped(
      listed(from, syncLimits.items, () => {
        const id = from.id();
        return [id, readKnown(from, id)] as const;
      }),
    );
    return { byId, hash: hashSet(byId, account) };
  });
  const pending = mapped(
    listed(from, syncLimits.items, () => {
      const id = from.id();
      return [id, readPending(from, id)] as const;
    }),
  );
  const push = optionally(from, () => readPush(from, account, items));
  const proposal = optionally(from, () => readProposal(from));
  const lamport = from.u64();
  const decision = optionally(from, () => ({ manifest: from.hash(), answer: oneOf(answers, from.u8()) }));
  const trouble = optionally(from, () => {
    const named = from.text(NAMED_MAXIMUM);
    const known = troubles.find((one) => one === named);
    if (known === undefined) throw malformed('an unknown trouble');
    return known;
  });
  const progress = { epochKeys, position, items, pending, push, proposal, lamport, decision, trouble };
  return { account, self, log, ...progress };
}

/** The fingerprint of who has these keys; it was in once. */
function selfOf(log: MemberLog, { signing, sealing }: MemberKeys): string {
  const keys = { kind: 'device', signing: signing.public, sealing: sealing.public } as const;
  const self = fingerprintOf(keys, log.account);
  if (!log.members.has(self)) throw malformed('keys of nobody in the log');
  return self;
}

function writeKnown(
  to: ByteWriter,
  id: string,
  { hash, revision, epoch, record, localRevision }: KnownItem,
): void {
  to.hash(hash).u64(revision).u32(epoch).u64(localRevision);
  optional(to, record, (known) => writeRecord(to, known, id));
}

function readKnown(from: ByteReader, id: string): KnownItem {
  const [hash, revision, epoch, localRevision] = [from.hash(), from.u64(), from.u32(), from.u64()];
  const record = optionally(from, () => readRecord(from, id));
  return { hash, revision, epoch, record, localRevision, agreed: null };
}

function writePending(to: ByteWriter, id: string, { localRevision, ...pending }: Pending): void {
  writeRecord(to.u64(localRevision), { ...pending, unknownMembers: {}, unknownRecords: [] }, id);
}

function readPending(from: ByteReader, id: string): Pending {
  const localRevision = from.u64();
  const { body, lamport, displaced, conflictsWith } = readRecord(from, id);
  return { body, lamport, displaced, conflictsWith, localRevision };
}

/** What it will make known differs from what is known by the items that it sends. */
function writePush(to: ByteWriter, { manifest, items, known }: Push, { account }: SyncState): void {
  list(to.blob(manifest), items, (bytes) => {
    const { id } = readItem(bytes, account);
    const its = known.byId.get(id);
    if (its === undefined || its.record === null) throw new RangeError('a push of what it does not know');
    writeRecord(to.blob(bytes).u64(its.localRevision), its.record, id);
  });
}

function readPush(from: ByteReader, account: string, items: KnownItems | null): Push {
  if (items === null) throw malformed('a push before anything is known');
  const manifest = copied(from.blob(syncLimits.logEntry));
  const byId = new Map(items.byId);
  const sent = listed(from, syncLimits.pushItems, () => {
    const bytes = copied(from.blob(2 * syncLimits.record));
    const { id, hash, revision, epoch } = readItem(bytes, account);
    const localRevision = from.u64();
    byId.set(id, { hash, revision, epoch, record: readRecord(from, id), localRevision, agreed: null });
    return { id, bytes };
  });
  const ids = sent.map(({ id }) => id);
  const { sequence, hash, log } = readManifest(manifest, account);
  const known = { byId, hash: hashSet(byId, account, items.hash, ids) };
  return { manifest, sequence, hash, logNumber: log.number, items: sent.map(({ bytes }) => bytes), known };
}

function writeRecord(to: ByteWriter, record: SyncRecord, id: string): void {
  to.blob(encodeRecord(record, id));
}

function readRecord(from: ByteReader, id: string): SyncRecord {
  const record = decodeRecord(copied(from.blob(RECORD_MAXIMUM)), id);
  if (record === null) throw malformed('a record that does not open');
  return record;
}

function list<T>(to: ByteWriter, all: readonly T[], write: (one: T) => void): void {
  to.u32(all.length);
  for (const one of all) write(one);
}

function listed<T>(from: ByteReader, maximum: number, read: () => T): T[] {
  const length = from.u32();
  if (length > maximum) throw malformed(`a list of ${length}, ${maximum} are the most`);
  return Array.from({ length }, read);
}

function optional<T>(to: ByteWriter, value: T | null, write: (value: T) => void): void {
  to.u8(value === null ? 0 : 1);
  if (value !== null) write(value);
}

function optionally<T>(from: ByteReader, read: () => T): T | null {
  return oneOf([false, true], from.u8()) ? read() : null;
}

function mapped<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V> {
  const map = new Map(pairs);
  if (map.size !== pairs.length) throw malformed('a name that stands there twice');
  return map;
}

function oneOf<T>(all: readonly T[], at: number): T {
  const one = all[at];
  if (one === undefined) throw malformed(`choice ${at} of ${all.length}`);
  return one;
}

/** The bytes in memory of their own, which stays when what they were read from is zeroed. */
function copied(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  copy.set(bytes);
  return copy;
}
