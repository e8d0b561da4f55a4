import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { placeEntry } from '../../../src/app/entries/place.ts';
import { undoReplace } from '../../../src/app/entries/replace.ts';
import { decodeContent, encodeContent } from '../../../src/core/vault/content.ts';
import { aDocument, anEntry } from '../vault/samples.ts';

const [then, later] = [1_750_000_000_000, 1_760_000_000_000];
const enrolment = { server: 'https://id.example.org', methodId: randomUUID() };

describe('a replaced entry', () => {
  const old = anEntry({
    issuer: 'Site',
    pinned: true,
    uses: 7,
    enrolment,
    unknownParameters: [['image', 'a b']],
    tags: ['work'],
    note: 'in the safe',
    unknownMembers: { colour: ['red'] },
  });
  const newcomer = anEntry({ issuer: 'SITE', account: old.account });
  const inItsPlace = { onSameName: 'replace' } as const;
  const replaced = placeEntry(aDocument(anEntry(), old), newcomer, inItsPlace, then).document;

  it('lies in the trash whole, and its successor stands in its place', () => {
    const [, placed] = replaced.entries;
    expect(placed).toMatchObject({ id: old.id, issuer: 'SITE', pinned: true, uses: 7, tags: ['work'] });
    expect(placed?.parameters).toBe(newcomer.parameters);
    expect(placed?.enrolment).toBeUndefined();
    expect(replaced.trash).toEqual([{ ...old, id: placed?.replaces, deletedAt: then }]);
  });

  it('comes back whole, with its link to the account and all of its address; its successor is not lost', () => {
    const back = undoReplace(decodeContent(encodeContent(replaced)), old.id, later);
    expect(back.entries[1]).toEqual(old);
    expect(back.trash).toMatchObject([{ issuer: 'SITE', deletedAt: later }]);
    expect(back.trash[0]?.parameters).toEqual(newcomer.parameters);
    expect(() => undoReplace(back, old.id, later)).toThrow('ENTRY_NOT_FOUND');
  });

  it('comes back step by step where it was replaced twice', () => {
    const third = anEntry({ issuer: 'site', account: old.account });
    const twice = placeEntry(replaced, third, inItsPlace, later).document;
    expect(twice.entries[1]).toMatchObject({ id: old.id, issuer: 'site' });
    const once = undoReplace(twice, old.id, later);
    expect(once.entries[1]).toMatchObject({ issuer: 'SITE' });
    expect(undoReplace(once, old.id, later).entries[1]).toEqual(old);
  });

  it('of an older Latchkey comes back with its parameters, and what replaced it is not lost', () => {
    const parameters = anEntry().parameters;
    const entry = anEntry({ former: { parameters, replacedAt: then } });
    const back = undoReplace(aDocument(entry), entry.id, later);
    expect(back.entries).toEqual([{ ...entry, parameters, former: null }]);
    expect(back.trash).toMatchObject([{ parameters: entry.parameters, former: null, deletedAt: later }]);
  });
});
