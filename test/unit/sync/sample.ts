import { createHash } from 'node:crypto';
import { begin } from '../../../src/core/sync/client/members.ts';
import type { SyncState } from '../../../src/core/sync/client/state.ts';
import { encodeRecord, plainRecord } from '../../../src/core/sync/content/record.ts';
import { chainEpochKey, commitmentOf, sealEpochKey } from '../../../src/core/sync/protocol/epoch.ts';
import { createHpke } from '../../../src/core/sync/protocol/hpke.ts';
import { sealItem, type Item, type ItemHead } from '../../../src/core/sync/protocol/item.ts';
import { makeJoinRequest, welcomeTag } from '../../../src/core/sync/protocol/join.ts';
import { writeAdd, writeFound, writeKit, writeRemove } from '../../../src/core/sync/protocol/log-entry.ts';
import { NO_HASH, type Random } from '../../../src/core/sync/protocol/bytes.ts';
import { readLog } from '../../../src/core/sync/protocol/log.ts';
import { writeManifest } from '../../../src/core/sync/protocol/manifest.ts';
import {
  fingerprintOf,
  kitKeys,
  memberOf,
  newDeviceKeys,
  type MemberKeys,
} from '../../../src/core/sync/protocol/member.ts';
import { SyncError, type SyncFault } from '../../../src/core/sync/protocol/fault.ts';
import { hashOf } from '../../../src/core/sync/protocol/primitives.ts';
import { hashSet } from '../../../src/core/sync/protocol/root.ts';
import { newEntry } from '../../../src/core/entry/entry.ts';

export const account = 'a1b2c3d4-0000-4000-8000-000000000001';
export const code = Uint8Array.from({ length: 20 }, (_, index) => 0x40 + index);
const START = { sequence: 0, hash: NO_HASH };
const AT = 1_767_225_600_000;

/** Bytes that look random and are always the same. */
function countingRandom(): (count: number) => Uint8Array {
  let drawn = 0;
  return (count) => {
    drawn += 1;
    return new Uint8Array(createHash('sha256').update(`latchkey test ${drawn}`).digest().subarray(0, count));
  };
}

/** The code of the fault that a reader finds, or 'accepted'. */
export function faultOf(read: () => unknown): SyncFault | 'accepted' {
  try {
    read();
    return 'accepted';
  } catch (error) {
    return codeOfFault(error);
  }
}

/** The code of a fault. @throws any other error */
export function codeOfFault(error: unknown): SyncFault {
  if (error instanceof SyncError) return error.code;
  throw error;
}

/** An item: an entry with the secret of RFC 6238. `keys` sign it; `writer` is who it says signed it. */
export function sampleItem(
  key: Uint8Array,
  about: { keys: MemberKeys; writer: string; random: Random; issuer?: string } & Partial<ItemHead>,
): Item {
  const { keys, writer, random, revision = 1, previous = NO_HASH, epoch = 1 } = about;
  const { id = '00112233-4455-4677-8899-aabbccddeeff', issuer = 'RFC 6238' } = about;
  const parameters = { kind: 'totp', algorithm: 'SHA1', digits: 8, period: 30 } as const;
  const secret = new TextEncoder().encode('12345678901234567890');
  const entry = newEntry({ id, issuer, account: 'someone', parameters: { ...parameters, secret } }, AT);
  const record = encodeRecord(plainRecord({ kind: 'entry', entry }, 1), id);
  const head = { account, id, revision, previous, epoch, writer };
  return sealItem(head, record, { key, keys, random });
}

/** A small account: two computers and a kit, one of the computers removed, an item of each epoch. Always the same bytes. */
export async function sampleAccount() {
  const random = countingRandom();
  const hpke = createHpke();
  const about = (name: string) => ({ kind: 'device', name, platform: 'linux', madeAt: AT }) as const;
  const keys = newDeviceKeys(random);
  const desk = memberOf(keys, about('Desk'));
  const self = fingerprintOf(desk, account);
  const epochKey = random(32);
  const first = commitmentOf(epochKey, account, 1);
  const frame = { account, number: 0, previous: NO_HASH, author: self, at: AT, anchor: START };
  const foundEntry = writeFound(frame, desk, first, keys);

  const kit = kitKeys(code, account);
  const kitMember = memberOf(kit, { kind: 'kit', name: '', platform: '', madeAt: AT });
  const kitEntry = writeKit({ ...frame, number: 1, previous: hashOf(foundEntry) }, kitMember, kit, keys);

  const joinKey = random(32);
  const otherKeys = newDeviceKeys(random);
  const laptop = memberOf(otherKeys, about('Laptop'));
  const join = makeJoinRequest(laptop, otherKeys, { account, key: joinKey });
  const welcome = (covered: Uint8Array) => welcomeTag(covered, joinKey);
  const addEntry = writeAdd({ ...frame, number: 2, previous: hashOf(kitEntry) }, join.request, welcome, keys);

  const item = sampleItem(epochKey, { keys, writer: self, random });
  const manifest = writeManifest(
    {
      account,
      sequence: 1,
      previous: NO_HASH,
      root: hashSet(new Map([[item.id, item]]), account).root,
      log: { number: 2, head: hashOf(addEntry) },
      writer: self,
    },
    keys,
  );
  const anchor = { sequence: 1, hash: hashOf(manifest) };
  const nextKey = random(32);
  const second = commitmentOf(nextKey, account, 2);
  const removed = fingerprintOf(laptop, account);
  const removeEntry = writeRemove(
    { ...frame, number: 3, previous: hashOf(addEntry), anchor },
    removed,
    second,
    keys,
  );
  const entries = [foundEntry, kitEntry, addEntry, removeEntry];
  const log = readLog(entries, account);
  const to = { account, epoch: { number: 2, commitment: second, entry: 3, head: hashOf(removeEntry) } };
  const kitPrint = fingerprintOf(kitMember, account);
  const kitSeal = await sealEpochKey(hpke, nextKey, { ...to, to: kitPrint }, kitMember, random);
  const chain = chainEpochKey(nextKey, epochKey, { account, epoch: 2, random });
  const named = { id: '10112233-4455-4677-8899-aabbccddeeff', epoch: 2, issuer: 'After the removal' };
  const later = sampleItem(nextKey, { keys, writer: self, random, ...named });
  /** The first computer, which knows these entries of the log and its keys, and nothing else yet. */
  const atDesk = (known: readonly Uint8Array[]): SyncState => {
    const state = begin(known, { account, member: desk, proof: { kind: 'founder' } });
    const epochKeys = [epochKey, nextKey].slice(0, state.log.epochs.length);
    return { ...state, epochKeys: new Map(epochKeys.map((key, at) => [at + 1, key])) };
  };
  return {
    atDesk,
    keys,
    otherKeys,
    self,
    joinKey,
    join,
    entries,
    log,
    epochKey,
    nextKey,
    item,
    later,
    manifest,
    kitSeal,
    chain,
  };
}
