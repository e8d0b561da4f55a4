import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder, inOrderBySteps } from '../../../src/contract/search/order.ts';
import { listOrders } from '../../../src/contract/vocabulary.ts';

const anEntry = fc.record({
  issuer: fc.constantFrom('Bank', 'bank', 'Site 2', 'Site 10', 'Zoo', ''),
  account: fc.constantFrom('ada', 'Ben', 'é'),
  pinned: fc.boolean(),
  lastUsedAt: fc.constantFrom(null, 1, 2, 3),
  /** Tells apart what no order does. */
  number: fc.integer(),
});

test('a list that is arranged in steps is as if it were arranged at once', () => {
  const usedAt = ({ lastUsedAt }: { lastUsedAt: number | null }) => lastUsedAt ?? 0;
  fc.assert(
    fc.property(
      fc.array(anEntry, { maxLength: 2_600, size: 'max' }),
      fc.constantFrom(...listOrders),
      (entries, order) => {
        const steps = inOrderBySteps(entries, order, usedAt);
        let count = 0;
        let step = steps.next();
        for (; !step.done; step = steps.next()) count += 1;
        expect(step.value).toEqual(inOrder(entries, order, usedAt));
        expect(count).toBeGreaterThanOrEqual(Math.floor(entries.length / 500));
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});
