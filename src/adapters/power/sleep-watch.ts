import type { Power } from '../../app/ports.ts';

const LOOK_EVERY_MS = 5_000;
/** Timers are late on a busy machine, and clocks are corrected by less. */
const SLEPT_MS = 30_000;

/**
 * What a plain process can tell of its computer: that it slept, seen when it wakes up, by the wall clock having gone
 * further than the one that stands still in sleep (on Linux and macOS; Windows has none that does). The clock being
 * put forward looks the same, and locks too. Who is at the computer only the window knows.
 */
export function createSleepWatch(
  platform: NodeJS.Platform,
  clocks: { wall: () => number; awake: () => number } = {
    wall: () => Date.now(),
    awake: () => performance.now(),
  },
): Power {
  return {
    tells: { idle: 'window', suspend: platform !== 'win32', screenLock: false },
    idleMs: () => null,
    watch(happened) {
      let seen = { wall: clocks.wall(), awake: clocks.awake() };
      const timer = setInterval(() => {
        const now = { wall: clocks.wall(), awake: clocks.awake() };
        const slept = now.wall - seen.wall - (now.awake - seen.awake);
        seen = now;
        if (slept >= SLEPT_MS) happened('suspend');
      }, LOOK_EVERY_MS).unref();
      return () => clearInterval(timer);
    },
  };
}
