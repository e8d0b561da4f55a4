import type { Clock } from '../../src/app/ports.ts';

/** A clock that a test moves; tasks run, in order, when it passes their moment. */
export interface ManualClock extends Clock {
  /** Time passes until the time of day is `at`. */
  moveTo(at: number): void;
  /** Time passes. */
  move(ms: number): void;
  /** Somebody sets the time of day, forward or (below 0) back; no time passes. */
  jump(ms: number): void;
  /** How many ms each task of `after` still waits, shortest first: what a test waits for before time passes. */
  readonly waits: () => readonly number[];
  /** How often `after` was called. */
  readonly asked: () => number;
}

export function createManualClock(start: number): ManualClock {
  let now = start;
  let elapsed = 0;
  let asked = 0;
  let tasks: { isDue: () => boolean; order: () => number; isElapsing: boolean; task: () => void }[] = [];
  const jumped = new Set<(byMs: number) => void>();

  const add = (waiting: (typeof tasks)[number]) => {
    tasks.push(waiting);
    return () => {
      tasks = tasks.filter((other) => other !== waiting);
    };
  };
  const runDue = () => {
    const due = tasks
      .filter((waiting) => waiting.isDue())
      .toSorted((one, other) => one.order() - other.order());
    tasks = tasks.filter((waiting) => !waiting.isDue());
    for (const { task } of due) task();
  };
  const move = (ms: number) => {
    now += ms;
    elapsed += ms;
    runDue();
  };
  return {
    now: () => now,
    elapsed: () => elapsed,
    at: (at, task) => add({ isDue: () => at <= now, order: () => at - now, isElapsing: false, task }),
    after(ms, task) {
      const due = elapsed + ms;
      asked += 1;
      return add({ isDue: () => due <= elapsed, order: () => due - elapsed, isElapsing: true, task });
    },
    onJump(task) {
      const own = (byMs: number) => task(byMs);
      jumped.add(own);
      return () => jumped.delete(own);
    },
    moveTo: (at) => move(at - now),
    move,
    jump(ms) {
      now += ms;
      const toTell = [...jumped];
      for (const task of toTell) task(ms);
      runDue();
    },
    waits: () =>
      tasks
        .filter(({ isElapsing }) => isElapsing)
        .map(({ order }) => order())
        .toSorted((one, other) => one - other),
    asked: () => asked,
  };
}
