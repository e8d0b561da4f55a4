import type { Power } from '../../app/ports.ts';

const LOOK_EVERY_MS = 5_000;
/** Timers run late on a busy machine, and clock corrections are smaller than this. */
const SLEPT_MS = 30_000;

/**
 * What a plain process can know of its computer: that it slept. On waking, the wall clock has advanced further
 * than the clock that stops during sleep (on Linux and macOS; Windows has none). Setting the clock forward
 * looks the same, and locks too. Only the window knows whether someone is at the computer.
 */
export function createSleepWatch(
  platform: NodeJS.Platform,
  clocks: { wall: () => number; awake: () => number } = {
    wall: () => Date.now(),
    awake: () => performance.now(),
  },
): Power {
  return {
    tells: { idle: 'window', triggers: platform === 'win32' ? [] : ['suspend'] },
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
