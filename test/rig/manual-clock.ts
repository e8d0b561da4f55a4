import type { Clock } from '../../src/app/ports.ts';

/** A clock that a test moves; tasks run, in order, when it passes their moment. */
export interface ManualClock extends Clock {
  moveTo(at: number): void;
  move(ms: number): void;
}

export function createManualClock(start: number): ManualClock {
  let now = start;
  let tasks: { at: number; task: () => void }[] = [];
  const moveTo = (at: number) => {
    now = at;
    const due = tasks.filter((waiting) => waiting.at <= now).toSorted((one, other) => one.at - other.at);
    tasks = tasks.filter((waiting) => waiting.at > now);
    for (const { task } of due) task();
  };
  return {
    now: () => now,
    at(at, task) {
      const waiting = { at, task };
      tasks.push(waiting);
      return () => {
        tasks = tasks.filter((other) => other !== waiting);
      };
    },
    moveTo,
    move: (ms) => moveTo(now + ms),
  };
}
