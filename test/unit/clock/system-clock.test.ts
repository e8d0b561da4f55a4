import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSystemClock } from '../../../src/adapters/clock/system-clock.ts';

const day = 24 * 60 * 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A clock of which the test sets the time of day; the timers' own time is what has passed. */
function createSettable() {
  let set = 0;
  const start = performance.now();
  const wall = () => 1_000_000_000 + performance.now() - start + set;
  return {
    clock: createSystemClock({ wall, steady: () => performance.now() }),
    jump: (ms: number) => void (set += ms),
  };
}

it('runs what waits for a time of day within a second of any jump that reaches it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: day }), fc.integer({ min: -day, max: day }), (wait, by) => {
      const { clock, jump } = createSettable();
      const at = clock.now() + wait;
      let ranAt: number | null = null;
      clock.at(at, () => (ranAt = clock.now()));
      jump(by);
      const left = at - clock.now();
      if (left > 1_000) {
        vi.advanceTimersByTime(left - 2);
        expect(ranAt).toBe(null);
        vi.advanceTimersByTime(1_002);
      } else vi.advanceTimersByTime(1_001);
      expect(ranAt).not.toBe(null);
      expect(ranAt).toBeGreaterThanOrEqual(at);
    }),
    { numRuns: 40 },
  );
});

it('runs what waits for time to pass then, wherever the time of day is set', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: day }), fc.integer({ min: -day, max: day }), (wait, by) => {
      const { clock, jump } = createSettable();
      let ran = false;
      clock.after(wait, () => (ran = true));
      jump(by);
      vi.advanceTimersByTime(wait - 1);
      expect(ran).toBe(false);
      vi.advanceTimersByTime(2);
      expect(ran).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('tells each jump once, both ways, and none after it was stopped', () => {
  const { clock, jump } = createSettable();
  let told = 0;
  const stop = clock.onJump(() => (told += 1));
  vi.advanceTimersByTime(10_000);
  expect(told).toBe(0);
  jump(-day);
  vi.advanceTimersByTime(5_000);
  expect(told).toBe(1);
  jump(2_000);
  vi.advanceTimersByTime(5_000);
  expect(told).toBe(2);
  stop();
  jump(day);
  vi.advanceTimersByTime(5_000);
  expect(told).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

it('runs nothing that was stopped', () => {
  const { clock, jump } = createSettable();
  const ran = vi.fn<() => void>();
  const stops = [clock.at(clock.now() + 100, ran), clock.after(100, ran)];
  for (const stop of stops) stop();
  jump(day);
  vi.advanceTimersByTime(day);
  expect(ran).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
