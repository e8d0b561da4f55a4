import { describe, expect, it } from 'vitest';
import { preparePush } from '../../../src/core/sync/client/push.ts';
import type { SyncState } from '../../../src/core/sync/client/state.ts';
import { plainRecord } from '../../../src/core/sync/content/record.ts';
import { readItem } from '../../../src/core/sync/protocol/item.ts';
import { hashSet } from '../../../src/core/sync/protocol/root.ts';
import { newEntry } from '../../../src/core/entry/entry.ts';
import { quickHpke } from '../../simulation/sync/quick-hpke.ts';
import { chanceFrom } from '../../simulation/sync/chance.ts';
import { account, sampleAccount } from './sample.ts';

const sample = await sampleAccount();
const { id, hash } = sample.item;
const context = { keys: sample.keys, hpke: quickHpke, random: chanceFrom(3, 1).bytes };
const parameters = {
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  secret: new Uint8Array(20),
} as const;
const body = {
  kind: 'entry',
  entry: newEntry({ id, issuer: 'Changed', account: '', parameters }, 1),
} as const;
const pending = new Map([[id, { body, lamport: 5, localRevision: 2, displaced: [], conflictsWith: null }]]);

/** The desk once it knows the sample's first item, of epoch 1. @param entries of the log: with the fourth, epoch 2 begins */
function atDesk(
  entries: number,
  record: ReturnType<typeof plainRecord> | null = plainRecord(body, 1),
): SyncState {
  const state = sample.atDesk(sample.entries.slice(0, entries));
  const byId = new Map([[id, { hash, revision: 1, epoch: 1, record, localRevision: 1, agreed: null }]]);
  return {
    ...state,
    items: { byId, hash: hashSet(byId, account) },
  };
}

/** The items of the push that a state makes; null if it makes none. */
function pushed(state: SyncState) {
  const { push } = preparePush(context, state);
  return push === state.push ? null : push?.items.map((bytes) => readItem(bytes, account));
}

describe('a push', () => {
  it('brings what is pending, after the revision that is known', () => {
    expect(pushed({ ...atDesk(3), pending })).toMatchObject([{ id, revision: 2, previous: hash, epoch: 1 }]);
    expect(pushed(atDesk(3))).toBeNull();
  });

  it('waits until the fate of the one before is known', () => {
    const { push } = preparePush(context, { ...atDesk(3), pending });
    expect(push).not.toBeNull();
    expect(pushed({ ...atDesk(3), pending, push })).toBeNull();
  });

  it('writes over nothing that cannot be read here', () => {
    expect(pushed({ ...atDesk(3, null), pending })).toBeNull();
  });

  it('seals anew what is sealed in an older epoch', () => {
    expect(pushed(atDesk(4))).toMatchObject([{ id, revision: 2, previous: hash, epoch: 2 }]);
    expect(pushed(atDesk(4, null))).toBeNull();
  });
});
