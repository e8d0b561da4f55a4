import { HASH_BYTES, KEY_BYTES } from '../../core/sync/protocol/bytes.ts';
import { presentEpoch, presentMembers, type MemberLog } from '../../core/sync/protocol/log.ts';
import type { LogEntry } from '../../core/sync/protocol/log-entry.ts';
import { NONCE_BYTES, TAG_BYTES } from '../../core/sync/protocol/primitives.ts';
import { openStructure } from '../../core/sync/protocol/structure.ts';
import { refusal } from '../refusal.ts';
import { reading } from './standing.ts';

const maximum = 512;

/** A key that is sealed for a member. Only the member can tell whether it is the right one. */
interface Seal {
  readonly member: Buffer;
  readonly epoch: number;
  readonly bytes: Buffer;
}

/**
 * The keys that come with an entry: those of a new epoch for all who are in, that of the present one for who comes in.
 *
 * @param log with the entry
 * @throws `SYNC_REFUSED` unless they are there for exactly these members
 */
export function sealsOf(entry: LogEntry, log: MemberLog, all: readonly Buffer[]): Seal[] {
  const seals = reading(() => all.map((bytes) => readSeal(bytes, log.account)));
  const wanted =
    entry.comes === null
      ? presentMembers(log).map(({ fingerprint }) => fingerprint)
      : [entry.comes.fingerprint];
  const epoch = presentEpoch(log).number;
  const members = new Set(seals.map(({ member }) => member.toString('hex')));
  const areThere =
    seals.length === wanted.length &&
    wanted.every((fingerprint) => members.has(fingerprint)) &&
    seals.every((seal) => seal.epoch === epoch);
  if (!areThere) throw refusal('SYNC_REFUSED', { reason: 'SEALS' });
  return seals;
}

/**
 * The link of the chain that comes with a removal, and with nothing else.
 *
 * @throws `SYNC_REFUSED`
 */
export function linkOf({ action }: LogEntry, log: MemberLog, bytes: Buffer | null): Buffer | null {
  const epoch = bytes && reading(() => readLink(bytes, log.account));
  const wanted = action.kind === 'remove' ? presentEpoch(log).number : null;
  if (epoch !== wanted) throw refusal('SYNC_REFUSED', { reason: 'SEALS' });
  return bytes;
}

function readSeal(bytes: Buffer, account: string): Seal {
  const reader = openStructure(bytes, { kind: 'seal', account, maximum });
  const epoch = reader.u32();
  const member = reader.fixed(HASH_BYTES);
  reader.fixed(KEY_BYTES + KEY_BYTES + TAG_BYTES);
  reader.end();
  return { member, epoch, bytes };
}

function readLink(bytes: Buffer, account: string): number {
  const reader = openStructure(bytes, { kind: 'chain', account, maximum });
  const epoch = reader.u32();
  reader.fixed(NONCE_BYTES + KEY_BYTES + TAG_BYTES);
  reader.end();
  return epoch;
}
