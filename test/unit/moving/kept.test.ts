import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../src/core/history/changes.ts';
import { revert } from '../../../src/core/history/revert.ts';
import { mergeStates, replaceState } from '../../../src/core/history/states.ts';
import { newSite, type MovingSite } from '../../../src/core/moving/site.ts';
import { markOf } from '../../../src/core/vault/backup.ts';
import { decodeContent, encodeContent } from '../../../src/core/vault/content.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
import { joinRecords, splitRecords } from '../../../src/core/vault/records.ts';
import { withRevisions } from '../../../src/core/vault/revisions.ts';
import { aDocument, anEntry } from '../vault/samples.ts';

const SITE = 6;
const site = (name: string, parts: Partial<MovingSite> = {}): MovingSite => ({
  ...newSite(name, 'authy', 1),
  ...parts,
});
const listed = (...moving: MovingSite[]): VaultDocument => ({ ...aDocument(), moving });
const names = ({ moving }: VaultDocument) => moving.map(({ name }) => name);
/** What a write makes of an edit. */
const written = (present: VaultDocument, edited: VaultDocument) => withRevisions(present, edited, 9);

describe('the moving list in the vault', () => {
  it('is read as it was written, in its order, with what a newer Latchkey added', () => {
    const entry = anEntry();
    const newer = Object.assign(site('B'), { later: { kept: true } });
    const document = { ...aDocument(entry), moving: [newer, site('A', { moved: { entry: entry.id } })] };
    expect(decodeContent(encodeContent(document)).moving).toEqual(document.moving);
  });

  it.each([
    ['names no app that is known', { app: 'elsewhere' }],
    ['has no name', { name: '' }],
    ['has a name that is too long', { name: 'x'.repeat(257) }],
    ['is marked with something else', { moved: true }],
    ['has no id', { id: 'none' }],
  ])('keeps a record byte for byte that %s', (_, parts) => {
    const json = Buffer.from(` ${JSON.stringify({ ...site('A'), ...parts })}`);
    const [document] = splitRecords(encodeContent(aDocument()));
    if (document === undefined) throw new Error('the document is always written');
    const content = joinRecords([
      { ...document, secrets: [] },
      { kind: SITE, json, secrets: [] },
    ]);
    const read = decodeContent(content);
    expect(read.moving).toEqual([]);
    expect(encodeContent(read)).toEqual(content);
  });

  it('has each id once', () => {
    const [one, other] = [site('A'), site('B')];
    const read = decodeContent(encodeContent(listed(one, { ...other, id: one.id })));
    expect(read.moving).toEqual([one]);
    expect(read.unknownRecords).toHaveLength(1);
  });

  it('counts a site’s changes, and leaves a tombstone for one that is removed', () => {
    const [kept, renamed, removed] = [site('A'), site('B'), site('C', { revision: 4 })];
    const before = listed(kept, renamed, removed);
    const after = written(before, listed({ ...kept }, { ...renamed, name: 'D' }));
    expect(after.moving).toMatchObject([kept, { name: 'D', revision: 2, changedAt: 9 }]);
    expect(after.tombstones).toEqual([{ id: removed.id, revision: 5, deletedAt: 9 }]);
    const back = written(after, { ...after, moving: [...after.moving, removed] });
    expect(back.moving.at(-1)).toMatchObject({ id: removed.id, revision: 6 });
    expect(back.tombstones).toEqual([]);
  });
});

describe('a change of the moving list', () => {
  const before = listed(site('A'), site('B'));
  const [first, second] = before.moving;
  if (first === undefined || second === undefined) throw new Error('there are two');
  const cases: [string, VaultDocument, string[]][] = [
    ['nothing but its count', listed({ ...first, revision: 8, changedAt: 8 }, second), []],
    ['a site more', listed(first, second, site('C')), ['moving']],
    ['a site less', listed(first), ['moving']],
    ['another name', listed({ ...first, name: 'C' }, second), ['moving']],
    ['a tick', listed(first, { ...second, moved: { entry: null } }), ['moving']],
    ['another order', listed(second, first), ['moving']],
  ];
  it.each(cases)('is one of the vault, worth an older state and a backup: %s', (_, after, kinds) => {
    const key = randomBytes(32);
    expect(changesBetween(before, after, 1).map(({ kind }) => kind)).toEqual(kinds);
    expect(markOf(after, key) === markOf(before, key)).toBe(kinds.length === 0);
  });

  it('does not change the mark of a backup whose vault has none', () => {
    const key = randomBytes(32);
    expect(markOf(listed(), key)).toBe(markOf(aDocument(), key));
  });
});

describe('undo', () => {
  it('brings a removed list back in its order, and keeps what came since', () => {
    const before = listed(site('A'), site('B'), site('C'));
    const after = listed();
    const now = listed(site('D'));
    expect(names(revert(before, after, now))).toEqual(['A', 'B', 'C', 'D']);
  });

  it('takes added sites away, except one that was changed since', () => {
    const [a, b] = [site('A'), site('B')];
    const back = revert(listed(), listed(a, b), listed({ ...a, moved: { entry: null }, revision: 2 }, b));
    expect(names(back)).toEqual(['A']);
  });

  it('of an added code takes its mark away too', () => {
    const entry = anEntry();
    const [open, done] = [site('A'), { entry: entry.id }];
    const after = { ...aDocument(entry), moving: [{ ...open, moved: done, revision: 2 }] };
    expect(revert(listed(open), after, after)).toMatchObject({ entries: [], moving: [{ moved: null }] });
  });
});

describe('a restore', () => {
  const restores: [string, (present: VaultDocument, older: VaultDocument) => VaultDocument][] = [
    ['merged', mergeStates],
    ['replaced', (present, older) => replaceState(present, older, 1)],
  ];
  it.each(restores)('%s, adds what only the older state has and takes nothing away', (_, restore) => {
    const [shared, mine, theirs] = [site('A'), site('B'), site('C')];
    const ticked = { ...shared, moved: { entry: null }, revision: 2 };
    const back = restore(listed(ticked, mine), listed(shared, theirs));
    expect(back.moving).toEqual([ticked, mine, theirs]);
  });

  it.each(restores)('%s, brings nothing back that the person removed, and no name twice', (_, restore) => {
    const [removed, again] = [site('A'), site('B')];
    const present = written(listed(removed), listed(site('b ')));
    expect(names(restore(present, listed(removed, again)))).toEqual(['b ']);
  });

  it.each(restores)('%s, brings a whole list into a vault that never had it', (_, restore) => {
    const list = listed(site('A', { revision: 3 }), site('B', { moved: { entry: randomUUID() } }));
    expect(restore(aDocument(), list).moving).toEqual(list.moving);
  });
});
