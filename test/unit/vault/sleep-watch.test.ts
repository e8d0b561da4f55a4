import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSleepWatch } from '../../../src/adapters/power/sleep-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells a sleep when the computer wakes up, and takes a late timer for none', () => {
  const clocks = { wall: 1_000_000, awake: 0 };
  const power = createSleepWatch('linux', { wall: () => clocks.wall, awake: () => clocks.awake });
  const events: string[] = [];
  const stop = power.watch((event) => events.push(event));
  const pass = (wall: number, awake: number) => {
    clocks.wall += wall;
    clocks.awake += awake;
    vi.advanceTimersByTime(5_000);
  };
  pass(60_000, 60_000);
  expect(events).toEqual([]);
  pass(3_600_000, 5_000);
  expect(events).toEqual(['suspend']);
  pass(5_000, 5_000);
  stop();
  pass(3_600_000, 5_000);
  expect(events).toEqual(['suspend']);
});
