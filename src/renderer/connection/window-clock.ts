/**
 * Time in the window. Waits never use the time of day, which anybody can set. They use elapsed time and add the
 * time spent asleep, because a page's steady clock may stand still during sleep.
 */
export interface WindowClock {
  /** Milliseconds since some fixed moment; never goes back. */
  elapsed(): number;
  /** Runs `task` once `elapsed` has grown by `ms`, within a second after a sleep; returns a way to stop it. */
  after(ms: number, task: () => void): () => void;
  /** Runs `task` within a second of each jump of the time of day, or sleep; returns a way to stop it. */
  onJump(task: () => void): () => void;
}

/** How often the two clocks are compared while somebody waits, in milliseconds. */
const compareEvery = 1_000;
/** The clocks differ by less than this, in milliseconds, unless somebody sets one. */
const jumpFrom = 500;

/** Makes a clock from its two sources of milliseconds. */
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
    // A clock set forward looks like a sleep: whatever then ends too early is asked for again.
    slept += Math.max(0, jump);
    // A task that another one stops or starts meanwhile does not hear of this jump.
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

/** This window's clock. */
export const windowClock = createWindowClock({ wall: () => Date.now(), steady: () => performance.now() });
