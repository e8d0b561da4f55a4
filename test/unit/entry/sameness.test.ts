import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { findSame, indexEntries, sameCode, sameName, sameSecret } from '../../../src/core/entry/sameness.ts';
import { anEntry } from '../vault/samples.ts';

// Few secrets, names and settings, so that most pairs have something in common.
const someEntry = fc
  .record({
    secret: fc.constantFrom('one', 'two'),
    issuer: fc.constantFrom('Café', 'CAFE\u0301 ', 'Other'),
    account: fc.constantFrom('', 'me'),
    kind: fc.constantFrom('totp' as const, 'hotp' as const, 'steam' as const),
    digits: fc.constantFrom(6, 8),
    moving: fc.constantFrom(30, 60),
  })
  .map(({ secret: text, issuer, account, kind, digits, moving }): Entry => {
    const secret = Buffer.from(text);
    const algorithm = 'SHA1' as const;
    const parameters = {
      totp: { kind: 'totp' as const, secret, algorithm, digits, period: moving },
      hotp: { kind: 'hotp' as const, secret, algorithm, digits, counter: moving },
      steam: { kind: 'steam' as const, secret },
    }[kind];
    return anEntry({ issuer, account, parameters });
  });

/** The rule as it is said: by comparing with one entry after another. */
function byOneAfterAnother(newcomer: Entry, entries: readonly Entry[]) {
  const isAhead = (entry: Entry) =>
    entry.parameters.kind === 'hotp' &&
    newcomer.parameters.kind === 'hotp' &&
    newcomer.parameters.counter > entry.parameters.counter;
  const same = entries.find(
    (entry) => sameCode(entry, newcomer) && sameName(entry, newcomer) && !isAhead(entry),
  );
  if (same) return { sameness: 'same', entry: same };
  const secret =
    entries.find((entry) => sameSecret(entry, newcomer) && sameName(entry, newcomer)) ??
    entries.find((entry) => sameSecret(entry, newcomer));
  if (secret) return { sameness: 'sameSecret', entry: secret };
  const name = entries.find((entry) => sameName(entry, newcomer));
  return name ? { sameness: 'sameName', entry: name } : null;
}

it('the index finds what comparing with each entry finds, also after additions and changes', () => {
  fc.assert(
    fc.property(
      fc.array(someEntry, { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(), someEntry), { maxLength: 8 }),
      fc.array(someEntry, { minLength: 1, maxLength: 8 }),
      (first, steps, newcomers) => {
        const entries = [...first];
        const index = indexEntries(first);
        for (const [at, entry] of steps) {
          const former = entries[at % (entries.length + 1)];
          if (former === undefined) {
            entries.push(entry);
            index.add(entry);
          } else {
            entries[entries.indexOf(former)] = entry;
            index.replace(former, entry);
          }
        }
        for (const newcomer of newcomers) {
          const expected = byOneAfterAnother(newcomer, entries);
          expect(index.find(newcomer)?.sameness).toBe(expected?.sameness);
          expect(index.find(newcomer)?.entry).toBe(expected?.entry);
          expect(findSame(newcomer, entries)?.entry).toBe(expected?.entry);
        }
      },
    ),
    { numRuns: 500 },
  );
});
