import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT_STATES, statesToKeep } from '../../../src/core/history/thinning.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** A Thursday. */
const START = Date.UTC(2026, 0, 1);
const MOST = KEPT_STATES.newest + KEPT_STATES.days + KEPT_STATES.weeks + KEPT_STATES.months;

/** What is left when a state is made at each of these moments, and the others thin out with each. */
function leftAfter(moments: readonly number[]): { number: number; at: number }[] {
  let left: { number: number; at: number }[] = [];
  for (const [index, at] of moments.entries()) {
    const all = [...left, { number: index + 1, at }];
    const kept = statesToKeep(all);
    left = all.filter(({ number }) => kept.has(number));
  }
  return left;
}

const every = (ms: number, forMs: number) =>
  Array.from({ length: forMs / ms }, (_, index) => START + index * ms);

describe('older states that thin out', () => {
  it('are the last ten, then one a day for a week, one a week for two months, one a month for a year', () => {
    const moments = every(HOUR, 500 * DAY);
    const left = leftAfter(moments);
    const ages = left.map(({ at }) => (moments.at(-1) ?? 0) - at);
    expect(ages.filter((age) => age < 10 * HOUR)).toHaveLength(10);
    expect(left.length).toBeLessThanOrEqual(MOST);
    for (let day = 0; day < 7; day += 1) expect(has(ages, day * DAY, (day + 1) * DAY)).toBe(true);
    for (let week = 1; week < 8; week += 1)
      expect(has(ages, week * 7 * DAY, (week + 1) * 7 * DAY)).toBe(true);
    for (let month = 2; month < 11; month += 1) {
      expect(has(ages, month * 31 * DAY, (month + 1) * 31 * DAY)).toBe(true);
    }
    expect(Math.max(...ages)).toBeLessThan(367 * DAY);
  });

  it('are the last of their day, of their week from Monday on, and of their month', () => {
    const states = every(HOUR, 100 * DAY).map((at, number) => ({ number, at }));
    const kept = statesToKeep(states);
    const left = states.filter(({ number }) => kept.has(number)).map(({ at }) => stampOf(at));
    expect(left).toEqual([
      // The months' and, from the 15th of February on, the Sundays' last ones.
      ...['01-31', '02-15', '02-22', '02-28', '03-01', '03-08', '03-15', '03-22', '03-29', '03-31'].map(
        lastOf,
      ),
      ...['04-04', '04-05', '04-06', '04-07', '04-08', '04-09'].map(lastOf),
      ...Array.from({ length: 10 }, (_, hour) => `04-10 ${14 + hour}`),
    ]);
  });

  it('stay, however old, where there are few', () => {
    const moments = [START, START + 1, ...every(400 * DAY, 3_200 * DAY).map((at) => at + DAY)];
    expect(leftAfter(moments)).toHaveLength(10);
  });

  it('are not swept away by a clock that is years ahead for an hour, nor by one that is years behind', () => {
    const before = every(12 * HOUR, 60 * DAY);
    const last = before.at(-1) ?? 0;
    for (const wrong of [last + 3_650 * DAY, 0]) {
      const moments = [
        ...before,
        wrong,
        wrong + HOUR,
        ...every(HOUR, 5 * HOUR).map((at) => at - START + last),
      ];
      const left = leftAfter(moments).filter(({ at }) => at <= last && at > 0);
      const days = new Set(left.map(({ at }) => Math.floor(at / DAY)));
      expect(days.size).toBeGreaterThanOrEqual(12);
    }
  });

  it('keep the newest ten and stay within their number, whatever the times say', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { maxLength: 200 }), (moments) => {
        const left = leftAfter(moments);
        const newest = moments.map((_, index) => index + 1).slice(-KEPT_STATES.newest);
        expect(left.map(({ number }) => number).slice(-KEPT_STATES.newest)).toEqual(newest);
        expect(left.length).toBeLessThanOrEqual(MOST);
      }),
      { numRuns: 100 },
    );
  });
});

const lastOf = (day: string) => `${day} 23`;
const stampOf = (at: number) => new Date(at).toISOString().slice(5, 13).replace('T', ' ');

function has(ages: readonly number[], from: number, below: number): boolean {
  return ages.some((age) => age >= from && age < below);
}
