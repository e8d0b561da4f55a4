/** What a computer makes of an answer of the service. All of it is rightly signed by members; what is wrong is its place. */
import { describe, expect, it } from 'vitest';
import { applyNews } from '../../../src/core/sync/client/apply.ts';
import { gather, type Answer } from '../../../src/core/sync/client/gather.ts';
import { NO_HASH } from '../../../src/core/sync/protocol/bytes.ts';
import type { SyncState } from '../../../src/core/sync/client/state.ts';
import { verify } from '../../../src/core/sync/client/verify.ts';
import type { Item, ItemHead } from '../../../src/core/sync/protocol/item.ts';
import { writeKit } from '../../../src/core/sync/protocol/log-entry.ts';
import { headOf, readLog } from '../../../src/core/sync/protocol/log.ts';
import { readManifest, writeManifest, type Manifest } from '../../../src/core/sync/protocol/manifest.ts';
import { fingerprintOf, kitKeys, memberOf, type MemberKeys } from '../../../src/core/sync/protocol/member.ts';
import { hashSet } from '../../../src/core/sync/protocol/root.ts';
import { EMPTY_DOCUMENT } from '../../../src/core/vault/document.ts';
import { quickHpke } from '../../simulation/sync/quick-hpke.ts';
import { chanceFrom } from '../../simulation/sync/chance.ts';
import { account, codeOfFault, sampleAccount, sampleItem } from './sample.ts';

const random = chanceFrom(2, 1).bytes;
const sample = await sampleAccount();
const [foundEntry, kitEntry, addEntry, removeEntry] = sample.entries;
if (!foundEntry || !kitEntry || !addEntry || !removeEntry) throw new Error('four entries');
const lap = memberOf(sample.otherKeys, { kind: 'device', name: 'Laptop', platform: 'linux', madeAt: 1 });
const laptop = fingerprintOf(lap, account);
const { atDesk } = sample;
const context = { keys: sample.keys, hpke: quickHpke, random };

/** Two computers and a kit are in. */
const joined = [foundEntry, kitEntry, addEntry];
/** The laptop was taken out after the first manifest of the sample. */
const removed = [...joined, removeEntry];

/** An item that the desk wrote. */
function itemOf(head: Partial<ItemHead> = {}, keys: MemberKeys = sample.keys): Item {
  const key = head.epoch === 2 ? sample.nextKey : sample.epochKey;
  return sampleItem(key, { keys, writer: sample.self, random, ...head });
}

interface Made extends Manifest {
  readonly bytes: Uint8Array;
}

/** A manifest of these items, by the desk, which knew the whole log unless it says otherwise. */
function manifestOf(
  items: readonly Item[],
  more: { sequence?: number; previous?: string; entries?: readonly Uint8Array[]; number?: number } = {},
): Made {
  const { sequence = 1, previous = NO_HASH, entries = joined, number = entries.length - 1 } = more;
  const root = hashSet(new Map(items.map((item) => [item.id, item])), account).root;
  const log = { number, head: readLog(entries, account).entries[number]?.hash ?? '' };
  const frame = { account, sequence, previous, root, log, writer: sample.self };
  const bytes = writeManifest(frame, sample.keys);
  return { ...readManifest(bytes, account), bytes };
}

/** The same computer once it knows a manifest and its items. */
function knowing(state: SyncState, { sequence, hash, log }: Made, items: readonly Item[]): SyncState {
  const byId = new Map(
    items.map((item) => [item.id, { ...item, record: null, localRevision: 0, agreed: null }] as const),
  );
  const position = { sequence, hash, logNumber: log.number };
  return { ...state, position, items: { byId, hash: hashSet(byId, account) } };
}

interface Shown {
  /** The whole log; left out: the one that is known. */
  entries?: readonly Uint8Array[];
  manifests?: readonly Made[];
  /** The last of `manifests`, unless another one is shown as the newest. */
  newest?: Made | null;
  items?: readonly Item[];
}

function answerOf(state: SyncState, shown: Shown): Answer {
  const { entries = joined.slice(0, state.log.entries.length), manifests = [], items = [] } = shown;
  const newest = shown.newest === undefined ? manifests.at(-1) : shown.newest;
  const log = readLog(entries, account);
  return {
    head: { number: entries.length - 1, hash: headOf(log) },
    newest: newest?.bytes ?? null,
    log: entries.slice(state.log.entries.length),
    manifests: manifests.map(({ bytes }) => bytes),
    items: items.map(({ bytes }) => bytes),
    seals: [],
    chain: [],
    next: null,
  };
}

const looks = async (state: SyncState, shown: Shown) =>
  verify(context, state, gather(state, null, answerOf(state, shown)));

/** The code of the fault that a computer finds in an answer, or 'accepted'. */
function outcome(state: SyncState, shown: Shown): Promise<string> {
  return looks(state, shown).then(() => 'accepted', codeOfFault);
}

const item = itemOf();
const later = itemOf({ revision: 2, previous: item.hash });
const first = manifestOf([item]);
const second = manifestOf([later], { sequence: 2, previous: first.hash });

describe('the manifests of an answer', () => {
  const known = knowing(atDesk(joined), first, [item]);

  it('are a chain that begins where the computer stands', async () => {
    expect(await outcome(known, { manifests: [second], items: [later] })).toBe('accepted');
    const beside = manifestOf([later], { sequence: 2, previous: '1'.repeat(64) });
    expect(await outcome(known, { manifests: [beside], items: [later] })).toBe('FORKED');
    const gap = manifestOf([later], { sequence: 3, previous: first.hash });
    expect(await outcome(known, { manifests: [gap], items: [later] })).toBe('FORKED');
  });

  it('end with the newest one: none is kept back, and none is put in its place', async () => {
    const state = atDesk(joined);
    expect(await outcome(state, { manifests: [first, second], items: [later] })).toBe('accepted');
    expect(await outcome(state, { manifests: [first], newest: second, items: [later] })).toBe('WITHHELD');
    const other = manifestOf([later], { sequence: 2, previous: '1'.repeat(64) });
    expect(await outcome(state, { manifests: [first, second], newest: other, items: [later] })).toBe(
      'FORKED',
    );
    expect(await outcome(knowing(state, second, [later]), { newest: first })).toBe('WENT_BACK');
    expect(await outcome(known, { newest: null })).toBe('WENT_BACK');
  });

  it('know no less of the log than those before', async () => {
    const knowsLess = manifestOf([later], { sequence: 2, previous: first.hash, number: 1 });
    expect(await outcome(known, { manifests: [knowsLess], items: [later] })).toBe('NOT_VOUCHED');
  });

  it('are all there of which the log speaks', async () => {
    const keys = kitKeys(random(20), account);
    const member = memberOf(keys, { kind: 'kit', name: '', platform: '', madeAt: 1 });
    const withKit = (anchor: { sequence: number; hash: string }) => {
      const frame = { account, number: 3, previous: headOf(atDesk(joined).log), author: sample.self, at: 1 };
      return [...joined, writeKit({ ...frame, anchor }, member, keys, sample.keys)];
    };
    const has = { manifests: [second], items: [later] };
    expect(await outcome(known, { ...has, entries: withKit(second) })).toBe('accepted');
    expect(await outcome(known, { newest: first, entries: withKit(second) })).toBe('WITHHELD');
    expect(await outcome(known, { ...has, entries: withKit({ sequence: 2, hash: '1'.repeat(64) }) })).toBe(
      'FORKED',
    );
  });
});

describe('the items of an answer', () => {
  const known = knowing(atDesk(joined), first, [item]);

  it('are those that the newest manifest vouches for', async () => {
    expect(await outcome(atDesk(joined), { manifests: [first], items: [item] })).toBe('accepted');
    expect(await outcome(atDesk(joined), { manifests: [first] })).toBe('NOT_VOUCHED');
    expect(await outcome(atDesk(joined), { manifests: [first], items: [itemOf()] })).toBe('NOT_VOUCHED');
  });

  it('never go back, whoever vouches for that', async () => {
    const back = itemOf();
    const manifest = manifestOf([back], { sequence: 3, previous: second.hash });
    const state = knowing(atDesk(joined), second, [later]);
    expect(await outcome(state, { manifests: [manifest], items: [back] })).toBe('WENT_BACK');
  });

  it('follow the revision before', async () => {
    const beside = itemOf({ revision: 2, previous: '1'.repeat(64) });
    const manifest = manifestOf([beside], { sequence: 2, previous: first.hash });
    expect(await outcome(known, { manifests: [manifest], items: [beside] })).toBe('FORKED');
  });

  it('are sealed with the key of the epoch in which they are written', async () => {
    const since = readManifest(sample.manifest, account).hash;
    const base = manifestOf([sample.item], { sequence: 2, previous: since, entries: removed });
    const state = knowing(atDesk(removed), base, [sample.item]);
    const written = async (epoch: number) => {
      const one = itemOf({ revision: 2, previous: sample.item.hash, epoch });
      const manifest = manifestOf([one], { sequence: 3, previous: base.hash, entries: removed });
      return outcome(state, { entries: removed, manifests: [manifest], items: [one] });
    };
    expect(await written(2)).toBe('accepted');
    expect(await written(1)).toBe('NOT_VOUCHED');
    expect(await written(3)).toBe('NOT_VOUCHED');
  });

  it('are opened only if the member that they name signed them', async () => {
    const unreadable = async (signer: MemberKeys) => {
      const one = itemOf({}, signer);
      const verified = await looks(atDesk(joined), { manifests: [manifestOf([one])], items: [one] });
      const applied = applyNews(atDesk(joined), verified, EMPTY_DOCUMENT);
      return applied.outcome === 'applied' ? applied.said.unreadable : applied.outcome;
    };
    expect(await unreadable(sample.keys)).toEqual([]);
    expect(await unreadable(sample.otherKeys)).toEqual([item.id]);
  });
});

describe('a computer', () => {
  it('needs the key of each epoch', async () => {
    const state = { ...atDesk(joined), epochKeys: new Map<number, Uint8Array>() };
    expect(await outcome(state, { manifests: [first], items: [item] })).toBe('WITHHELD');
  });

  it('that was taken out applies nothing more', async () => {
    const state = atDesk(joined);
    const taken = await looks({ ...state, self: laptop }, { entries: removed });
    expect(taken.news).toBeNull();
    expect(applyNews(state, taken, EMPTY_DOCUMENT)).toMatchObject({
      outcome: 'removed',
      state: { trouble: 'REMOVED' },
    });
  });
});
