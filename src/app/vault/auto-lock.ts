import type { LockCause } from '../../contract/vault.ts';
import { lockSettingOf } from '../../contract/vocabulary.ts';
import { messageOf } from '../../core/message-of.ts';
import { isFailure } from '../failure.ts';
import type { Clock, Log, Power, PreferenceStore } from '../ports.ts';
import type { Vault } from './vault.ts';

const MINUTE_MS = 60_000;

export interface AutoLock {
  /** Notes that the person did something in the window. */
  active(): void;
  /** Follows the vault and the computer until `stop`. */
  start(): void;
  stop(): void;
}

/**
 * Locks the vault when the person is away: after the minutes set in the preferences, or with one of the
 * triggers that the host detects. Leaves a vault open that no passphrase could reopen.
 */
export function createAutoLock({
  vault,
  preferences,
  power,
  clock,
  log,
}: {
  vault: Pick<Vault, 'state' | 'watchState' | 'lock'>;
  preferences: PreferenceStore & { watch(signal?: AbortSignal): AsyncGenerator };
  power: Power;
  clock: Clock;
  log: Log;
}): AutoLock {
  /** When the person was last active, by both clocks. */
  let seen = { now: 0, elapsed: 0 };
  let stopTimer = (): void => {};
  let stopPower = (): void => {};
  let stopJumps = (): void => {};
  const stopping = new AbortController();

  function momentNow(): { now: number; elapsed: number } {
    return { now: clock.now(), elapsed: clock.elapsed() };
  }

  /** The longer of both: setting the clock back hides no time, and sleep counts even if `elapsed` stops. */
  function unseenMs(): number {
    return Math.max(clock.elapsed() - seen.elapsed, clock.now() - seen.now);
  }

  function lock(cause: LockCause): void {
    vault.lock(cause).catch((error: unknown) => {
      if (isFailure(error, 'PASSPHRASE_NOT_SET')) return;
      log.error('not-locked', { cause, error: messageOf(error) });
    });
  }

  /** Checks now, and again when the limit could be reached. */
  function check(): void {
    stopTimer();
    const limit = preferences.get().lockAfterMinutes * MINUTE_MS;
    if (limit === 0 || vault.state().state !== 'open') return;
    const idle = power.idleMs() ?? unseenMs();
    if (idle >= limit) lock('idle');
    stopTimer = clock.after(idle >= limit ? MINUTE_MS / 4 : limit - idle, check);
  }

  async function follow(changes: AsyncGenerator, then: (change: unknown) => void): Promise<void> {
    for await (const change of changes) then(change);
  }

  function failed(error: unknown): void {
    if (stopping.signal.aborted) return;
    log.error('auto-lock', { error: messageOf(error) });
  }

  return {
    active: () => void (seen = momentNow()),

    start() {
      let wasOpen = false;
      seen = momentNow();
      follow(vault.watchState(stopping.signal), () => {
        const isOpen = vault.state().state === 'open';
        if (isOpen === wasOpen) return;
        wasOpen = isOpen;
        seen = momentNow();
        check();
      }).catch(failed);
      follow(preferences.watch(stopping.signal), check).catch(failed);
      stopJumps = clock.onJump(check);
      stopPower = power.watch((event) => {
        if (preferences.get()[lockSettingOf(event)]) lock(event);
      });
    },

    stop() {
      stopping.abort();
      stopTimer();
      stopJumps();
      stopPower();
    },
  };
}
