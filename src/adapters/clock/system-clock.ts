import type { Clock } from '../../app/ports.ts';

/** A machine that slept wakes up late: look at the clock at least this often. */
const checkEveryMs = 30_000;

/** The system's time. Tasks go by the wall clock, so that a sleeping laptop or a corrected clock delays none. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(at, task) {
    let timer = setTimeout(check, 0);
    function check() {
      const left = at - Date.now();
      if (left <= 0) task();
      // Waiting for a step boundary must not keep a process alive that has nothing else to do.
      else timer = setTimeout(check, Math.min(left, checkEveryMs)).unref();
    }
    timer.unref();
    return () => clearTimeout(timer);
  },
};
