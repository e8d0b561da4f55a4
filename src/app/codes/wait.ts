import type { Clock } from '../ports.ts';

/** What ended a wait: the promise, the clock (its moment, or a jump), or the reader going away. */
export type Woken<T> = { by: 'value'; result: T } | { by: 'clock' } | { by: 'aborted' };

/**
 * Waits for a promise, for a moment of the clock (`Infinity`: no moment), for the next jump, or for the signal,
 * whichever comes first. A promise that loses is not cancelled: hand it in again next time.
 */
export async function untilOneOf<T>(
  promise: Promise<T>,
  clock: Clock,
  moment: number,
  jumps: Jumps,
  signal?: AbortSignal,
): Promise<Woken<T>> {
  if (signal?.aborted) return { by: 'aborted' };
  const { promise: other, resolve } = Promise.withResolvers<Woken<T>>();
  const onClock = () => resolve({ by: 'clock' });
  const stopClock = moment === Infinity ? () => {} : clock.at(moment, onClock);
  const stopJump = jumps.onNext(onClock);
  const onAbort = () => resolve({ by: 'aborted' });
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([promise.then((result): Woken<T> => ({ by: 'value', result })), other]);
  } finally {
    stopClock();
    stopJump();
    signal?.removeEventListener('abort', onAbort);
  }
}

/** The jumps of a clock, none of which is missed between two waits. */
export interface Jumps {
  /** Runs `task` at the next jump, at once where one came since the last was told; returns the way to stop. */
  onNext(task: () => void): () => void;
  stop(): void;
}

export function watchJumps(clock: Clock): Jumps {
  let isMissed = false;
  let waiting: (() => void) | null = null;
  const stop = clock.onJump(() => {
    isMissed = waiting === null;
    waiting?.();
  });
  return {
    onNext(task) {
      if (isMissed) task();
      isMissed = false;
      waiting = task;
      return () => {
        waiting = null;
      };
    },
    stop,
  };
}

/**
 * Runs `task` when `ms` have passed, sleep included: a time of day that is further than the time that passed says
 * that the computer slept, or that somebody set its clock, which nobody can tell apart. Returns the way to stop.
 */
export function afterWithSleep(clock: Clock, ms: number, task: () => void): () => void {
  let slept = 0;
  let seen = { now: clock.now(), elapsed: clock.elapsed() };
  const due = clock.elapsed() + ms;
  const stopJumps = clock.onJump(() => {
    const present = { now: clock.now(), elapsed: clock.elapsed() };
    slept += Math.max(0, present.now - seen.now - (present.elapsed - seen.elapsed));
    seen = present;
    if (present.elapsed + slept >= due) run();
    else if (slept > 0) again();
  });
  let stopWait = clock.after(ms, run);

  function again(): void {
    stopWait();
    stopWait = clock.after(due - slept - clock.elapsed(), run);
  }
  function stop(): void {
    stopJumps();
    stopWait();
  }
  function run(): void {
    stop();
    task();
  }
  return stop;
}
