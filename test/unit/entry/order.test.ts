import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withOrder, withoutOrder } from '../../../src/core/entry/order.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { anEntry } from '../vault/samples.ts';

const orders = (entries: readonly Entry[]) => entries.map(({ order }) => order ?? '');
const entriesWith = (keys: readonly (string | undefined)[]) =>
  keys.map((order) => anEntry(order === undefined ? {} : { order }));

/** Each has one, and they sort byte by byte as they stand. */
function expectOrdered(entries: readonly Entry[]): void {
  const keys = orders(entries).map((order) => Buffer.from(order));
  expect(
    keys.every((key, at) => key.length > 0 && (at === 0 || Buffer.compare(keys[at - 1] ?? key, key) < 0)),
  ).toBe(true);
}

describe('the order by hand', () => {
  it('gives each entry an index between its neighbours, whatever stands there, and moves none', () => {
    const key = fc.oneof(
      fc.constant(undefined),
      fc.constantFrom('a0', 'a1', 'Zz', 'b00', 'a0V'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), (keys) => {
        const entries = entriesWith(keys);
        const ordered = withOrder(entries);
        expect(ordered.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
        expectOrdered(ordered);
        expect(withOrder(ordered)).toEqual(ordered);
      }),
    );
  });

  it('changes the index of the moved entry alone, move after move', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 }), (moves) => {
        let entries = withOrder(entriesWith(Array.from({ length: 8 }, () => undefined)));
        for (const [from, to] of moves) {
          const entry = entries[from];
          if (entry === undefined) continue;
          const before = entries;
          entries = withOrder(entries.toSpliced(from, 1).toSpliced(to, 0, withoutOrder(entry)));
          expectOrdered(entries);
          const changed = entries.filter((one) => !before.includes(one));
          expect(changed.map(({ id }) => id)).toEqual([entry.id]);
        }
      }),
    );
  });
});
