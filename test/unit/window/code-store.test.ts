import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Code } from '../../../src/contract/entry.ts';
import { createCodes } from '../../../src/renderer/codes/code-store.ts';
import { createWindowClock } from '../../../src/renderer/connection/window-clock.ts';

const period = 30_000;

describe('the window’s codes', () => {
  let wall = 0;
  let steady = 0;
  let heard: ((event: { at: number; codes: Code[] }) => void)[] = [];
  const clock = createWindowClock({ wall: () => wall, steady: () => steady });
  const codes = createCodes(async ({ signal }) => stream(signal), clock);
  let stop = () => {};

  async function* stream(signal: AbortSignal): AsyncGenerator<{ at: number; codes: Code[] }> {
    while (!signal.aborted) {
      yield await new Promise((resolve) => heard.push(resolve));
    }
  }
  /** Time passes, in the steps in which the page's timers see it. */
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 250) {
      wall += Math.min(left, 250);
      steady += Math.min(left, 250);
      await vi.advanceTimersByTimeAsync(Math.min(left, 250));
    }
  };
  /** The application says its codes, by a clock of its own. */
  const say = async (at: number) => {
    const validFrom = Math.floor(at / period) * period;
    const code = { id: 'a', code: `code ${validFrom}`, next: `code ${validFrom + period}` };
    const listeners = heard;
    heard = [];
    for (const tell of listeners)
      tell({ at, codes: [{ ...code, validFrom, validUntil: validFrom + period }] });
    await vi.advanceTimersByTimeAsync(0);
  };
  const left = () => (codes.get('a')?.validUntil ?? NaN) - clock.elapsed();

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
    wall = 1_750_000_010_000;
    steady = 5_000;
    stop = codes.start();
  });
  afterEach(() => {
    stop();
    codes.clear();
    vi.useRealTimers();
  });

  it.each([0, 90_061_000, -86_400_000])(
    'have the time left by the application’s clock, %i ms ahead',
    async (ahead) => {
      await say(wall + ahead);
      expect(left()).toBe(period - ((wall + ahead) % period));
      await pass(4_000);
      expect(left()).toBe(period - ((wall + ahead) % period));
    },
  );

  it.each([600_000, -600_000, 7_000, -7_000, 86_400_000, -86_400_000])(
    'are asked for anew within a second of a clock that was set by %i ms',
    async (by) => {
      await say(wall);
      await vi.advanceTimersByTimeAsync(0);
      const asked = heard.length;
      wall += by;
      await pass(1_000);
      expect(heard.length).toBeGreaterThan(asked);
      await say(wall);
      expect(codes.get('a')?.code).toBe(`code ${Math.floor(wall / period) * period}`);
      expect(left()).toBe(period - (wall % period));
    },
  );

  it('that were not renewed go on to the next one, and then away; a clock that is put back keeps none', async () => {
    await say(wall);
    const first = left();
    wall -= 3_600_000;
    await pass(first + 2_000);
    expect(codes.get('a')?.code).toBe(`code ${Math.floor(1_750_000_010_000 / period) * period + period}`);
    await pass(period + 2_000);
    expect(codes.get('a')).toBeUndefined();
  });

  it('are not taken for good after a sleep, in which the page’s own clock stood still', async () => {
    await say(wall);
    wall += 8 * 3_600_000;
    await pass(1_000);
    expect(codes.get('a')).toBeUndefined();
  });
});

describe('a wait in the window', () => {
  it('ends when its time has passed, whatever the clock is set to, and after a sleep', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
    for (const [by, ends] of [
      [-86_400_000, false],
      [-5_000, false],
      [10_000, false],
      [40_000, true],
    ] as const) {
      let [wall, steady] = [1_750_000_000_000, 9_000];
      const clock = createWindowClock({ wall: () => wall, steady: () => steady });
      const task = vi.fn<() => void>();
      clock.after(30_000, task);
      wall += by;
      wall += 1_000;
      steady += 1_000;
      await vi.advanceTimersByTimeAsync(1_000);
      expect(task).toHaveBeenCalledTimes(ends ? 1 : 0);
      wall += 29_000;
      steady += 29_000;
      await vi.advanceTimersByTimeAsync(29_000);
      expect(task).toHaveBeenCalledTimes(1);
    }
    vi.useRealTimers();
  });
});
