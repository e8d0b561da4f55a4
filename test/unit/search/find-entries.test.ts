import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findEntries } from '../../../src/contract/search/find-entries.ts';
import { inOrder } from '../../../src/contract/search/order.ts';
import { search, searchable } from '../../../src/contract/search/search.ts';
import { searchFits } from '../../../src/contract/vocabulary.ts';

const word = fc.constantFrom('git', 'Git', 'hub', 'work', 'wokr', 'mail', '10', '9');
const anEntry = fc.record({
  id: fc.uuid(),
  issuer: fc.array(word, { maxLength: 2 }).map((words) => words.join(' ')),
  account: word,
  tags: fc.array(word, { maxLength: 1 }),
  note: fc.constant(''),
  pinned: fc.boolean(),
  lastUsedAt: fc.constantFrom(null, 1, 2),
});

it('finds what a search in the whole list in its order finds, in that order', () => {
  fc.assert(
    fc.property(
      fc.array(anEntry, { maxLength: 12 }),
      fc.array(word, { maxLength: 2 }),
      fc.constantFrom(...searchFits),
      (entries, words, fit) => {
        const query = words.join(' ');
        expect(findEntries(entries, query, fit)).toEqual(
          search(searchable(inOrder(entries, 'use')), query, fit),
        );
      },
    ),
  );
});
