import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outOfTrash, toTrash } from '../../../src/core/entry/entry.ts';
import { sameState } from '../../../src/core/entry/revision.ts';
import { newSite, sameSite } from '../../../src/core/moving/site.ts';
import { revert } from '../../../src/core/history/revert.ts';
import { mergeStates, replaceState } from '../../../src/core/history/states.ts';
import type { VaultDocument } from '../../../src/core/vault/document.ts';
import { withRevisions } from '../../../src/core/vault/revisions.ts';
import { emptyOldTrash, TRASH_KEPT_MS } from '../../../src/core/vault/trash.ts';
import { aDocument, anEntry } from './samples.ts';

type Edit = (document: VaultDocument, past: readonly VaultDocument[], pick: number) => VaultDocument;

const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

/** What a person, and time, do to a vault; `past` are its older states. */
const edits: Record<string, Edit> = {
  add: (document) => ({ ...document, entries: [...document.entries, anEntry()] }),
  rename: (document, _, pick) => ({
    ...document,
    entries: document.entries.map((entry) =>
      entry === at(document.entries, pick) ? { ...entry, issuer: `Site ${pick % 3}` } : entry,
    ),
  }),
  use: (document, _, pick) => ({
    ...document,
    entries: document.entries.map((entry) =>
      entry === at(document.entries, pick) ? { ...entry, uses: entry.uses + 1 } : entry,
    ),
  }),
  remove: (document, _, pick) => {
    const entry = at(document.entries, pick);
    if (entry === undefined) return document;
    const entries = document.entries.filter((other) => other !== entry);
    return { ...document, entries, trash: [...document.trash, toTrash(entry, pick)] };
  },
  takeOut: (document, _, pick) => {
    const trashed = at(document.trash, pick);
    if (trashed === undefined) return document;
    const trash = document.trash.filter((other) => other !== trashed);
    return { ...document, entries: [...document.entries, outOfTrash(trashed)], trash };
  },
  addSite: (document, _, pick) => ({
    ...document,
    moving: [...document.moving, newSite(`Site ${pick}`, 'authy', pick)],
  }),
  tickSite: (document, _, pick) => ({
    ...document,
    moving: document.moving.map((site) =>
      site === at(document.moving, pick) ? { ...site, moved: { entry: null } } : site,
    ),
  }),
  removeSite: (document, _, pick) => ({
    ...document,
    moving: document.moving.filter((site) => site !== at(document.moving, pick)),
  }),
  purge: (document) => ({ ...document, trash: [] }),
  waitLong: (document) => emptyOldTrash(document, TRASH_KEPT_MS * 2),
  merge: (document, past, pick) => mergeStates(document, at(past, pick) ?? document),
  replace: (document, past, pick) => replaceState(document, at(past, pick) ?? document, pick),
  undo: (document, past, pick) => {
    const [before, after] = [at(past, pick), at(past, (pick % Math.max(1, past.length)) + 1)];
    return before && after ? revert(before, after, document) : document;
  },
};
const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(1_000)), { maxLength: 25 });

/** What each id has: its revision and where it is. */
function revisionsOf({ entries, trash, moving, tombstones }: VaultDocument): Map<string, number> {
  return new Map([...entries, ...trash, ...moving, ...tombstones].map(({ id, revision }) => [id, revision]));
}

function history(acts: [string, number][]): VaultDocument[] {
  const past = [aDocument()];
  for (const [number, [name, pick]] of acts.entries()) {
    const present = past.at(-1) ?? aDocument();
    const edited = edits[name]?.(present, past, pick) ?? present;
    past.push(withRevisions(present, edited, number));
  }
  return past;
}

describe('whatever is done to a vault', () => {
  it('no revision falls, no id is forgotten, and each other state has another revision', () => {
    fc.assert(
      fc.property(steps, (acts) => {
        const states = history(acts);
        for (const [index, is] of states.slice(1).entries()) {
          const was = states[index] ?? is;
          const now = revisionsOf(is);
          for (const [id, revision] of revisionsOf(was)) expect(now.get(id)).toBeGreaterThanOrEqual(revision);
          const before = new Map([...was.entries, ...was.trash].map((entry) => [entry.id, entry]));
          for (const entry of [...is.entries, ...is.trash]) {
            const former = before.get(entry.id);
            if (former === undefined) continue;
            expect(entry.revision > former.revision).toBe(!sameState(former, entry));
          }
          const sites = new Map(was.moving.map((site) => [site.id, site]));
          for (const site of is.moving) {
            const former = sites.get(site.id);
            if (former === undefined) continue;
            expect(site.revision > former.revision).toBe(!sameSite(former, site));
          }
        }
      }),
    );
  });

  it('an id is in one place, and a tombstone beats every entry that had it', () => {
    fc.assert(
      fc.property(steps, (acts) => {
        const states = history(acts);
        for (const [index, { entries, trash, moving, tombstones }] of states.entries()) {
          const ids = [...entries, ...trash, ...moving, ...tombstones].map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const earlier = states
            .slice(0, index)
            .flatMap((state) => [...state.entries, ...state.trash, ...state.moving]);
          for (const { id, revision } of tombstones) {
            for (const entry of earlier.filter((one) => one.id === id)) {
              expect(revision).toBeGreaterThan(entry.revision);
            }
          }
        }
      }),
    );
  });
});

describe('undo', () => {
  it('of two acts, one after the other, goes back through both, though each write raises revisions', () => {
    const first = withRevisions(aDocument(), aDocument(anEntry({ issuer: 'one' })), 1);
    const rename = (document: VaultDocument, issuer: string, now: number) => {
      const entries = document.entries.map((entry) => ({ ...entry, issuer }));
      return withRevisions(document, { ...document, entries }, now);
    };
    const second = rename(first, 'two', 2);
    const third = rename(second, 'three', 3);
    const back = withRevisions(third, revert(second, third, third), 4);
    const start = withRevisions(back, revert(first, second, back), 5);
    expect(start.entries).toMatchObject([{ issuer: 'one', revision: 5, changedAt: 5 }]);
  });
});
