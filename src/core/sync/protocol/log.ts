import { HASH_BYTES, NO_HASH, type Hash } from './bytes.ts';
import { SyncError } from './fault.ts';
import { syncLimits } from './limits.ts';
import { readLogEntry, type LogEntry, type Position } from './log-entry.ts';
import type { Member } from './member.ts';
import { isSigned } from './primitives.ts';

/** Someone who is or was in. */
export interface LogMember {
  readonly fingerprint: Hash;
  readonly member: Member;
  /** The number of the entry that let it in, and who made that. */
  readonly number: number;
  readonly addedBy: Hash;
  /** The entry that took it out, and the last manifest of its time. */
  readonly removed: { readonly number: number; readonly last: Position } | null;
}

/** An epoch, as the entry that began it defines it. */
export interface LogEpoch {
  readonly number: number;
  readonly commitment: Hash;
  /** The number and the hash of the entry that began it. */
  readonly entry: number;
  readonly head: Hash;
}

/** A log that was verified from its first entry. Immutable. */
export interface MemberLog {
  readonly account: string;
  readonly entries: readonly LogEntry[];
  readonly members: ReadonlyMap<Hash, LogMember>;
  /** In their order; epoch 1 is the first. */
  readonly epochs: readonly LogEpoch[];
}

/**
 * Verifies a log from the start.
 * @throws SyncError as `extendLog`; LOG_BROKEN if it is empty
 */
export function readLog(entries: readonly Uint8Array[], account: string): MemberLog {
  const empty: MemberLog = { account, entries: [], members: new Map(), epochs: [] };
  if (entries.length === 0) throw new SyncError('LOG_BROKEN', 'the log is empty');
  return extendLog(empty, entries);
}

/**
 * A verified log with more entries.
 * @throws SyncError MALFORMED, UNKNOWN_SUITE, OTHER_ACCOUNT, BAD_SIGNATURE, LOG_BROKEN, LOG_RULE
 */
export function extendLog(log: MemberLog, entries: readonly Uint8Array[]): MemberLog {
  return entries.reduce((so, bytes) => withEntry(so, readLogEntry(bytes, log.account)), log);
}

/** The hash of the newest entry. */
export function headOf(log: MemberLog): Hash {
  return log.entries.at(-1)?.hash ?? NO_HASH;
}

/** Who is in now. */
export function presentMembers(log: MemberLog): LogMember[] {
  return [...log.members.values()].filter(({ removed }) => removed === null);
}

/** The epoch in which members write after the entry of this number. */
export function epochAt(log: MemberLog, number: number): LogEpoch {
  const epoch = log.epochs.findLast(({ entry }) => entry <= number);
  if (epoch === undefined) throw new RangeError(`no epoch at entry ${number}`);
  return epoch;
}

/** The present epoch. */
export function presentEpoch(log: MemberLog): LogEpoch {
  return epochAt(log, log.entries.length - 1);
}

function withEntry(log: MemberLog, entry: LogEntry): MemberLog {
  if (log.entries.length >= syncLimits.logEntries) throw rule(entry, 'the log is full');
  const isNext = entry.number === log.entries.length && entry.previous === headOf(log);
  if (!isNext) throw new SyncError('LOG_BROKEN', `entry ${entry.number} does not follow the one before`);
  const author = authorOf(log, entry);
  if (!isSigned(entry.signed, entry.signature, author.signing)) {
    throw new SyncError('BAD_SIGNATURE', `entry ${entry.number} is not signed by its author`);
  }
  const anchor = log.entries.at(-1)?.anchor ?? { sequence: 0, hash: NO_HASH };
  const isBehind = entry.anchor.sequence < anchor.sequence;
  const isOther = entry.anchor.sequence === anchor.sequence && entry.anchor.hash !== anchor.hash;
  if (isBehind || isOther) throw rule(entry, 'its author knew less than the one before');
  const members = new Map(log.members);
  if (entry.comes !== null) comesIn(members, entry, entry.comes);
  if (entry.action.kind === 'remove') goesOut(members, entry, entry.action.member);
  return {
    ...log,
    entries: [...log.entries, entry],
    members,
    epochs: [...log.epochs, ...epochsOf(log, entry)],
  };
}

/** @throws SyncError LOG_RULE if the author may not make such an entry */
function authorOf(log: MemberLog, entry: LogEntry): Member {
  const { action, number, author } = entry;
  if (number === 0) {
    if (action.kind !== 'found') throw rule(entry, 'a log begins with who founds it');
    if (entry.comes?.fingerprint !== author) throw rule(entry, 'who founds a log adds nobody else');
    return action.member;
  }
  const found = log.members.get(author);
  if (found === undefined || found.removed !== null) throw rule(entry, 'its author is not in');
  switch (action.kind) {
    case 'found':
      throw rule(entry, 'a log is founded once');
    case 'add': {
      const isWelcomed = Buffer.compare(action.welcome, Buffer.alloc(HASH_BYTES)) !== 0;
      if (isWelcomed === (found.member.kind === 'kit')) throw rule(entry, 'its welcome is not its author’s');
      return found.member;
    }
    case 'remove':
    case 'kit':
      if (found.member.kind === 'kit') throw rule(entry, 'a kit only adds computers');
      return found.member;
  }
}

function comesIn(
  members: Map<Hash, LogMember>,
  entry: LogEntry,
  { member, fingerprint }: { member: Member; fingerprint: Hash },
): void {
  if (members.has(fingerprint)) throw rule(entry, 'its member is or was in');
  const present = [...members.values()].filter(
    (one) => one.removed === null && one.member.kind === member.kind,
  );
  const most = member.kind === 'kit' ? syncLimits.kits : syncLimits.devices;
  if (present.length >= most) throw rule(entry, `more than ${most} members of a kind`);
  members.set(fingerprint, {
    fingerprint,
    member,
    number: entry.number,
    addedBy: entry.author,
    removed: null,
  });
}

function goesOut(members: Map<Hash, LogMember>, entry: LogEntry, fingerprint: Hash): void {
  const goes = members.get(fingerprint);
  if (goes === undefined || goes.removed !== null) throw rule(entry, 'who goes is not in');
  // It would know the key of the epoch that begins with its going.
  if (fingerprint === entry.author) throw rule(entry, 'nobody takes itself out');
  members.set(fingerprint, { ...goes, removed: { number: entry.number, last: entry.anchor } });
}

function epochsOf(log: MemberLog, { action, number, hash }: LogEntry): LogEpoch[] {
  if (action.kind !== 'found' && action.kind !== 'remove') return [];
  return [{ number: log.epochs.length + 1, commitment: action.commitment, entry: number, head: hash }];
}

function rule({ number }: LogEntry, message: string): SyncError {
  return new SyncError('LOG_RULE', `entry ${number}: ${message}`);
}
