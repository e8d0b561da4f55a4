/**
 * Time in the window. A wait never goes by the time of day, which anybody can set: it goes by the time that has
 * passed, with what a sleep took added, for a page's steady clock may stand still in sleep.
 */
export interface WindowClock {
  /** Milliseconds that have passed since some moment: it only rises. */
  elapsed(): number;
  /** Runs `task` when `elapsed` has grown by `ms`, within a second after a sleep; returns the way to stop. */
  after(ms: number, task: () => void): () => void;
  /** Runs `task` within a second of each jump of the time of day, a sleep too; returns the way to stop. */
  onJump(task: () => void): () => void;
}

/** How often both clocks are compared while somebody waits. */
const compareEvery = 1_000;
/** They part by less than this while nobody sets one. */
const jumpFrom = 500;

/** Makes a clock of its two sources of milliseconds. */
export function createWindowClock(sources: { wall: () => number; steady: () => number }): WindowClock {
  const jumped = new Set<() => void>();
  let comparing: ReturnType<typeof setInterval> | undefined;
  let offset = 0;
  let slept = 0;

  const elapsed = () => sources.steady() + slept;
  const compare = () => {
    const present = sources.wall() - sources.steady();
    const jump = present - offset;
    offset = present;
    if (Math.abs(jump) < jumpFrom) return;
    // A clock that was set forward looks like a sleep: what then ends too early is asked for again.
    slept += Math.max(0, jump);
    // What one of them stops, or begins anew, is not told of this jump.
    const toTell = [...jumped];
    for (const task of toTell) if (jumped.has(task)) task();
  };
  const onJump = (task: () => void) => {
    const own = () => task();
    jumped.add(own);
    if (comparing === undefined) {
      offset = sources.wall() - sources.steady();
      comparing = setInterval(compare, compareEvery);
    }
    return () => {
      jumped.delete(own);
      if (jumped.size > 0) return;
      clearInterval(comparing);
      comparing = undefined;
    };
  };
  return {
    elapsed,
    onJump,
    after(ms, task) {
      const due = elapsed() + ms;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = () => {
        clearTimeout(timer);
        stopJumps();
      };
      const look = () => {
        clearTimeout(timer);
        const left = due - elapsed();
        if (left > 0) {
          timer = setTimeout(look, Math.ceil(left));
          return;
        }
        stop();
        task();
      };
      const stopJumps = onJump(look);
      timer = setTimeout(look, Math.max(0, Math.ceil(ms)));
      return stop;
    },
  };
}

/** This window's. */
export const windowClock = createWindowClock({ wall: () => Date.now(), steady: () => performance.now() });
