import type { Clock } from '../ports.ts';

/** What ended a wait: the promise, the clock (at the moment, or by a jump), or the reader going away. */
export type Woken<T> = { by: 'value'; result: T } | { by: 'clock' } | { by: 'aborted' };

/**
 * Waits for a promise, a moment of the clock (`Infinity` for none), the next jump, or the signal, whichever
 * comes first. A promise that loses is not cancelled: pass it in again next time.
 */
export async function untilOneOf<T>(
  promise: Promise<T>,
  clock: Pick<Clock, 'at'>,
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

/** A clock's jumps, without missing any between two waits. */
export interface Jumps {
  /** Runs `task` at the next jump, or at once if one came since the last call. Returns a cancel function. */
  onNext(task: () => void): () => void;
  stop(): void;
}

export function watchJumps(clock: Pick<Clock, 'onJump'>): Jumps {
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
 * Runs `task` after `ms`, sleep included. If the time of day has advanced more than elapsed time, the computer
 * slept or its clock was set; the two cannot be told apart. Returns a cancel function.
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
