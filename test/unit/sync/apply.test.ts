import { describe, expect, it } from 'vitest';
import { applyNews } from '../../../src/core/sync/client/apply.ts';
import { noteChanges } from '../../../src/core/sync/client/pending.ts';
import type { SyncState } from '../../../src/core/sync/client/state.ts';
import { encodeRecord, plainRecord, type Body } from '../../../src/core/sync/content/record.ts';
import { sealItem } from '../../../src/core/sync/protocol/item.ts';
import { hashSet } from '../../../src/core/sync/protocol/root.ts';
import { newEntry, type Entry } from '../../../src/core/entry/entry.ts';
import { EMPTY_DOCUMENT } from '../../../src/core/vault/document.ts';
import { chanceFrom } from '../../simulation/sync/chance.ts';
import { account, sampleAccount } from './sample.ts';

const sample = await sampleAccount();
const random = chanceFrom(4, 1).bytes;
const settings = { kind: 'totp', algorithm: 'SHA1', digits: 6, period: 30 } as const;
const entries = Array.from({ length: 6 }, (_, at): Entry => {
  const id = `0011223${at}-4455-4677-8899-aabbccddeeff`;
  const parameters = { ...settings, secret: random(20) };
  return newEntry({ id, issuer: `Site ${at}`, account: 'ada', parameters }, 1);
});

/** The desk, which knows an item for each entry of its vault. */
function atDesk(): SyncState {
  const byId = new Map(
    entries.map((entry) => {
      const record = plainRecord({ kind: 'entry', entry }, 1);
      return [
        entry.id,
        { hash: '1'.repeat(64), revision: 1, epoch: 1, record, localRevision: 1, agreed: null },
      ];
    }),
  );
  const items = { byId, hash: hashSet(byId, account) };
  return { ...sample.atDesk(sample.entries.slice(0, 3)), items };
}

/** What comes of the next revisions of some items, which the desk wrote elsewhere. */
function applied(state: SyncState, bodies: ReadonlyMap<string, Body>, vault: readonly Entry[]) {
  const items = [...bodies].map(([id, body]) => {
    const head = { account, id, revision: 2, previous: '1'.repeat(64), epoch: 1, writer: sample.self };
    const sealing = { key: sample.epochKey, keys: sample.keys, random };
    return sealItem(head, encodeRecord(plainRecord(body, 7), id), sealing);
  });
  const position = { sequence: 1, hash: '2'.repeat(64), logNumber: 2 };
  const hash = hashSet(new Map(items.map((item) => [item.id, item])), account);
  const news = { epochKeys: state.epochKeys, position, items, hash, push: 'none' } as const;
  const document = { ...EMPTY_DOCUMENT, entries: vault };
  return applyNews(noteChanges(state, document), { log: state.log, news }, document);
}

const gone = { kind: 'gone', deletedAt: 2 } as const;
const deletedOf = (count: number) => new Map(entries.slice(0, count).map(({ id }) => [id, gone]));

describe('deletions that came', () => {
  it('are asked about if they are many, once for a manifest, and nothing changes until then', () => {
    const asked = applied(atDesk(), deletedOf(6), entries);
    const ids = entries.map(({ id }) => id);
    expect(asked).toEqual({ outcome: 'ask', manifest: '2'.repeat(64), deleted: ids });
    const decision = { manifest: '2'.repeat(64), answer: 'delete' } as const;
    expect(applied({ ...atDesk(), decision }, deletedOf(6), entries)).toMatchObject({
      outcome: 'applied',
      document: { entries: [] },
    });
    const forAnother = { manifest: '3'.repeat(64), answer: 'delete' } as const;
    expect(applied({ ...atDesk(), decision: forAnother }, deletedOf(6), entries).outcome).toBe('ask');
  });

  it('are applied if it is one', () => {
    expect(applied(atDesk(), deletedOf(1), entries)).toMatchObject({
      outcome: 'applied',
      document: { entries: entries.slice(1).map(({ id }) => ({ id })) },
    });
  });
});

it('a change that came is merged with the one that was made here', () => {
  const [first, ...others] = entries;
  if (first === undefined) throw new Error('six');
  const here = [{ ...first, issuer: 'Renamed here', revision: 2 }, ...others];
  const there = { kind: 'entry', entry: { ...first, note: 'from there' } } as const;
  const result = applied(atDesk(), new Map([[first.id, there]]), here);
  if (result.outcome !== 'applied') throw new Error(result.outcome);
  expect(result.document.entries[0]).toMatchObject({ issuer: 'Renamed here', note: 'from there' });
  expect(result.state.pending.get(first.id)?.body).toMatchObject({ entry: { issuer: 'Renamed here' } });
});
