import type { Clock } from '../ports.ts';
import type { Preferences } from '../preferences/preferences.ts';

/** What codes need of a clock. */
export type CodeClock = Pick<Clock, 'now' | 'at' | 'onJump'>;

/**
 * The clock that time-based codes go by: the computer's, with the correction that the person chose. A change of the
 * correction is a jump of this clock.
 */
export function createCodeClock(clock: Clock, preferences: Pick<Preferences, 'get' | 'onChange'>): CodeClock {
  const correction = () => preferences.get().codeCorrectionMs;

  function onJump(task: (byMs: number) => void): () => void {
    let former = correction();
    const stops = [
      clock.onJump(task),
      preferences.onChange(() => {
        const byMs = correction() - former;
        former = correction();
        if (byMs !== 0) task(byMs);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  return {
    now: () => clock.now() + correction(),
    at(at, task) {
      const wait = () => clock.at(at - correction(), run);
      let stopWait = wait();
      const stopJumps = onJump(() => {
        stopWait();
        stopWait = wait();
      });
      function run(): void {
        stopJumps();
        task();
      }
      return () => {
        stopJumps();
        stopWait();
      };
    },
    onJump,
  };
}
