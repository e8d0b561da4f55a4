import type { Clock } from '../ports.ts';

/** Quiet time after a change before a backup is made, so that a series of additions makes one backup. */
export const QUIET_MS = 2 * 60_000;
export const DAY_MS = 24 * 60 * 60_000;
/** Wait before retrying after a failure. */
export const RETRY_MS = 10 * 60_000;

export interface Schedule {
  /** Notes that the vault was opened or changed. */
  changed(): void;
  /** Whether a backup is scheduled because of a change. */
  isWaiting(): boolean;
  stop(): void;
}

/** Schedules automatic backups: after a change and some quiet time, and once a day. */
export function createSchedule({
  clock,
  isDue,
  run,
}: {
  clock: Clock;
  /** Null if backups are off. `ageMs` is the age of the newest good backup; null if none is known. */
  isDue: () => { changed: boolean; ageMs: number | null } | null;
  run: () => Promise<void>;
}): Schedule {
  let stopWaiting = (): void => {};
  let isWaiting = false;

  /** Waits by elapsed time. A jump can make it run sooner (the day ended during sleep), but never later. */
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
      // Quiet time after a change is elapsed time; only the daily backup may have become due meanwhile.
      const ofDay = isWaiting ? left : (msUntilDue(0) ?? left);
      wait(Math.max(0, Math.min(left, ofDay)));
    });
    stopWaiting = () => {
      stopTimer();
      stopJumps();
    };
  }

  /** @param quietMs how long to wait if something has changed */
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
