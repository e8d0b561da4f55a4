import { randomBytes, randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { compareStates, mergeStates, replaceState } from '../../../src/core/history/states.ts';
import { revert } from '../../../src/core/history/revert.ts';
import { anyDocument } from './any-document.ts';
import { aDocument, anEntry, withParameters } from './samples.ts';

const NOW = 1_750_000_000_000;
const counted = (counter: number, secret = Buffer.alloc(20, 7)): Entry =>
  anEntry({ parameters: { kind: 'hotp', algorithm: 'SHA1', digits: 6, counter, secret } });

/** An older state and a present one that have entries in common, changed and unchanged. */
const twoStates = fc
  .tuple(anyDocument, anyDocument, fc.infiniteStream(fc.nat(3)))
  .map(([older, other, picks]): { older: VaultDocument; present: VaultDocument } => {
    const pick = () => picks.next().value ?? 0;
    const shared = older.entries.filter(() => pick() > 0);
    const changed = shared.map((entry) =>
      pick() === 0 ? { ...entry, parameters: anEntry().parameters } : entry,
    );
    const ids = new Set(changed.map(({ id }) => id));
    const isFree = ({ id }: Entry) => !ids.has(id);
    return {
      older,
      present: {
        ...other,
        entries: [...changed, ...other.entries.filter(isFree)],
        trash: other.trash.filter(isFree),
      },
    };
  });

const secretsIn = ({ entries, trash }: VaultDocument) =>
  new Set([...entries, ...trash].map(({ parameters }) => Buffer.from(parameters.secret).toString('hex')));

const hasEveryIdOnce = ({ entries, trash }: VaultDocument): boolean => {
  const ids = [...entries, ...trash].map(({ id }) => id);
  return new Set(ids).size === ids.length;
};

describe('a restore', () => {
  it('loses no secret of either side, merged or replaced, and gives every entry an id of its own', () => {
    fc.assert(
      fc.property(twoStates, ({ older, present }) => {
        const listed = older.entries.map(({ parameters }) => Buffer.from(parameters.secret).toString('hex'));
        for (const result of [mergeStates(present, older), replaceState(present, older, NOW)]) {
          const kept = secretsIn(result);
          for (const secret of [...secretsIn(present), ...listed]) expect(kept.has(secret)).toBe(true);
          expect(hasEveryIdOnce(result)).toBe(true);
        }
      }),
    );
  });

  it('that merges takes nothing out of the list; that replaces makes the list the older one', () => {
    fc.assert(
      fc.property(twoStates, ({ older, present }) => {
        const merged = mergeStates(present, older);
        expect(merged.entries.slice(0, present.entries.length).map(({ id }) => id)).toEqual(
          present.entries.map(({ id }) => id),
        );
        const replaced = replaceState(present, older, NOW);
        expect(replaced.entries.map(({ id }) => id)).toEqual(older.entries.map(({ id }) => id));
      }),
    );
  });

  it('merged twice adds nothing the second time', () => {
    const [here, there] = [anEntry(), anEntry()];
    const once = mergeStates(aDocument(here), aDocument(here, there));
    expect(once.entries).toHaveLength(2);
    expect(mergeStates(once, aDocument(here, there)).entries).toHaveLength(2);
  });

  it('says of each entry how it stands to what is here', () => {
    const [same, other, trashed, gone] = [anEntry(), anEntry(), anEntry(), anEntry()];
    const present = {
      ...aDocument(same, { ...other, parameters: anEntry().parameters }, anEntry()),
      trash: [{ ...trashed, deletedAt: NOW }],
    };
    const { entries, onlyHere } = compareStates(present, aDocument(same, other, trashed, gone));
    expect(entries.map(({ change }) => change)).toEqual(['same', 'differs', 'trashed', 'new']);
    expect(onlyHere).toEqual([present.entries[2]]);
  });

  it('knows a code that was added again, under whatever name', () => {
    const old = anEntry({ issuer: 'Old name' });
    const again = { ...old, id: randomUUID(), issuer: 'New name' };
    expect(compareStates(aDocument(again), aDocument(old)).entries[0]?.change).toBe('same');
    expect(mergeStates(aDocument(again), aDocument(old)).entries).toHaveLength(1);
  });

  it('keeps the same codes under two names apart', () => {
    const one = anEntry({ issuer: 'One' });
    const two = { ...one, id: randomUUID(), issuer: 'Two' };
    const present = aDocument({ ...two, id: randomUUID() });
    const changes = compareStates(present, aDocument(one, two)).entries.map(({ change }) => change);
    expect(changes).toEqual(['new', 'same']);
    expect(mergeStates(present, aDocument(one, two)).entries.map(({ issuer }) => issuer)).toEqual([
      'Two',
      'One',
    ]);
  });

  it('with an entry of other settings since adds it once, however often it is merged', () => {
    const older = anEntry({ issuer: 'Site' });
    const present = { ...older, parameters: anEntry().parameters };
    const once = mergeStates(aDocument(present), aDocument(older));
    expect(once.entries).toHaveLength(2);
    expect(mergeStates(once, aDocument(older)).entries).toHaveLength(2);
  });

  it('never puts a counter back', () => {
    const [behind, ahead] = [counted(3), counted(9)];
    const twin = { ...behind, id: ahead.id };
    const counterOf = (document: VaultDocument) =>
      document.entries.map(({ parameters }) => (parameters.kind === 'hotp' ? parameters.counter : null));
    expect(counterOf(replaceState(aDocument(ahead), aDocument(twin), NOW))).toEqual([9]);
    expect(counterOf(mergeStates(aDocument(twin), aDocument(ahead)))).toEqual([9]);
  });

  it('never puts a counter back, wherever the entry that went further lies and whatever it is like', () => {
    const used = counted(9);
    const older = { ...used, parameters: withParameters(used, { counter: 3 }) };
    const others: VaultDocument[] = [
      { ...aDocument(), trash: [{ ...used, deletedAt: NOW }] },
      { ...aDocument(), trash: [{ ...used, id: randomUUID(), deletedAt: NOW }] },
      aDocument({ ...used, id: randomUUID() }),
      aDocument({ ...used, parameters: withParameters(used, { digits: 8 }) }),
    ];
    const binned = { ...aDocument(), trash: [{ ...older, deletedAt: NOW }] };
    for (const present of others) {
      for (const state of [aDocument(older), binned]) {
        for (const after of [mergeStates(present, state), replaceState(present, state, NOW)]) {
          for (const { parameters } of [...after.entries, ...after.trash]) {
            expect(parameters).toMatchObject({ counter: 9 });
          }
        }
      }
    }
  });

  it('brings quarantined records along once', () => {
    const record = {
      kind: 'entry' as const,
      json: randomBytes(9),
      secrets: randomBytes(3),
      wrong: 'other' as const,
      reason: 'x',
    };
    const older = { ...aDocument(), quarantine: [record] };
    const merged = mergeStates({ ...aDocument(), quarantine: [{ ...record }] }, older);
    expect(merged.quarantine).toHaveLength(1);
    expect(mergeStates(aDocument(), older).quarantine).toEqual([record]);
  });
});

describe('an undo', () => {
  it('brings back what was, where nothing happened since', () => {
    fc.assert(
      fc.property(twoStates, ({ older, present }) => {
        for (const after of [replaceState(present, older, NOW), mergeStates(present, older)]) {
          const back = revert(present, after, after);
          expect(back.entries).toEqual(present.entries);
          expect(new Set(back.trash)).toEqual(new Set(present.trash));
        }
      }),
    );
  });

  it('leaves alone what was changed, added or removed since', () => {
    const [kept, renamed, removed] = [anEntry(), anEntry(), anEntry()];
    const before = aDocument(kept, renamed, removed);
    const after: VaultDocument = {
      ...before,
      entries: [],
      trash: before.entries.map((entry) => ({ ...entry, deletedAt: NOW })),
    };
    const [first, second] = after.trash;
    if (!first || !second) throw new Error('the trash has two');
    const added = anEntry();
    const now = { ...after, entries: [{ ...renamed, issuer: 'Renamed' }, added], trash: [first] };
    const back = revert(before, after, now);
    expect(back.entries).toEqual([kept, { ...renamed, issuer: 'Renamed' }, added]);
    expect(back.trash).toEqual([]);
  });

  it('brings a dropped record back', () => {
    const record = {
      kind: 'entry' as const,
      json: randomBytes(9),
      secrets: randomBytes(3),
      wrong: 'other' as const,
      reason: 'x',
    };
    const before = { ...aDocument(), quarantine: [record] };
    expect(revert(before, aDocument(), aDocument()).quarantine).toEqual([record]);
  });
});
