import {
  HASH_BYTES,
  malformed,
  SIGNATURE_BYTES,
  type ByteReader,
  type ByteWriter,
  type Hash,
} from './bytes.ts';
import { SyncError } from './fault.ts';
import { readJoinRequest } from './join.ts';
import { syncLimits } from './limits.ts';
import { fingerprintOf, readMember, writeMember, type Member, type MemberKeys } from './member.ts';
import { hashOf, isSigned, sign } from './primitives.ts';
import { openStructure, structure } from './structure.ts';

/** A place in the chain of manifests: zero and zeros before the first one. */
export interface Position {
  readonly sequence: number;
  readonly hash: Hash;
}

/** What an entry does. `commitment` is the new epoch's (`epoch.ts`). */
export type LogAction =
  | { readonly kind: 'found'; readonly member: Member; readonly commitment: Hash }
  /** `welcome` is zeros if the kit adds. */
  | { readonly kind: 'add'; readonly request: Uint8Array; readonly welcome: Uint8Array }
  | { readonly kind: 'remove'; readonly member: Hash; readonly commitment: Hash }
  | { readonly kind: 'kit'; readonly member: Member };

/** The part of an entry that all kinds have. */
export interface EntryFrame {
  readonly account: string;
  /** From 0. */
  readonly number: number;
  /** The hash of the entry before; zeros in the first. */
  readonly previous: Hash;
  readonly author: Hash;
  /** By the author's clock, in ms since 1970. Nothing is decided by it. */
  readonly at: number;
  /** The newest manifest that the author knew. */
  readonly anchor: Position;
}

export interface LogEntry extends EntryFrame {
  readonly action: LogAction;
  /** Who comes in, if someone does. */
  readonly comes: { readonly member: Member; readonly fingerprint: Hash } | null;
  readonly hash: Hash;
  /** What the welcome of an `add` covers. */
  readonly covered: Uint8Array;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const actionKinds = ['found', 'add', 'remove', 'kit'] as const;

/** The bytes of an entry up to what its action adds. */
function begin(
  { account, number, previous, author, at, anchor }: EntryFrame,
  kind: LogAction['kind'],
): ByteWriter {
  return structure('log', account)
    .u32(number)
    .hash(previous)
    .hash(author)
    .u64(at)
    .u64(anchor.sequence)
    .hash(anchor.hash)
    .u8(actionKinds.indexOf(kind) + 1);
}

/** Writes the first entry of a log. */
export function writeFound(frame: EntryFrame, member: Member, commitment: Hash, keys: MemberKeys): Buffer {
  return signed(writeMember(begin(frame, 'found'), member).hash(commitment), keys);
}

/** Lets a computer in. @param welcome makes the proof that the author saw its words; null where the kit adds */
export function writeAdd(
  frame: EntryFrame,
  request: Uint8Array,
  welcome: ((covered: Uint8Array) => Uint8Array) | null,
  keys: MemberKeys,
): Buffer {
  const body = begin(frame, 'add').blob(request);
  return signed(body.fixed(welcome?.(body.bytes()) ?? Buffer.alloc(HASH_BYTES), HASH_BYTES), keys);
}

/** Takes a member out, and begins the next epoch. */
export function writeRemove(frame: EntryFrame, member: Hash, commitment: Hash, keys: MemberKeys): Buffer {
  return signed(begin(frame, 'remove').hash(member).hash(commitment), keys);
}

/** Lets a recovery kit in. The kit signs too, so that whoever has it knows this log from any other. */
export function writeKit(frame: EntryFrame, kit: Member, kitKeys: MemberKeys, keys: MemberKeys): Buffer {
  const body = writeMember(begin(frame, 'kit'), kit);
  return signed(body.fixed(sign(body.bytes(), kitKeys.signing), SIGNATURE_BYTES), keys);
}

/**
 * Reads an entry by itself: its form, and what a new member signs. Whether it belongs where it stands is the log's matter.
 * @throws SyncError MALFORMED, UNKNOWN_SUITE, OTHER_ACCOUNT, BAD_SIGNATURE
 */
export function readLogEntry(bytes: Uint8Array, account: string): LogEntry {
  const reader = openStructure(bytes, { kind: 'log', account, maximum: syncLimits.logEntry });
  const number = reader.u32();
  const previous = reader.hash();
  const author = reader.hash();
  const at = reader.u64();
  const anchor = { sequence: reader.u64(), hash: reader.hash() };
  const read = readAction(reader, account);
  const all = reader.sofar();
  const signature = reader.fixed(SIGNATURE_BYTES);
  reader.end();
  const comes = read.member && { member: read.member, fingerprint: fingerprintOf(read.member, account) };
  const { action, covered } = read;
  const frame = { account, number, previous, author, at, anchor };
  return { ...frame, action, comes, hash: hashOf(bytes), covered, signed: all, signature };
}

interface ReadAction {
  readonly action: LogAction;
  readonly member: Member | null;
  readonly covered: Uint8Array;
}

function readAction(reader: ByteReader, account: string): ReadAction {
  const kind = actionKinds[reader.u8() - 1];
  switch (kind) {
    case 'found': {
      const member = readMember(reader, 'device');
      return { action: { kind, member, commitment: reader.hash() }, member, covered: reader.sofar() };
    }
    case 'add': {
      const request = reader.blob(syncLimits.logEntry);
      const covered = reader.sofar();
      const action = { kind, request, welcome: reader.fixed(HASH_BYTES) };
      return { action, member: readJoinRequest(request, account), covered };
    }
    case 'remove': {
      const action = { kind, member: reader.hash(), commitment: reader.hash() };
      return { action, member: null, covered: reader.sofar() };
    }
    case 'kit': {
      const member = readMember(reader, 'kit');
      const covered = reader.sofar();
      if (!isSigned(covered, reader.fixed(SIGNATURE_BYTES), member.signing)) {
        throw new SyncError('BAD_SIGNATURE', 'the kit did not sign its entry');
      }
      return { action: { kind, member }, member, covered };
    }
    default:
      throw malformed('an unknown kind of entry');
  }
}

function signed(body: ByteWriter, keys: MemberKeys): Buffer {
  const bytes = body.bytes();
  return Buffer.concat([bytes, sign(bytes, keys.signing)]);
}
