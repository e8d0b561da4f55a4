import { malformed, SIGNATURE_BYTES, type Hash, type Random } from './bytes.ts';
import { itemKey } from './epoch.ts';
import { syncLimits } from './limits.ts';
import type { MemberKeys } from './member.ts';
import { decrypt, encrypt, hashOf, NONCE_BYTES, sign, isSigned, TAG_BYTES } from './primitives.ts';
import { openStructure, structure } from './structure.ts';

/** The form of what is inside (`content/record.ts`). */
export const SCHEMA = 1;

/** What an item says of itself outside of its ciphertext: its associated data. */
export interface ItemHead {
  readonly account: string;
  /** UUID, in lower case. */
  readonly id: string;
  /** From 1. */
  readonly revision: number;
  /** The hash of the revision before; zeros in the first. */
  readonly previous: Hash;
  readonly epoch: number;
  readonly schema: number;
  /** The writer's fingerprint. */
  readonly writer: Hash;
}

export interface Item extends ItemHead {
  readonly hash: Hash;
  readonly bytes: Uint8Array;
}

/** The largest item, in bytes: the record, and room for what stands around it. */
const MAXIMUM = syncLimits.record + 512;

/** Whether a record of this length fits into an item. */
export function fitsIntoItem(length: number): boolean {
  return length + LENGTH <= syncLimits.record;
}

/** Seals and signs a revision of an item. */
export function sealItem(
  head: Omit<ItemHead, 'schema'>,
  record: Uint8Array,
  { key, keys, random }: { key: Uint8Array; keys: MemberKeys; random: Random },
): Item {
  const { account, id, revision, previous, epoch, writer } = head;
  const nonce = random(NONCE_BYTES);
  const body = structure('item', account)
    .id(id)
    .u64(revision)
    .hash(previous)
    .u32(epoch)
    .u16(SCHEMA)
    .hash(writer);
  body.fixed(nonce, NONCE_BYTES);
  const padded = pad(record);
  const sealing = { key: itemKey(key, account, epoch, id), nonce, associated: body.bytes() };
  body.blob(encrypt(sealing, padded));
  padded.fill(0);
  sealing.key.fill(0);
  const signed = body.bytes();
  const bytes = Buffer.concat([signed, sign(signed, keys.signing)]);
  return { ...head, schema: SCHEMA, hash: hashOf(bytes), bytes };
}

/** Reads an item without opening it. @throws SyncError MALFORMED, UNKNOWN_SUITE, OTHER_ACCOUNT */
export function readItem(bytes: Uint8Array, account: string): Item {
  const { head } = partsOf(bytes, account);
  return { ...head, hash: hashOf(bytes), bytes };
}

/** Whether its writer signed it. */
export function isItemSigned(item: Item, publicKey: Uint8Array): boolean {
  const { signed, signature } = partsOf(item.bytes, item.account);
  return isSigned(signed, signature, publicKey);
}

/** The record of an item, or null if this epoch's key does not open it or it is padded otherwise. */
export function openItem(item: Item, key: Uint8Array): Uint8Array | null {
  const { nonce, associated, sealed } = partsOf(item.bytes, item.account);
  const own = itemKey(key, item.account, item.epoch, item.id);
  const padded = decrypt({ key: own, nonce, associated }, sealed);
  own.fill(0);
  return padded && unpad(padded);
}

function partsOf(bytes: Uint8Array, account: string) {
  const reader = openStructure(bytes, { kind: 'item', account, maximum: MAXIMUM });
  const head: ItemHead = {
    account,
    id: reader.id(),
    revision: reader.u64(),
    previous: reader.hash(),
    epoch: reader.u32(),
    schema: reader.u16(),
    writer: reader.hash(),
  };
  const nonce = reader.fixed(NONCE_BYTES);
  const associated = reader.sofar();
  const sealed = reader.blob(syncLimits.record + TAG_BYTES);
  const signed = reader.sofar();
  const signature = reader.fixed(SIGNATURE_BYTES);
  reader.end();
  if (head.revision === 0 || head.epoch === 0) throw malformed('revisions and epochs count from 1');
  return { head, nonce, associated, sealed, signed, signature };
}

const LENGTH = 4;

/** The record's length, the record, and zeros up to the next power of two. */
function pad(record: Uint8Array): Buffer {
  if (!fitsIntoItem(record.length)) throw new RangeError(`a record of ${record.length} bytes`);
  const padded = Buffer.alloc(paddedLength(record.length));
  padded.writeUInt32BE(record.length);
  padded.set(record, LENGTH);
  return padded;
}

function unpad(padded: Uint8Array): Uint8Array | null {
  if (padded.length < LENGTH) return null;
  const length = Buffer.from(padded.buffer, padded.byteOffset, padded.byteLength).readUInt32BE();
  if (!fitsIntoItem(length) || padded.length !== paddedLength(length)) return null;
  const isPadded = padded.subarray(LENGTH + length).every((byte) => byte === 0);
  return isPadded ? padded.subarray(LENGTH, LENGTH + length) : null;
}

function paddedLength(length: number): number {
  let padded: number = syncLimits.smallestRecord;
  while (padded < length + LENGTH) padded *= 2;
  return padded;
}
