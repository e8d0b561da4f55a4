import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { outOfTrash, toTrash, type Entry } from '../../../src/core/entry/entry.ts';
import { entriesOfOpenSites, markAdded, markMoved } from '../../../src/core/moving/mark.ts';
import { isMoved, newSite, type MovingSite } from '../../../src/core/moving/site.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
import { aDocument, anEntry } from '../vault/samples.ts';

const site = (name: string, moved: MovingSite['moved'] = null) => ({ ...newSite(name, 'authy', 1), moved });
const github = () => anEntry({ issuer: 'GitHub', account: 'ada' });
const listed = (sites: MovingSite[], ...entries: Entry[]): VaultDocument => ({
  ...aDocument(...entries),
  moving: sites,
});
const marks = ({ moving }: VaultDocument) => moving.map(({ moved }) => moved);
const renewed = (entry: Entry): Entry => ({
  ...entry,
  parameters: { ...entry.parameters, secret: randomBytes(20) },
});

describe('a code that is added', () => {
  it.each(['GitHub', ' gitHUB ', 'GitHub (ada)', 'github: ada', 'GitHub:ada', 'GITHUB ADA'])(
    'marks the site that a person calls %j',
    (name) => {
      const entry = github();
      const before = listed([site('Mail'), site(name)]);
      const after = markMoved(before, { ...before, entries: [entry] });
      expect(marks(after)).toEqual([null, { entry: entry.id }]);
    },
  );

  it.each(['Git', 'GitHub (bob)', 'GitHub Enterprise', 'ada'])('does not mark the site %j', (name) => {
    const before = listed([site(name)]);
    const edited = { ...before, entries: [github()] };
    expect(markMoved(before, edited)).toBe(edited);
  });

  it('marks a site by its account alone if it has no issuer', () => {
    const before = listed([site('Old forum')]);
    const after = markMoved(before, { ...before, entries: [anEntry({ issuer: '', account: 'old FORUM' })] });
    expect(marks(after)).toMatchObject([{ entry: expect.any(String) }]);
  });

  it('marks one site, and the one with its account before the one with its issuer', () => {
    const entry = github();
    const before = listed([site('GitHub'), site('GitHub (ada)'), site('GitHub')]);
    const first = markMoved(before, { ...before, entries: [entry] });
    expect(marks(first)).toEqual([null, { entry: entry.id }, null]);
    const others = [anEntry({ issuer: 'GitHub', account: 'b' }), anEntry({ issuer: 'GitHub', account: 'c' })];
    const both = markMoved(first, { ...first, entries: [entry, ...others] });
    expect(marks(both)).toEqual([{ entry: others[0]?.id }, { entry: entry.id }, { entry: others[1]?.id }]);
  });

  it('marks no second site if it was added for one of another name', () => {
    const entry = github();
    const [work, plain] = [site('Code at work'), site('GitHub')];
    const before = listed([work, plain]);
    const edited = markAdded({ ...before, entries: [entry] }, work.id, entry.id);
    expect(marks(markMoved(before, edited))).toEqual([{ entry: entry.id }, null]);
  });

  it('marks nothing more than a site that is there', () => {
    const document = listed([site('GitHub')]);
    expect(markAdded(document, randomUUID(), randomUUID())).toBe(document);
  });
});

describe('a code that was there before', () => {
  it('marks no site, whatever is done to it', () => {
    const entry = github();
    const before = listed([site('GitHub')], entry);
    for (const changed of [
      { ...entry, uses: 3 },
      { ...entry, issuer: 'github' },
      { ...entry, pinned: true },
    ]) {
      const edited = { ...before, entries: [changed] };
      expect(markMoved(before, edited)).toBe(edited);
    }
    expect([...entriesOfOpenSites(before).values()]).toEqual([entry]);
  });

  it('marks its site if the site gave it a new secret', () => {
    const entry = github();
    const before = listed([site('GitHub')], entry);
    const after = markMoved(before, { ...before, entries: [renewed(entry)] });
    expect(marks(after)).toEqual([{ entry: entry.id }]);
  });

  it('marks no site when it comes back out of the trash, under its id or another', () => {
    const trashed = toTrash(github(), 1);
    const before = { ...listed([site('GitHub')]), trash: [trashed] };
    for (const id of [trashed.id, randomUUID()]) {
      const edited = { ...before, entries: [{ ...outOfTrash(trashed), id }], trash: [] };
      expect(markMoved(before, edited)).toBe(edited);
    }
  });
});

describe('a site is to be moved again', () => {
  it('once its code is deleted, and is moved when the code is back', () => {
    const entry = github();
    const done = site('GitHub', { entry: entry.id });
    expect(isMoved(done, new Set([entry.id]))).toBe(true);
    expect(isMoved(done, new Set())).toBe(false);
    expect(isMoved(site('GitHub', { entry: null }), new Set())).toBe(true);
  });

  it('if its new code gave way to the old one', () => {
    const old = github();
    const fresh = renewed(old);
    const before = {
      ...listed([site('GitHub', { entry: fresh.id })], fresh),
      trash: [toTrash(old, 1, randomUUID())],
    };
    const after = markMoved(before, { ...before, entries: [old], trash: [toTrash(fresh, 1, randomUUID())] });
    expect(marks(after)).toEqual([null]);
  });

  it('and a new code marks it once more', () => {
    const entry = github();
    const before = listed([site('GitHub', { entry: randomUUID() })]);
    expect(marks(markMoved(before, { ...before, entries: [entry] }))).toEqual([{ entry: entry.id }]);
  });
});

describe('what the person says', () => {
  it('stays: a site that is not moved is not marked again by the same code', () => {
    const entry = github();
    const before = listed([site('GitHub')], entry);
    const edited = { ...before, entries: [{ ...entry, uses: 1 }, anEntry({ issuer: 'Mail' })] };
    expect(markMoved(before, edited)).toBe(edited);
  });

  it('a site that they ticked keeps that when its code comes', () => {
    const before = listed([site('GitHub', { entry: null })]);
    const edited = { ...before, entries: [github()] };
    expect(markMoved(before, edited)).toBe(edited);
  });
});
