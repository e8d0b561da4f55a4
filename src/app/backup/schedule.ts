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
  /** Null: backups are off. `ageMs`: of the newest good one; null where none is known. */
  isDue: () => { changed: boolean; ageMs: number | null } | null;
  run: () => Promise<void>;
}): Schedule {
  let stopWaiting = (): void => {};
  let isWaiting = false;

  /** By the time that passes; after a jump sooner, where a sleep brought the day to its end, and never later. */
  function wait(ms: number): void {
    stopWaiting();
    const due = clock.elapsed() + ms;
    const stopTimer = clock.after(ms, () => {
      stopWaiting();
      isWaiting = false;
      void run().then(() => plan(RETRY_MS));
    });
    const stopJumps = clock.onJump(() => {
      const left = due - clock.elapsed();
      // Quiet after a change is time that has passed; only the day may have ended meanwhile.
      const ofDay = isWaiting ? left : (msUntilDue(0) ?? left);
      wait(Math.max(0, Math.min(left, ofDay)));
    });
    stopWaiting = () => {
      stopTimer();
      stopJumps();
    };
  }

  /** @param quietMs how long to wait where something has changed */
  function msUntilDue(quietMs: number): number | null {
    const due = isDue();
    if (due === null) return null;
    return due.changed || due.ageMs === null ? quietMs : Math.max(quietMs, DAY_MS - due.ageMs);
  }

  function plan(quietMs: number): void {
    stopWaiting();
    isWaiting = isDue()?.changed ?? false;
    const ms = msUntilDue(quietMs);
    if (ms !== null) wait(ms);
  }

  return {
    changed: () => plan(QUIET_MS),
    isWaiting: () => isWaiting,
    stop() {
      isWaiting = false;
      stopWaiting();
    },
  };
}
