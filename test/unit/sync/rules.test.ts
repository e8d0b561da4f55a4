/** What a member or a service with a member's keys could make, and what each rule says to it. All of it is rightly signed. */
import { describe, expect, it } from 'vitest';
import { gather, type Answer } from '../../../src/core/sync/client/gather.ts';
import { addByKit, proposeRemove } from '../../../src/core/sync/client/members.ts';
import { commitmentOf, openEpochKey, sealEpochKey } from '../../../src/core/sync/protocol/epoch.ts';
import { createHpke } from '../../../src/core/sync/protocol/hpke.ts';
import { makeJoinRequest } from '../../../src/core/sync/protocol/join.ts';
import {
  writeAdd,
  writeKit,
  writeRemove,
  type EntryFrame,
} from '../../../src/core/sync/protocol/log-entry.ts';
import { extendLog, headOf, readLog, type MemberLog } from '../../../src/core/sync/protocol/log.ts';
import { checkVouched, readManifest, writeManifest } from '../../../src/core/sync/protocol/manifest.ts';
import {
  fingerprintOf,
  kitKeys,
  memberOf,
  newDeviceKeys,
  type MemberKeys,
} from '../../../src/core/sync/protocol/member.ts';
import { quickHpke } from '../../simulation/sync/quick-hpke.ts';
import { chanceFrom } from '../../simulation/sync/chance.ts';
import { account, code, faultOf, sampleAccount } from './sample.ts';

const random = chanceFrom(1, 1).bytes;
const sample = await sampleAccount();
const [foundEntry, kitEntry, addEntry, removeEntry] = sample.entries;
if (!foundEntry || !kitEntry || !addEntry || !removeEntry) throw new Error('four entries');
const laptop = fingerprintOf(
  { kind: 'device', signing: sample.otherKeys.signing.public, sealing: sample.otherKeys.sealing.public },
  account,
);
const kit = kitKeys(code, account);
const kitPrint = fingerprintOf(
  { kind: 'kit', signing: kit.signing.public, sealing: kit.sealing.public },
  account,
);
const START = { sequence: 0, hash: '0'.repeat(64) };
const ONE = { sequence: 1, hash: readManifest(sample.manifest, account).hash };

/** The frame of the next entry of a log, by the founder unless it says otherwise. */
function next(log: MemberLog, more: Partial<EntryFrame> = {}): EntryFrame {
  const frame = { account, number: log.entries.length, previous: headOf(log), author: sample.self, at: 1 };
  return { ...frame, anchor: log.entries.at(-1)?.anchor ?? START, ...more };
}

function aKit(text: Uint8Array = random(20)) {
  const keys = kitKeys(text, account);
  return { keys, member: memberOf(keys, { kind: 'kit', name: '', platform: '', madeAt: 1 }) };
}

function aRequest(keys: MemberKeys = newDeviceKeys(random)): Uint8Array {
  const member = memberOf(keys, { kind: 'device', name: 'New', platform: 'linux', madeAt: 1 });
  return makeJoinRequest(member, keys, { account, key: random(32) }).request;
}

const welcome = () => random(32);
const before = readLog([foundEntry, kitEntry, addEntry], account);

describe('an entry of the log', () => {
  const takes = (log: MemberLog, entry: Uint8Array) => faultOf(() => extendLog(log, [entry]));

  it('follows the entry before by its hash, and not by its number alone', () => {
    const one = readLog([foundEntry], account);
    const { keys, member } = aKit();
    const other = writeKit(next(one), member, keys, sample.keys);
    expect(faultOf(() => readLog([foundEntry, other], account))).toBe('accepted');
    expect(faultOf(() => readLog([foundEntry, other, addEntry], account))).toBe('LOG_BROKEN');
  });

  it('is made by who is in', () => {
    const { keys, member } = aKit();
    const byLaptop = (log: MemberLog) =>
      writeKit(next(log, { author: laptop }), member, keys, sample.otherKeys);
    expect(takes(before, byLaptop(before))).toBe('accepted');
    expect(takes(sample.log, byLaptop(sample.log))).toBe('LOG_RULE');
  });

  it('lets nobody in who was in', () => {
    const again = writeAdd(next(sample.log), sample.join.request, welcome, sample.keys);
    expect(takes(sample.log, again)).toBe('LOG_RULE');
    expect(takes(sample.log, writeAdd(next(sample.log), aRequest(), welcome, sample.keys))).toBe('accepted');
  });

  it('takes out somebody else who is in', () => {
    const remove = (member: string) =>
      writeRemove(next(before), member, commitmentOf(random(32), account, 2), sample.keys);
    expect(takes(before, remove(laptop))).toBe('accepted');
    expect(takes(before, remove(sample.self))).toBe('LOG_RULE');
    const twice = writeRemove(next(sample.log), laptop, commitmentOf(random(32), account, 3), sample.keys);
    expect(takes(sample.log, twice)).toBe('LOG_RULE');
  });

  it('of a kit lets a computer in, without a welcome, and does nothing else', () => {
    const byKit = next(before, { author: kitPrint });
    expect(takes(before, writeAdd(byKit, aRequest(), null, kit))).toBe('accepted');
    expect(takes(before, writeAdd(byKit, aRequest(), welcome, kit))).toBe('LOG_RULE');
    expect(takes(before, writeAdd(next(before), aRequest(), null, sample.keys))).toBe('LOG_RULE');
    const commitment = commitmentOf(random(32), account, 2);
    expect(takes(before, writeRemove(byKit, laptop, commitment, kit))).toBe('LOG_RULE');
    const { keys, member } = aKit();
    expect(takes(before, writeKit(byKit, member, keys, kit))).toBe('LOG_RULE');
  });

  it('knows no older manifest than the one before, and no other one of the same number', () => {
    const { keys, member } = aKit();
    const knows = (anchor: EntryFrame['anchor']) =>
      takes(sample.log, writeKit(next(sample.log, { anchor }), member, keys, sample.keys));
    expect(knows(ONE)).toBe('accepted');
    expect(knows({ sequence: 2, hash: '1'.repeat(64) })).toBe('accepted');
    expect(knows(START)).toBe('LOG_RULE');
    expect(knows({ ...ONE, hash: '1'.repeat(64) })).toBe('LOG_RULE');
  });

  it('that lets a kit in is signed by that kit', () => {
    const { keys, member } = aKit();
    expect(takes(before, writeKit(next(before), member, keys, sample.keys))).toBe('accepted');
    expect(takes(before, writeKit(next(before), member, aKit().keys, sample.keys))).toBe('BAD_SIGNATURE');
  });

  it('brings the computers to sixteen and the kits to two, and no further', () => {
    let log = before;
    for (let count = 2; count < 16; count += 1)
      log = extendLog(log, [writeAdd(next(log), aRequest(), welcome, sample.keys)]);
    expect(takes(log, writeAdd(next(log), aRequest(), welcome, sample.keys))).toBe('LOG_RULE');
    const withKit = () => {
      const { keys, member } = aKit();
      return writeKit(next(log), member, keys, sample.keys);
    };
    log = extendLog(log, [withKit()]);
    expect(takes(log, withKit())).toBe('LOG_RULE');
  });
});

describe('a manifest', () => {
  const manifestOf = (
    writer: string,
    keys: MemberKeys,
    log: { number: number; head: string },
    sequence = 2,
  ) =>
    readManifest(
      writeManifest({ account, sequence, previous: ONE.hash, root: '2'.repeat(64), log, writer }, keys),
      account,
    );
  const place = (log: MemberLog, number = log.entries.length - 1) => ({
    number,
    head: log.entries[number]?.hash ?? '',
  });
  const vouches = (log: MemberLog, ...given: Parameters<typeof manifestOf>) =>
    faultOf(() => checkVouched(manifestOf(...given), log));

  it('is made by a computer that was in by then, and no kit', () => {
    expect(vouches(before, laptop, sample.otherKeys, place(before))).toBe('accepted');
    expect(vouches(before, laptop, sample.otherKeys, place(before, 1))).toBe('NOT_VOUCHED');
    expect(vouches(before, kitPrint, kit, place(before))).toBe('NOT_VOUCHED');
  });

  it('speaks of the log that is known', () => {
    const other = { number: 2, head: '3'.repeat(64) };
    expect(vouches(before, sample.self, sample.keys, other)).toBe('FORKED');
    expect(vouches(before, sample.self, sample.keys, { number: 9, head: '3'.repeat(64) })).toBe('WITHHELD');
  });

  it('ignores no removal', () => {
    expect(vouches(sample.log, sample.self, sample.keys, place(sample.log))).toBe('accepted');
    expect(vouches(sample.log, sample.self, sample.keys, place(sample.log, 2))).toBe('NOT_VOUCHED');
    expect(vouches(sample.log, laptop, sample.otherKeys, place(sample.log))).toBe('NOT_VOUCHED');
    expect(vouches(sample.log, sample.self, sample.otherKeys, place(sample.log))).toBe('BAD_SIGNATURE');
  });
});

describe('the key of an epoch', () => {
  const epoch = { number: 2, commitment: commitmentOf(sample.nextKey, account, 2), entry: 3 };
  const to = { account, epoch: { ...epoch, head: headOf(sample.log) }, to: kitPrint };

  it('is the one that the log speaks of, also where another one is rightly sealed', async () => {
    const hpke = createHpke();
    const { member } = aKit(code);
    const open = async (key: Uint8Array) =>
      openEpochKey(hpke, await sealEpochKey(hpke, key, to, member, random), sample.log, {
        keys: kit,
        fingerprint: kitPrint,
      });
    expect(await open(sample.nextKey)).toMatchObject({ epoch: 2 });
    await expect(open(random(32))).rejects.toMatchObject({ code: 'KEY_WRONG' });
  });

  it('of the next epoch is sealed for all but the one that goes', async () => {
    const known = sample.atDesk([foundEntry, kitEntry, addEntry]);
    const context = { keys: sample.keys, hpke: quickHpke, random };
    const { proposal } = await proposeRemove(context, known, { member: laptop, at: 1 });
    // The recipient stands behind context, suite, account and epoch.
    const recipients = (proposal?.seals ?? []).map((seal) => Buffer.from(seal).toString('hex', 43, 75));
    expect(recipients.toSorted()).toEqual([sample.self, kitPrint].toSorted());
  });

  it('is not given by a kit that was taken out', async () => {
    const commitment = commitmentOf(random(32), account, 3);
    const entry = writeRemove(next(sample.log), kitPrint, commitment, sample.keys);
    const keys = newDeviceKeys(random);
    const context = { keys, hpke: quickHpke, random };
    const shown = { account, entries: [...sample.entries, entry], newest: null, seal: sample.kitSeal };
    await expect(addByKit(context, shown, { code, request: aRequest(keys), at: 1 })).rejects.toMatchObject({
      code: 'NOT_WELCOMED',
    });
  });
});

describe('the pages of an answer', () => {
  /** How a computer that knows these entries takes an answer with this in it. */
  function taken(entries: readonly Uint8Array[], of: (head: Answer['head']) => Partial<Answer>) {
    const state = sample.atDesk(entries);
    const head = { number: entries.length - 1, hash: headOf(state.log) };
    const empty = { newest: null, log: [], manifests: [], items: [], seals: [], chain: [], next: null };
    return faultOf(() => gather(state, null, { head, ...empty, ...of(head) }));
  }

  it('end: the next one is a later one', () => {
    const asks = (next: Answer['next']) => taken([foundEntry], () => ({ next }));
    expect(asks({ log: 1, manifests: 1, items: 0 })).toBe('accepted');
    expect(asks({ log: 1, manifests: 0, items: 0 })).toBe('MALFORMED');
  });

  it('show the known log, and no shorter and no other one', () => {
    const shows = (head: Partial<Answer['head']>) =>
      taken([foundEntry, kitEntry], (known) => ({ head: { ...known, ...head } }));
    expect(shows({ number: 1 })).toBe('accepted');
    expect(shows({ number: 0 })).toBe('WENT_BACK');
    expect(shows({ number: 1, hash: '4'.repeat(64) })).toBe('FORKED');
  });
});
