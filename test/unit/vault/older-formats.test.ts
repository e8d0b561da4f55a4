import { describe, expect, it } from 'vitest';
import { withRevisions } from '../../../src/core/vault/revisions.ts';
import { sealVault, unsealVault } from '../../../src/core/vault/seal.ts';
import { plain } from './samples.ts';
import { vectorOf } from './vectors.ts';

const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const old = unsealVault(vectorOf('1.1'), key);
const [bank, counting, service] = old.document.entries;

describe('a vault of format 1.1', () => {
  it('opens for writing, with a first revision and a time of change for each entry', () => {
    expect(old.readOnly).toBe(false);
    const times = { revision: 1, changedAt: 1_767_225_600_000, tags: [], note: '' };
    expect(old.document.entries).toMatchObject([times, times, times]);
    expect(old.document.trash).toMatchObject([{ ...times, changedAt: 1_767_225_800_000 }]);
    expect(old.document.tombstones).toEqual([]);
  });

  it('is kept whole: what it knows, and what nobody knows', () => {
    expect(bank).toMatchObject({ pinned: true, uses: 3, unknownMembers: { from: 'another Latchkey' } });
    expect(counting).toMatchObject({
      parameters: { counter: 7 },
      former: [{ parameters: { kind: 'steam' } }],
    });
    expect(service).toMatchObject({ replaces: old.document.trash[0]?.id, enrolment: {} });
    const again = unsealVault(sealVault(old.header, old.document, key), key);
    expect(plain(again.document)).toEqual(plain(old.document));
    expect(again.header).toEqual(old.header);
    expect(old.document.quarantine).toMatchObject([{ kind: 'entry' }]);
    expect(old.document.unknownRecords).toMatchObject([{ kind: 77 }]);
    expect(old.document.unknownMembers).toEqual({ hint: ['kept'] });
  });

  it('has the entries of the 1.2 that was made of it', () => {
    const newer = unsealVault(vectorOf('1.2'), key);
    const { entries, trash, tombstones } = newer.document;
    expect(newer.readOnly).toBe(false);
    expect(entries.slice(1)).toEqual(old.document.entries.slice(1));
    expect(trash).toEqual(old.document.trash);
    expect(entries[0]).toMatchObject({ revision: 2, tags: ['work'], note: 'in the safe' });
    expect(tombstones).toEqual([
      { id: '6c617463-686b-4579-8000-0000000000a8', revision: 4, deletedAt: 1_767_226_000_000 },
    ]);
    expect(plain(withRevisions(newer.document, newer.document, 0))).toEqual(plain(newer.document));
  });
});

describe('a vault of format 1.3', () => {
  const { document, readOnly } = unsealVault(vectorOf('1.3'), key);
  const [first, ...others] = document.entries;

  it('has the entries of the 1.2 that it was made of, and more of one', () => {
    const older = unsealVault(vectorOf('1.2'), key).document;
    expect(readOnly).toBe(false);
    expect(others).toEqual(older.entries.slice(1));
    expect(first).toMatchObject({ revision: 3, tags: ['work'], icon: { letter: true } });
    expect(plain({ ...document, entries: first ? [first] : [] })).toMatchObject({
      entries: [
        {
          former: [{ parameters: { kind: 'steam' }, replacedAt: 1_767_226_100_000 }],
          siteCodes: [{ usedAt: 1_767_226_200_000 }, { usedAt: null }],
        },
      ],
    });
    const codes = first?.siteCodes.map(({ code }) => Buffer.from(code).toString());
    expect(codes).toEqual(['abcd-1234', '4027 1183']);
    expect(plain(withRevisions(document, document, 0))).toEqual(plain(document));
  });
});
