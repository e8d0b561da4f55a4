/** How many older states to keep: the newest, then the last of each day, week and month that has any. */
export const KEPT_STATES = { newest: 10, days: 7, weeks: 9, months: 12 } as const;

const DAY_MS = 24 * 60 * 60_000;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const DAYS_BEFORE_MONDAY = 3;

/**
 * Which older states to keep: the ten newest, then the last one of each of the newest seven days, nine weeks
 * (two months) and twelve months that have one, in UTC. It counts days with a state and does not ask the clock
 * for today: a clock that runs years ahead for an hour removes none of them.
 * @param states `number` is greater for newer ones; `at` is when it was written, in ms since 1970
 * @returns the numbers of the states to keep
 */
export function statesToKeep(states: readonly { number: number; at: number }[]): Set<number> {
  const newestFirst = states.toSorted((one, other) => other.number - one.number);
  const kept = new Set(newestFirst.slice(0, KEPT_STATES.newest).map(({ number }) => number));
  for (const [count, periodOf] of [
    [KEPT_STATES.days, dayOf],
    [KEPT_STATES.weeks, weekOf],
    [KEPT_STATES.months, monthOf],
  ] as const) {
    const seen = new Set<number>();
    for (const { number, at } of newestFirst) {
      const period = periodOf(at);
      if (seen.has(period) || seen.size === count) continue;
      seen.add(period);
      kept.add(number);
    }
  }
  return kept;
}

function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

function weekOf(at: number): number {
  return Math.floor((dayOf(at) + DAYS_BEFORE_MONDAY) / 7);
}

function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
