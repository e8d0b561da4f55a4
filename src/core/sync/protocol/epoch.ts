import { HASH_BYTES, KEY_BYTES, type Hash, type Random } from './bytes.ts';
import { SyncError } from './fault.ts';
import type { Hpke } from './hpke.ts';
import type { LogEpoch, MemberLog } from './log.ts';
import type { Member, MemberKeys } from './member.ts';
import { decrypt, deriveKey, encrypt, NONCE_BYTES, TAG_BYTES } from './primitives.ts';
import { openStructure, structure } from './structure.ts';

const SEALED_KEY = KEY_BYTES + TAG_BYTES;
const MAXIMUM = 512;

/**
 * What the log says of an epoch's key: 32 bytes that only this key gives, and that say nothing about it. So no seal and
 * no chain needs a signature, and no two members can be given different keys.
 */
export function commitmentOf(key: Uint8Array, account: string, epoch: number): Hash {
  return subkey(key, { account, epoch, use: 'commitment' }).toString('hex');
}

/** The key of one item in one epoch. A random nonce never meets the same key often enough to repeat. */
export function itemKey(key: Uint8Array, account: string, epoch: number, item: string): Buffer {
  return deriveKey(key, structure('epoch', account).u32(epoch).text('item').id(item).bytes());
}

interface Recipient {
  readonly account: string;
  readonly epoch: LogEpoch;
  /** The member's fingerprint. */
  readonly to: Hash;
}

/** Seals an epoch's key for a member. */
export async function sealEpochKey(
  hpke: Hpke,
  key: Uint8Array,
  { account, epoch, to }: Recipient,
  member: Member,
  random: Random,
): Promise<Buffer> {
  const info = sealInfo({ account, epoch, to });
  const { encapsulated, sealed } = await hpke.seal(member.sealing, info, key, random);
  const body = structure('seal', account).u32(epoch.number).hash(to);
  return body.fixed(encapsulated, KEY_BYTES).fixed(sealed, SEALED_KEY).bytes();
}

/**
 * The key that was sealed for a member, and its epoch.
 * @throws SyncError MALFORMED, UNKNOWN_SUITE, OTHER_ACCOUNT; KEY_WRONG if it is not the one that the log speaks of
 */
export async function openEpochKey(
  hpke: Hpke,
  bytes: Uint8Array,
  log: MemberLog,
  { keys, fingerprint }: { keys: MemberKeys; fingerprint: Hash },
): Promise<{ epoch: number; key: Uint8Array }> {
  const { account } = log;
  const reader = openStructure(bytes, { kind: 'seal', account, maximum: MAXIMUM });
  const epoch = epochOf(log, reader.u32());
  const to = reader.hash();
  const sealed = { encapsulated: reader.fixed(KEY_BYTES), sealed: reader.fixed(SEALED_KEY) };
  reader.end();
  if (to !== fingerprint) throw new SyncError('KEY_WRONG', 'a key for another member');
  const key = await hpke.open(keys.sealing, sealInfo({ account, epoch, to }), sealed);
  return { epoch: epoch.number, key: checked(key, account, epoch) };
}

/** Seals the key of the epoch before with the key of this one: who has the newest has them all. */
export function chainEpochKey(
  key: Uint8Array,
  before: Uint8Array,
  { account, epoch, random }: { account: string; epoch: number; random: Random },
): Buffer {
  const nonce = random(NONCE_BYTES);
  const body = structure('chain', account).u32(epoch).fixed(nonce, NONCE_BYTES);
  const sealing = { key: subkey(key, { account, epoch, use: 'chain' }), nonce, associated: body.bytes() };
  const sealed = encrypt(sealing, before);
  sealing.key.fill(0);
  return body.fixed(sealed, SEALED_KEY).bytes();
}

/** The epoch whose key a link of the chain needs. @throws SyncError as `openChained` */
export function chainedEpoch(bytes: Uint8Array, log: MemberLog): number {
  return epochOf(log, openStructure(bytes, { kind: 'chain', account: log.account, maximum: MAXIMUM }).u32())
    .number;
}

/**
 * The key of the epoch before.
 * @throws SyncError MALFORMED, UNKNOWN_SUITE, OTHER_ACCOUNT; KEY_WRONG if it is not the one that the log speaks of
 */
export function openChained(bytes: Uint8Array, log: MemberLog, key: Uint8Array): Uint8Array {
  const { account } = log;
  const reader = openStructure(bytes, { kind: 'chain', account, maximum: MAXIMUM });
  const epoch = epochOf(log, reader.u32()).number;
  const nonce = reader.fixed(NONCE_BYTES);
  const associated = reader.sofar();
  const sealed = reader.fixed(SEALED_KEY);
  reader.end();
  const sealing = { key: subkey(key, { account, epoch, use: 'chain' }), nonce, associated };
  const opened = decrypt(sealing, sealed);
  sealing.key.fill(0);
  return checked(opened, account, epochOf(log, epoch - 1));
}

function sealInfo({ account, epoch, to }: Recipient): Buffer {
  return structure('seal info', account).u32(epoch.number).hash(to).hash(epoch.head).bytes();
}

function epochOf(log: MemberLog, number: number): LogEpoch {
  const epoch = log.epochs[number - 1];
  if (epoch === undefined) throw new SyncError('KEY_WRONG', `the log has no epoch ${number}`);
  return epoch;
}

function checked(key: Uint8Array | null, account: string, epoch: LogEpoch): Uint8Array {
  if (key?.length === KEY_BYTES && commitmentOf(key, account, epoch.number) === epoch.commitment) return key;
  throw new SyncError('KEY_WRONG', `not the key of epoch ${epoch.number}`);
}

function subkey(
  key: Uint8Array,
  { account, epoch, use }: { account: string; epoch: number; use: 'commitment' | 'chain' },
): Buffer {
  return deriveKey(key, structure('epoch', account).u32(epoch).text(use).bytes()).subarray(0, HASH_BYTES);
}
