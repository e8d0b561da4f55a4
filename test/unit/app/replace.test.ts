import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { placeEntry } from '../../../src/app/entries/place.ts';
import { purgeTrash, takeBack } from '../../../src/app/entries/former.ts';
import { decodeContent, encodeContent } from '../../../src/core/vault/content.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
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

  const newest = (document: VaultDocument) => document.entries.find(({ id }) => id === old.id)?.former[0];
  const backNow = (document: VaultDocument) =>
    takeBack(document, old.id, newest(document)?.replacedAt ?? 0, later);

  it('comes back whole, with its link to the account and all of its address; its successor is not lost', () => {
    const back = backNow(decodeContent(encodeContent(replaced)));
    expect(back.entries[1]).toEqual({
      ...old,
      former: [{ parameters: newcomer.parameters, replacedAt: later }],
    });
    expect(back.trash).toEqual([]);
    expect(() => takeBack(back, old.id, then, later)).toThrow('FORMER_GONE');
  });

  it('comes back step by step where it was replaced twice', () => {
    const third = anEntry({ issuer: 'site', account: old.account });
    const twice = placeEntry(replaced, third, inItsPlace, later).document;
    expect(twice.entries[1]).toMatchObject({ id: old.id, issuer: 'site', former: [{}, {}] });
    const once = backNow(twice);
    expect(once.entries[1]).toMatchObject({ issuer: 'SITE' });
    const whole = takeBack(once, old.id, then, later).entries[1];
    expect(whole).toEqual({ ...old, former: [expect.anything(), expect.anything()] });
    expect(whole?.former.map(({ parameters }) => parameters)).toEqual([
      newcomer.parameters,
      third.parameters,
    ]);
    expect(new Set(whole?.former.map(({ replacedAt }) => replacedAt)).size).toBe(2);
  });

  it('that an older Latchkey kept only in the trash is in the history too', () => {
    const older = { ...replaced, entries: replaced.entries.map((entry) => ({ ...entry, former: [] })) };
    const back = takeBack(older, old.id, then, later);
    expect(back.entries[1]).toMatchObject({ issuer: 'Site', former: [{ replacedAt: later }] });
    expect(back.entries[1]?.parameters).toEqual(old.parameters);
  });

  it('keeps what the person said of its successor, and a new name with it', () => {
    const said = { issuer: 'Work', tags: ['mine'], note: 'new', siteCodes: [siteCode('abcd-1234')] };
    const edited = {
      ...replaced,
      entries: replaced.entries.map((entry) => (entry.id === old.id ? { ...entry, ...said } : entry)),
    };
    expect(backNow(edited).entries[1]).toMatchObject(said);
  });

  it('leaves no more than five secrets behind, the newest', () => {
    let document = replaced;
    for (let at = 1; at <= 6; at += 1) {
      const next = anEntry({ issuer: 'Site', account: old.account });
      ({ document } = placeEntry(document, next, inItsPlace, then + at));
    }
    const times = document.entries[1]?.former.map(({ replacedAt }) => replacedAt - then);
    expect(times).toEqual([6, 5, 4, 3, 2]);
  });

  it('that is purged from the trash leaves no secret in its successor’s history', () => {
    const purged = purgeTrash(replaced, () => true);
    expect(purged).toMatchObject({ trash: [], entries: [{}, { former: [] }] });
    expect(purgeTrash(replaced, () => false)).toEqual(replaced);
  });

  it('gives its successor the recovery codes of the site, each once', () => {
    const [one, two, three] = ['abcd-1234', 'efgh-5678', 'ijkl-9012'].map(siteCode);
    if (!one || !two || !three) throw new Error('three codes were made');
    const used = { ...one, usedAt: then };
    const before = aDocument({ ...old, siteCodes: [used, two] });
    const { document } = placeEntry(before, { ...newcomer, siteCodes: [one, three] }, inItsPlace, then);
    expect(document.entries[0]?.siteCodes).toEqual([used, two, three]);
  });
});

function siteCode(text: string) {
  return { code: Buffer.from(text), usedAt: null };
}
