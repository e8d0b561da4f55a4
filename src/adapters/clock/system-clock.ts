import process from 'node:process';
import type { Clock } from '../../app/ports.ts';

/** How often to compare both clocks while somebody waits for a time of day. */
const compareEveryMs = 1_000;
/** They drift apart by less than this unless somebody sets one: network corrections move a clock slowly. */
const jumpMs = 250;
/** The longest wait of a Node timer. */
const longestTimerMs = 2 ** 31 - 1;

/** A computer's clock, from its two sources of milliseconds. Its timers keep no process alive. */
export function createSystemClock(sources: { wall: () => number; steady: () => number }): Clock {
  const jumped = new Set<(byMs: number) => void>();
  let comparing: NodeJS.Timeout | undefined;
  let offset = 0;

  function compare(): void {
    const present = sources.wall() - sources.steady();
    const byMs = present - offset;
    offset = present;
    if (Math.abs(byMs) < jumpMs) return;
    // A task may wait again; what it adds is for the next jump.
    const toTell = [...jumped];
    for (const task of toTell) task(byMs);
  }

  function onJump(task: (byMs: number) => void): () => void {
    // The same function may be passed twice; each is stopped separately.
    const own = (byMs: number) => task(byMs);
    jumped.add(own);
    if (comparing === undefined) {
      offset = sources.wall() - sources.steady();
      comparing = setInterval(compare, compareEveryMs).unref();
    }
    return () => {
      jumped.delete(own);
      if (jumped.size > 0) return;
      clearInterval(comparing);
      comparing = undefined;
    };
  }

  /** Runs `task` once `leftMs` says that nothing is left; checks again if a timer fires early. */
  function wait(leftMs: () => number, task: () => void): { again: () => void; stop: () => void } {
    let timer: NodeJS.Timeout | undefined;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (leftMs() <= 0 ? task() : again()), waitable(leftMs())).unref();
    };
    again();
    return { again, stop: () => clearTimeout(timer) };
  }

  return {
    now: sources.wall,
    elapsed: sources.steady,
    at(at, task) {
      const waiting = wait(
        () => at - sources.wall(),
        () => {
          stopJumps();
          task();
        },
      );
      const stopJumps = onJump(waiting.again);
      return () => {
        stopJumps();
        waiting.stop();
      };
    },
    after(ms, task) {
      const due = sources.steady() + ms;
      return wait(() => due - sources.steady(), task).stop;
    },
    onJump,
  };
}

/** This computer's. */
export const systemClock = createSystemClock({
  wall: () => Date.now(),
  // Not `performance.now()`: the first use of `performance` loads the whole of node:perf_hooks, a twentieth of a start.
  steady: () => Number(process.hrtime.bigint()) / 1e6,
});

/** A wait that fits a timer, in whole ms, rounded up; a timer that fires early is set again. */
function waitable(ms: number): number {
  return Math.min(Math.max(0, Math.ceil(ms)), longestTimerMs);
}
