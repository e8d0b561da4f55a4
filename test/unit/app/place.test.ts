import { expect, it } from 'vitest';
import { placeEntry } from '../../../src/app/entries/place.ts';
import { aDocument, anEntry, withParameters } from '../vault/samples.ts';

const now = 1_760_000_000_000;

it('a newcomer whose id is taken gets one of its own, and nobody else’s entry goes', () => {
  const [live, deleted] = [anEntry({ issuer: 'Live' }), { ...anEntry({ issuer: 'Gone' }), deletedAt: now }];
  for (const { id } of [live, deleted]) {
    const before = { ...aDocument(live), trash: [deleted] };
    const { document, entryId } = placeEntry(before, anEntry({ id, issuer: 'New' }), {}, now);
    expect(entryId).not.toBe(id);
    expect(document.entries.map(({ issuer }) => issuer)).toEqual(['Live', 'New']);
    expect(document.trash).toEqual([deleted]);
  }
});

it('a correction brings the newcomer’s unknown parameters, and leaves the entry’s where it has none', () => {
  const old = anEntry({ issuer: 'Site', unknownParameters: [['image', 'old']] });
  const corrected = (unknownParameters: [string, string][]) => {
    const parameters = withParameters(old, { digits: 8 });
    const newcomer = anEntry({ issuer: 'Site', account: old.account, parameters, unknownParameters });
    const placed = placeEntry(aDocument(old), newcomer, { onSameSecret: 'correct' }, now);
    expect(placed).toMatchObject({ how: 'corrected', entryId: old.id });
    return placed.document.entries[0]?.unknownParameters;
  };
  expect(corrected([['image', 'new']])).toEqual([['image', 'new']]);
  expect(corrected([])).toEqual([['image', 'old']]);
});
