import type { Clock } from '../ports.ts';

/** So long the vault is left alone before a backup follows a change: a row of additions is one. */
export const QUIET_MS = 2 * 60_000;
export const DAY_MS = 24 * 60 * 60_000;
/** After a failure it is tried again. */
export const RETRY_MS = 10 * 60_000;

export interface Schedule {
  /** The vault was opened or changed. */
  changed(): void;
  /** A backup stands at a later moment, because of a change. */
  isWaiting(): boolean;
  stop(): void;
}

/** When a backup is made by itself: after a change and some quiet, and once a day. */
export function createSchedule({
  clock,
  isDue,
  run,
}: {
  clock: Clock;
  /** Null: backups are off. */
  isDue: () => { changed: boolean; lastGoodAt: number | null } | null;
  run: () => Promise<void>;
}): Schedule {
  let stopTimer = (): void => {};
  let isWaiting = false;

  function waitUntil(at: number): void {
    stopTimer();
    stopTimer = clock.at(at, () => {
      isWaiting = false;
      void run().then(() => plan(RETRY_MS));
    });
  }

  /** @param quietMs how long to wait where something has changed */
  function plan(quietMs: number): void {
    stopTimer();
    const due = isDue();
    isWaiting = due?.changed ?? false;
    if (due === null) return;
    const soon = clock.now() + quietMs;
    waitUntil(due.changed || due.lastGoodAt === null ? soon : Math.max(soon, due.lastGoodAt + DAY_MS));
  }

  return {
    changed: () => plan(QUIET_MS),
    isWaiting: () => isWaiting,
    stop() {
      isWaiting = false;
      stopTimer();
    },
  };
}
